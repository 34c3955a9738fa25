import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printFault } from '../../shared/city/Fault.ts';
import { readCityFolder } from '../../shared/city/readCityFolder.ts';
import { TODAY } from './smallCity.ts';

/**
 * Each folder is a small city with something wrong in it; its `expected.txt` holds exactly what `npm run city -- check` prints on
 * stdout. To plant a fault: copy a folder, break one thing, write the lines that a clerk should read.
 */
const BROKEN = join(import.meta.dirname, 'broken');
const folders = readdirSync(BROKEN).sort();

const told = async (folder: string) =>
  (await readCityFolder(join(BROKEN, folder), TODAY)).faults.map(printFault);

test('there are broken folders to look at', () => {
  expect(folders.length).toBeGreaterThanOrEqual(12);
});

test.each(folders)('check prints exactly the expected lines for %s', async (folder) => {
  const expected = readFileSync(join(BROKEN, folder, 'expected.txt'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(await told(folder)).toEqual(expected);
});
