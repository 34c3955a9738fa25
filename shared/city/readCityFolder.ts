import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dateText, dayOf } from '../domain/time/Instant.ts';
import { type Fault, sortFaults } from './Fault.ts';
import { CITY_FILES, type CityReading, type FolderFiles, readCity } from './readCity.ts';
import { MOST_BYTES, tooBig } from './source/readText.ts';

/**
 * Reads and checks a city folder. Other files in it are left alone. `today` is the day for which posts must be held; `changed` are
 * files that are read from here instead, as the folder would be with them.
 * Never throws for what is in the folder, nor for a folder that is not there.
 */
export const readCityFolder = async (
  dir: string,
  today = dateText(dayOf(Date.now())),
  changed: FolderFiles = new Map(),
): Promise<CityReading> => {
  if (!(await isFolder(dir)))
    return { faults: [{ file: dir, line: 0, what: '没有这个文件夹', remedy: '检查路径' }], notes: [] };
  const calendars = (await isFolder(join(dir, 'calendar'))) ? await readdir(join(dir, 'calendar')) : [];
  const names = [
    ...CITY_FILES,
    ...calendars.filter((name) => name.endsWith('.json')).map((name) => `calendar/${name}`),
  ];
  const files = new Map<string, Uint8Array>();
  const unread: Fault[] = [];
  for (const file of names) {
    try {
      const found = await stat(join(dir, file));
      if (found.size > MOST_BYTES) unread.push({ file, ...tooBig(found.size) });
      else if (found.isFile()) files.set(file, await readFile(join(dir, file)));
      // A pipe or a device would be read for ever.
      else unread.push(unreadable(file, '不是文件'));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') unread.push(unreadable(file, code ?? 'unknown'));
    }
  }
  const reading = readCity(new Map([...files, ...changed]), today);
  const told = new Set(unread.map(({ file }) => file));
  return unread.length === 0
    ? reading
    : {
        faults: sortFaults([...reading.faults.filter(({ file }) => !told.has(file)), ...unread]),
        notes: reading.notes,
      };
};

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const unreadable = (file: string, why: string): Fault => ({
  file,
  line: 1,
  what: `文件读不出来（${why}）`,
  remedy: '它应是一个普通文件，并且允许读取',
});
