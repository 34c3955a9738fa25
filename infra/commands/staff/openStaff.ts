import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { staffingStore } from '../../../shared/city/staffingStore.ts';
import { dynamoCodes } from '../../../shared/store/dynamo/dynamoCodes.ts';
import { reachCity } from '../city/reachCity.ts';
import type { StaffOptions, StaffTarget } from './StaffTarget.ts';

/** The staff of the stage that a command names. Throws `Stop` when there is none, or nothing is published there. */
export const openStaff = async (options: StaffOptions): Promise<StaffTarget> => {
  const { city, table, blobs, versions, now, cities } = await reachCity(options);
  return {
    name: options.stage,
    cities,
    staffing: staffingStore(city, { blobs, versions }),
    codes: dynamoCodes(table),
    lines: (most) => versions.staffingLines(city, most),
    below: randomInt,
    now,
    pause: setTimeout,
  };
};
