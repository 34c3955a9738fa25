import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalProcess } from '../../support/LocalProcess.ts';

const folder = mkdtempSync(join(tmpdir(), 'wangge-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (...options: readonly string[]): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/start.ts', ...options], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });

describe('npm start', () => {
  test('says how it is used, each option in Chinese and in English', async () => {
    const { code, output } = await start('--help');
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/--fresh[\s\S]*--port[\s\S]*--city[\s\S]*--engine/u),
    ]);
    const [, ...lines] = output.split('\n  --');
    for (const line of lines) expect(line).toMatch(/\p{Script=Han}[\s\S]*[a-z]{3}/u);
  });

  test.each([
    [['--port', 'x'], /--port x: give a number/u],
    [['--engine', 'mysql'], /there are dynalite and dynamodb-local/u],
    [['--colour'], /Unknown option '--colour'/u],
    [['--city', 'nowhere'], /nowhere cannot be published[\s\S]*没有这个文件夹/u],
  ])(
    'with %j says what is wrong, and ends',
    async (options, message) => {
      const { code, output } = await start('--data', join(folder, 'faulty'), ...options);
      expect([code, output]).toEqual([1, expect.stringMatching(message)]);
    },
    90_000,
  );

  test('does not empty a folder that is not its own', async () => {
    const precious = mkdtempSync(join(folder, 'precious-'));
    writeFileSync(join(precious, 'diary.txt'), '');
    const { code, output } = await start('--fresh', '--data', precious);
    expect([code, output]).toEqual([1, expect.stringMatching(/does not look like the data of a local run/u)]);
    expect(existsSync(join(precious, 'diary.txt'))).toBe(true);
  });

  test('starts once on a folder, ends with Ctrl-C, and comes back under its address', async () => {
    const dataDir = join(folder, 'data');
    const first = await LocalProcess.start(dataDir);
    const second = await start('--data', dataDir);
    expect([second.code, second.output]).toEqual([
      1,
      expect.stringMatching(/is going on already \(process \d+, http:[^)]+\)[\s\S]*kill \d+/u),
    ]);
    expect(await first.interrupt()).toBe(0);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
    const again = await LocalProcess.start(dataDir);
    expect(again.run.url).toBe(first.run.url);
    expect((await fetch(again.run.url)).status).toBe(200);
    await again.kill();
    const afterKill = await LocalProcess.start(dataDir, '--fresh');
    // A page that is open finds the fresh run.
    expect(afterKill.run.url).toBe(first.run.url);
    expect(afterKill.output).toContain(`npm start -- --fresh --data ${dataDir} --quiet empties it`);
    expect(await afterKill.interrupt()).toBe(0);
  }, 180_000);

  test('on a port that is taken says so, with what to type instead', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as AddressInfo;
    const { code, output } = await start('--data', join(folder, 'busy'), '--port', `${port}`, '--quiet');
    busy.close();
    expect([code, output]).toEqual([
      1,
      expect.stringContaining(
        `Port ${port} is taken. Give another, or none for any free one: npm start -- --data ${join(folder, 'busy')} --quiet`,
      ),
    ]);
  }, 90_000);
});
