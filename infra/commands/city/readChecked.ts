import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, printFault } from '../../../shared/city/Fault.ts';
import { readCityFolder } from '../../../shared/city/readCityFolder.ts';
import type { City } from '../../../shared/domain/city/City.ts';
import type { Surroundings } from './Surroundings.ts';

/** A map of this size takes seconds to read and check. */
const BIG = 16 * 1024 * 1024;

/** The city of a folder. Undefined when it has faults, which are printed; so are notes, which keep nobody from going on. */
export const readChecked = async (dir: string, around: Surroundings): Promise<City | undefined> => {
  const bytes = await stat(join(dir, 'areas.geojson')).then(
    ({ size }) => size,
    () => 0,
  );
  if (bytes > BIG) around.err(`areas.geojson 有 ${Math.round(bytes / 1024 / 1024)} MB，正在读取、检查……`);
  const { city, faults, notes } = await readCityFolder(dir);
  for (const note of notes) around.err(`提示 ${printFault(note)}`);
  if (!city) tellFaults(faults, around);
  return city;
};

/** Every fault, one a line. */
export const tellFaults = (
  faults: readonly Fault[],
  { out, err }: Pick<Surroundings, 'out' | 'err'>,
): void => {
  for (const fault of faults) out(printFault(fault));
  err(`共 ${faults.length} 处问题`);
};
