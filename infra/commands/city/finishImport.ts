import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { diffCity } from '../../../shared/city/diff/diffCity.ts';
import { printFault } from '../../../shared/city/Fault.ts';
import { moveInto } from '../../../shared/city/import/folder/moveInto.ts';
import { MOST_BYTES, readBase, wholeOf } from '../../../shared/city/import/folder/readBase.ts';
import type { CityReading } from '../../../shared/city/readCity.ts';
import { readCityFolder } from '../../../shared/city/readCityFolder.ts';
import type { City } from '../../../shared/domain/city/City.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import type { readImportOptions } from './importOptions.ts';
import { publishedCity } from './publishedVersion.ts';
import { tellFaults } from './readChecked.ts';
import { repeatedOptions } from './repeatedOptions.ts';
import type { Surroundings } from './Surroundings.ts';
import { tellChanges } from './tellChanges.ts';
import { tooBigToCheck } from './tooBigToCheck.ts';

interface Work {
  /** The new folder, before it takes its place. */
  readonly made: string;
  readonly left: readonly string[];
  readonly options: NonNullable<ReturnType<typeof readImportOptions>>;
}

/** Shows what a new folder changes, puts it in its place, and says what remains to do. */
export const finishImport = async ({ made, left, options }: Work, around: Surroundings): Promise<number> => {
  const { out, err } = around;
  const { to, yes } = options;
  const { size } = await stat(join(made, 'areas.geojson'));
  const huge = size > MOST_BYTES;
  // Only what is published has to be compared with what was checked: a big city is not held twice.
  const early = huge || options.stage === undefined ? undefined : await readCityFolder(made);
  if (!huge) await compare({ made, checked: early?.city }, options, around);
  const occupied = (await readdir(to).catch(() => [])).length > 0;
  const written = yes || !occupied;
  if (written) await putInPlace(made, to, out);
  tellLeft(left, out);
  const checked = huge ? undefined : (early ?? (await readCityFolder(written ? to : made)));
  if (checked) tellCheck(checked, around, !written);
  else err(tooBigToCheck(size, to));
  if (!written) err(`什么都没有写：${to} 里已有内容。加 --yes 就换掉它（原来的会留着），或用 --to 写到别处`);
  return checked?.city && written ? 0 : 1;
};

const tellLeft = (left: readonly string[], out: (line: string) => void): void => {
  if (left.length > 0) out('还要做的：');
  for (const line of left) out(`  ${line}`);
};

const putInPlace = async (made: string, to: string, out: (line: string) => void): Promise<void> => {
  const aside = await moveInto(made, resolve(to), stamp());
  out(`已写入 ${to}${aside === undefined ? '' : `；原来的留在 ${aside}，看过没问题可以删去`}`);
};

/** `all`: of a folder that is not kept, every fault by itself. */
const tellCheck = ({ city, faults, notes }: CityReading, around: Surroundings, all: boolean): void => {
  for (const note of notes) around.err(`提示 ${printFault(note)}`);
  around.out(city ? `检查：没有问题，版本 ${city.version}` : '检查：');
  if (!city) tellFaults(faults, around, all);
};

const stamp = (): string => formatInstant(Date.now()).slice(0, 19).replace(/[-:]/gu, '').replace('T', '-');

/** As many changes as are listed one by one; of more only the counts are told. */
const LISTED = 200;

const compare = async (
  { made, checked }: { readonly made: string; readonly checked: City | undefined },
  options: Work['options'],
  around: Surroundings,
): Promise<void> => {
  const { out } = around;
  const draft = wholeOf(await readBase(made));
  if (!draft) return out('city.yaml 读不出来，没有比较');
  const { stage, to, city: start } = options;
  // A published city has been read to the end; a folder is compared as it stands, faults and all.
  const after = stage === undefined ? draft : (checked ?? draft);
  const found = await beforeOf(after, options, around);
  if (!found) return out(`${stage ?? start ?? to} 里没有可比较的，全部是新的`);
  const changes = diffCity(found.city, after);
  out(changes.length === 0 ? `与${found.name}相比没有变化` : `与${found.name}相比：`);
  tellChanges(changes, out, { lines: changes.length <= LISTED });
  if (changes.length > LISTED) {
    const side = stage === undefined ? found.name.trim() : 'current';
    const repeated = stage === undefined ? '' : repeatedOptions({ ...options, stage });
    out(
      `  共 ${changes.length} 处，逐条看：npm run city -- diff ${side === to ? '原来的文件夹' : side} ${to}${repeated}`,
    );
  }
};

/** What is published, when a stage is named; else what stands there; else the folder that was begun with. */
const beforeOf = async (
  { id }: City,
  options: Work['options'],
  around: Surroundings,
): Promise<{ readonly city: City; readonly name: string } | undefined> => {
  const { stage, to, city: start } = options;
  if (stage !== undefined) {
    const target = await around.open({ ...options, stage });
    if (!(await target.store.pointer(id))) return undefined;
    const city = await publishedCity(target, id, 'current');
    return { city, name: `已发布的 ${id} ` };
  }
  for (const dir of [to, start]) {
    const city = dir === undefined ? undefined : wholeOf(await readBase(dir));
    if (city) return { city, name: ` ${dir} ` };
  }
  return undefined;
};
