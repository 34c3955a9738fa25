import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dateText, dayOf } from '../domain/time/Instant.ts';
import { type Fault, sortFaults } from './Fault.ts';
import { CITY_FILES, type CityReading, readCity } from './readCity.ts';

/**
 * Reads and checks a city folder. Other files in it are left alone. `today` is the day for which posts must be held.
 * Never throws for what is in the folder, nor for a folder that is not there.
 */
export const readCityFolder = async (
  dir: string,
  today = dateText(dayOf(Date.now())),
): Promise<CityReading> => {
  if (!(await isFolder(dir)))
    return { faults: [{ file: dir, line: 0, what: '没有这个文件夹', remedy: '检查路径' }] };
  const calendars = (await isFolder(join(dir, 'calendar'))) ? await readdir(join(dir, 'calendar')) : [];
  const names = [
    ...CITY_FILES,
    ...calendars.filter((name) => name.endsWith('.json')).map((name) => `calendar/${name}`),
  ];
  const files = new Map<string, Uint8Array>();
  const unread: Fault[] = [];
  for (const name of names) {
    try {
      files.set(name, await readFile(join(dir, name)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') unread.push(unreadable(name, code ?? 'unknown'));
    }
  }
  const reading = readCity(files, today);
  const told = new Set(unread.map(({ file }) => file));
  return unread.length === 0
    ? reading
    : { faults: sortFaults([...reading.faults.filter(({ file }) => !told.has(file)), ...unread]) };
};

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const unreadable = (file: string, code: string): Fault => ({
  file,
  line: 1,
  what: `文件读不出来（${code}）`,
  remedy: '它应是一个普通文件，并且允许读取',
});
