import { decodeCity } from '../../../shared/city/decodeCity.ts';
import type { City } from '../../../shared/domain/city/City.ts';
import { cityIdIn } from './cityIdIn.ts';
import type { PublishTarget } from './PublishTarget.ts';
import { Stop } from './Stop.ts';
import { unreached } from './unreached.ts';

/** How a version may be written: `current`, `previous`, or as much of its id as is unique. */
export const isVersionWord = (word: string): boolean => /^(?:current|previous|[0-9a-f]{4,16})$/u.test(word);

/** The id of a published version. Throws `Stop` with what to do when there is none, or several. */
const versionOf = async (target: PublishTarget, city: string, word: string): Promise<string> => {
  const [pointer, history] = await Promise.all([target.store.pointer(city), target.store.history(city)]);
  if (!pointer) throw new Stop(sayUnpublished(target, city), 1);
  const how = `看有哪些版本：npm run city -- history ${city}${target.repeated}`;
  if (word === 'current') return pointer.version;
  const newestFirst = history.toSorted((a, b) => b.at - a.at).map(({ version }) => version);
  if (word === 'previous') {
    const previous = newestFirst.find((version) => version !== pointer.version);
    if (previous === undefined) throw new Stop(`${city} 只发布过一个版本，没有上一个。${how}`, 1);
    return previous;
  }
  if (!isVersionWord(word))
    throw new Stop(`“${word}”不是版本号：写 current、previous，或版本号的前 4 位以上。${how}`, 2);
  const found = [...new Set(newestFirst)].filter((version) => version.startsWith(word));
  if (found.length > 1)
    throw new Stop(`以 ${word} 开头的版本有 ${found.length} 个：${found.join('、')}。多写几位`, 1);
  if (found[0] !== undefined) return found[0];
  // The list is of the last hundred; a whole id may be older.
  if (word.length === 16) return word;
  throw new Stop(`${city} 没有版本 ${word}。${how}`, 1);
};

/** The city of a version as it was written: `current`, `previous`, an id or its beginning. Throws `Stop`. */
export const publishedCity = async (
  target: PublishTarget,
  named: string | undefined,
  word: string,
): Promise<City> => {
  const id = cityIdIn(target, named);
  return loadVersion(target, id, await versionOf(target, id, word));
};

/** The city of a version by its whole id. Throws `Stop` when it cannot be read. */
export const loadVersion = async (
  { blobs, name }: PublishTarget,
  city: string,
  version: string,
): Promise<City> => {
  try {
    return decodeCity(await blobs.get(city, version));
  } catch (cause) {
    if (unreached(cause) !== undefined) throw cause;
    const why = (cause as Error).message;
    throw new Stop(
      `${name} 上 ${city} 的版本 ${version} 读不出来（${why}）。看版本号是否写对；文件夹还在的话，再发布一次就补上`,
      1,
      cause,
    );
  }
};

export const sayUnpublished = ({ name, repeated, city: served }: PublishTarget, city: string): string => {
  const other = served === undefined || served === city ? '' : `（那里的城市是 ${served}）`;
  return `${city} 在 ${name} 还没有发布过${other}。先发布：npm run city -- publish 文件夹${repeated}`;
};
