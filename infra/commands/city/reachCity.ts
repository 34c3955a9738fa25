import { cities } from '../../../functions/wiring/cities.ts';
import { dynamoCityVersions } from '../../../shared/store/dynamo/dynamoCityVersions.ts';
import { settingsOf, stageNames } from '../../stage.ts';
import { clockAhead } from './clockAhead.ts';
import { reachStage } from './reachStage.ts';
import { repeatedOptions } from './repeatedOptions.ts';
import { Stop } from './Stop.ts';
import type { TargetOptions } from './Surroundings.ts';

export interface CityOptions extends TargetOptions {
  readonly city?: string | undefined;
}

/** A city where it is served, on the stage that a command names. Throws `Stop` when there is none, or nothing is published there. */
export const reachCity = async (options: CityOptions) => {
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
  return { city, table, blobs, versions, now, cities: cities(city, { versions, blobs, now }) };
};

const cityOfStage = (stage: string): string => {
  const known = stageNames.find((name) => name === stage);
  if (!known) throw new Stop(`不知道 ${stage} 是哪个城市：请加 --city 写城市编号`, 2);
  return settingsOf(known).city;
};
