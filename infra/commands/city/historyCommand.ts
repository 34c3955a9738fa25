import { basename } from 'node:path';
import { diffCity } from '../../../shared/city/diff/diffCity.ts';
import type { City } from '../../../shared/domain/city/City.ts';
import { formatInstant, type Instant } from '../../../shared/domain/time/Instant.ts';
import { loadVersion, sayUnpublished } from './publishedVersion.ts';
import { readArguments, TARGET_HELP, TARGET_OPTIONS } from './readArguments.ts';
import { Stop } from './Stop.ts';
import type { Surroundings } from './Surroundings.ts';
import { tellChanges } from './tellChanges.ts';

const HELP = `发布记录，新的在前：何时、哪个版本、与再前一个相比改了多少
Published versions, newest first, with what each changed

  npm run city -- history CITY [options]

  CITY             城市代号，如 example / id of the city
  --most N         看最近几次（默认 20，最多 100）/ how many
  --verbose        逐条列出改动 / every change, one a line
${TARGET_HELP}`;

interface Line {
  readonly version: string;
  readonly at: Instant;
}

export const historyCommand = async (args: readonly string[], around: Surroundings): Promise<number> => {
  const options = {
    ...TARGET_OPTIONS,
    verbose: { type: 'boolean', default: false },
    most: { type: 'string', default: '20' },
  } as const;
  const read = readArguments(args, { help: HELP, options, words: 1 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const { most, verbose } = read.values;
  if (!/^[1-9]\d?$|^100$/u.test(most)) throw new Stop('--most 写 1 到 100 的数', 2);
  const id = basename(read.words[0] ?? '');
  const target = await around.open(read.values);
  const [pointer, history] = await Promise.all([target.store.pointer(id), target.store.history(id)]);
  if (!pointer || history.length === 0) throw new Stop(sayUnpublished(target, id), 1);
  const lines = history.toSorted((a, b) => b.at - a.at);
  const load = rememberOne((version) => loadVersion(target, id, version));
  for (const [i, line] of lines.slice(0, Number(most)).entries()) {
    const inForce = i === 0 && line.version === pointer.version;
    around.out(`${formatInstant(line.at)}  ${line.version}${inForce ? '  现行' : ''}`);
    await tellLine(line, lines[i + 1], { load, around, verbose });
  }
  if (lines.length > Number(most)) around.out(`还有更早的：加上 --most ${Math.min(100, Number(most) * 5)}`);
  return 0;
};

type Load = (version: string) => Promise<City>;

const tellLine = async (
  line: Line,
  before: Line | undefined,
  {
    load,
    around,
    verbose,
  }: { readonly load: Load; readonly around: Surroundings; readonly verbose: boolean },
): Promise<void> => {
  const indented = (text: string) => around.out(`    ${text}`);
  if (!before) return indented('这里记着的第一次');
  if (before.version === line.version) return indented('同一个版本，又发布了一次');
  try {
    const after = await load(line.version);
    const changes = diffCity(await load(before.version), after);
    if (changes.length === 0) indented('只有书写次序不同');
    tellChanges(changes, indented, { lines: verbose });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    around.err(error.message);
  }
};

/** From newest to oldest every version is asked for twice, one after the other; a big city is not kept longer than that. */
const rememberOne = (load: Load): Load => {
  let kept: { readonly version: string; readonly city: City } | undefined;
  return async (version) => {
    if (kept?.version !== version) kept = { version, city: await load(version) };
    return kept.city;
  };
};
