import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecentIds } from '../../../../bots/channels/wechaty/RecentIds.ts';

describe('the ids that were done before', () => {
  let dir: string;
  const path = () => join(dir, 'ids');
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'wangge-ids-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  test('are known again after a restart', async () => {
    const first = await RecentIds.open(path());
    expect(first.isEmpty).toBe(true);
    await Promise.all(['a', 'b', 'c'].map((id) => first.add(id)));
    const second = await RecentIds.open(path());
    expect(['a', 'b', 'c', 'd'].map((id) => second.has(id))).toEqual([true, true, true, false]);
  });

  test('are whole after a line was cut short', async () => {
    await (await RecentIds.open(path())).add('a');
    await appendFile(path(), 'half-of-an-i');
    await (await RecentIds.open(path())).add('b');
    const ids = await RecentIds.open(path());
    expect(['a', 'b', 'half-of-an-i', 'half-of-an-ib'].map((id) => ids.has(id))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('are the newest few thousand, and the file does not grow for ever', async () => {
    const ids = await RecentIds.open(path());
    for (let n = 0; n < 12_000; n++) void ids.add(`id-${n}`);
    await ids.add('last');
    expect(ids.has('id-0')).toBe(false);
    expect(ids.has('id-11999')).toBe(true);
    const lines = (await readFile(path(), 'utf8')).split('\n').length;
    expect(lines).toBeLessThan(10_002);
    expect((await RecentIds.open(path())).has('last')).toBe(true);
  });
});
