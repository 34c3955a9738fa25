import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { cities } from '../../../functions/wiring/cities.ts';
import { staffingStore } from '../../../shared/city/staffingStore.ts';
import { dynamoCityVersions } from '../../../shared/store/dynamo/dynamoCityVersions.ts';
import { dynamoCodes } from '../../../shared/store/dynamo/dynamoCodes.ts';
import { settingsOf, stageNames } from '../../stage.ts';
import { clockAhead } from '../city/clockAhead.ts';
import { reachStage } from '../city/reachStage.ts';
import { repeatedOptions } from '../city/repeatedOptions.ts';
import { Stop } from '../city/Stop.ts';
import type { StaffOptions, StaffTarget } from './StaffTarget.ts';

/** The stage that a command names. Throws `Stop` when there is none, or nothing is published there. */
export const openStaff = async (options: StaffOptions): Promise<StaffTarget> => {
  const { table, blobs, run } = reachStage(options);
  const city = options.city ?? run?.city ?? cityOfStage(options.stage);
  const versions = dynamoCityVersions(table);
  if (!(await versions.pointer(city)))
    throw new Stop(
      `${city} 在 ${options.stage} 还没有发布过：先发布：npm run city -- publish 文件夹${repeatedOptions(options)}`,
      1,
    );
  const ahead = run ? await clockAhead(run) : 0;
  const now = (): number => Date.now() + ahead;
  return {
    name: options.stage,
    cities: cities(city, { versions, blobs, now }),
    staffing: staffingStore(city, { blobs, versions }),
    codes: dynamoCodes(table),
    lines: (most) => versions.staffingLines(city, most),
    below: randomInt,
    now,
    pause: setTimeout,
  };
};

const cityOfStage = (stage: string): string => {
  const known = stageNames.find((name) => name === stage);
  if (!known) throw new Stop(`不知道 ${stage} 是哪个城市：请加 --city 写城市编号`, 2);
  return settingsOf(known).city;
};
