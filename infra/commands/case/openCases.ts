import { dynamoCases } from '../../../shared/store/dynamo/dynamoCases.ts';
import { scanNumbers } from '../../../shared/store/dynamo/scanNumbers.ts';
import { type CityOptions, reachCity } from '../city/reachCity.ts';
import type { CaseTarget } from './CaseTarget.ts';

/** The cases of the stage that a command names. Throws `Stop` when there is none, or nothing is published there. */
export const openCases = async (options: CityOptions): Promise<CaseTarget> => {
  const { table, cities } = await reachCity(options);
  return { name: options.stage, cases: dynamoCases(table), scan: scanNumbers(table), cities };
};
