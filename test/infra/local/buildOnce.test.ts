import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from '../../../infra/local/assembly/buildOnce.ts';

const folder = mkdtempSync(join(tmpdir(), 'wangge-build-'));
const lock = join(folder, 'lock');
afterAll(() => rmSync(folder, { recursive: true }));

describe('building once', () => {
  test('one builds, the others wait for it', async () => {
    let builds = 0;
    let built = false;
    const build = async () => {
      builds += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      built = true;
    };
    await Promise.all([1, 2, 3].map(() => buildOnce(lock, () => built, build)));
    expect(builds).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  test('goes on where whoever was building has died', async () => {
    writeFileSync(lock, '999999999');
    let built = false;
    await buildOnce(
      lock,
      () => built,
      async () => {
        built = true;
      },
    );
    expect(built).toBe(true);
  });

  test('lets go of the lock when the build fails', async () => {
    const failing = buildOnce(
      lock,
      () => false,
      async () => {
        throw new Error('no');
      },
    );
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });
});
