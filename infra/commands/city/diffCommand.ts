import { diffCity } from '../../../shared/city/diff/diffCity.ts';
import type { City } from '../../../shared/domain/city/City.ts';
import { isFolder } from './isFolder.ts';
import type { PublishTarget } from './PublishTarget.ts';
import { isVersionWord, publishedCity } from './publishedVersion.ts';
import { readArguments, TARGET_HELP, TARGET_OPTIONS } from './readArguments.ts';
import { readChecked } from './readChecked.ts';
import { Stop } from './Stop.ts';
import type { Surroundings } from './Surroundings.ts';
import { tellChanges } from './tellChanges.ts';

const HELP = `两个版本之间改了什么，逐条说
What changes from A to B, one change a line

  npm run city -- diff A B [options]

  A、B             各是一个文件夹、一个版本号（可只写前几位）、current 现行版本，或 previous 上一个
                   each a folder, a version or its beginning, current, or previous
  --city CITY      版本是哪个城市的 / the city of the versions
  --json           给程序看 / for programs
${TARGET_HELP}`;

export const diffCommand = async (args: readonly string[], around: Surroundings): Promise<number> => {
  const options = {
    ...TARGET_OPTIONS,
    city: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const;
  const read = readArguments(args, { help: HELP, options, words: 2 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const { values, words } = read;
  const sides = await readSides(words, { open: () => around.open(values), city: values.city }, around);
  if (!sides) return 1;
  const [before, after] = sides;
  const changes = diffCity(before, after);
  if (values.json) {
    around.out(JSON.stringify({ before: before.version, after: after.version, changes }, null, 2));
    return 0;
  }
  if (changes.length === 0)
    around.out(
      before.version === after.version ? `没有变化，都是版本 ${after.version}` : '没有变化，只有书写次序不同',
    );
  tellChanges(changes, around.out, { lines: true });
  return 0;
};

interface Published {
  readonly open: () => Promise<PublishTarget>;
  readonly city: string | undefined;
}

/** Undefined when a folder has faults, which are printed. A folder says of which city the versions beside it are. */
const readSides = async (
  words: readonly string[],
  { open, city }: Published,
  around: Surroundings,
): Promise<readonly [City, City] | undefined> => {
  const [a = '', b = ''] = words;
  const folders = new Map<string, City>();
  for (const word of new Set(words)) {
    if (!(await isFolder(word))) continue;
    const read = await readChecked(word, around);
    if (!read) return undefined;
    folders.set(word, read);
  }
  const wrong = words.find((word) => !folders.has(word) && !isVersionWord(word));
  if (wrong !== undefined)
    throw new Stop(`“${wrong}”不是文件夹，也不是版本：写文件夹的路径、版本号，或 current、previous`, 1);
  const target = words.every((word) => folders.has(word)) ? undefined : await open();
  const side = async (word: string): Promise<City | undefined> => {
    if (!target) return folders.get(word);
    const id = city ?? folders.values().next().value?.id;
    return folders.get(word) ?? publishedCity(target, id, word);
  };
  const [before, after] = [await side(a), await side(b)];
  return before && after ? [before, after] : undefined;
};
