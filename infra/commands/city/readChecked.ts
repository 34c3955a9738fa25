import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, printFault } from '../../../shared/city/Fault.ts';
import { foldFaults } from '../../../shared/city/foldFaults.ts';
import { readCityFolder } from '../../../shared/city/readCityFolder.ts';
import type { City } from '../../../shared/domain/city/City.ts';
import type { Surroundings } from './Surroundings.ts';

/** A map of this size takes seconds to read and check. */
const BIG = 16 * 1024 * 1024;

/** The city of a folder. Undefined when it has faults, which are printed; so are notes, which keep nobody from going on. */
export const readChecked = async (
  dir: string,
  around: Surroundings,
  all = false,
): Promise<City | undefined> => {
  const bytes = await stat(join(dir, 'areas.geojson')).then(
    ({ size }) => size,
    () => 0,
  );
  if (bytes > BIG) around.err(`areas.geojson 有 ${Math.ceil(bytes / 1e6)} MB，正在读取、检查……`);
  const { city, faults, notes } = await readCityFolder(dir);
  for (const note of notes) around.err(`提示 ${printFault(note)}`);
  if (!city) tellFaults(faults, around, all);
  return city;
};

/** Every fault, one a line; unless `all`, one mistake made in many lines is told once, with those lines. */
export const tellFaults = (
  faults: readonly Fault[],
  { out, err }: Pick<Surroundings, 'out' | 'err'>,
  all = false,
): void => {
  const lines = all ? faults.map(printFault) : foldFaults(faults);
  for (const line of lines) out(line);
  const folded = lines.length < faults.length;
  err(
    `共 ${faults.length} 处问题${folded ? '，同样的写在了一起；逐条看：npm run city -- check 文件夹 --all' : ''}`,
  );
};
