import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDesk } from './openDesk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

test.each([
  ['a file', 'notes.txt', 'notes.txt 是文件，不是文件夹'],
  ['a folder in a file', 'notes.txt/mine', 'notes.txt/mine 用不了（ENOTDIR）'],
])('import to %s is refused in one line, and leaves nothing behind', async (_what, to, words) => {
  await writeFile(join(desk.dir, 'notes.txt'), 'mine');
  const before = await readdir(desk.dir);
  const ledger = join(desk.dir, 'ledger.csv');
  const { code, out, err } = await desk.run('import', '--to', join(desk.dir, to), '--ledger', ledger);
  expect([code, out, err]).toEqual([1, [], [expect.stringContaining(words)]]);
  expect(err[0]).not.toContain('\n');
  expect(await readdir(desk.dir)).toEqual(before);
});
