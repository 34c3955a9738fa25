import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { runCity } from '../../infra/commands/city.ts';
import { smallCity } from './smallCity.ts';

let dir = '';
const write = async (file: string, text: string) => {
  await mkdir(dirname(join(dir, file)), { recursive: true });
  await writeFile(join(dir, file), text);
};
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'city-'));
  for (const [file, text] of Object.entries(smallCity)) await write(file, text);
});
afterEach(() => rm(dir, { recursive: true }));

const run = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const versions: { version: string; at: number }[] = [];
  const puts: string[] = [];
  const opened: string[] = [];
  const around = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    open: async ({ stage }: { readonly stage: string }) => {
      opened.push(stage);
      return {
        name: stage,
        blobs: {
          get: async () => new Uint8Array(),
          put: async (city: string, version: string) => void puts.push(`${city}/${version}`),
        },
        store: {
          currentVersion: async () => versions.at(-1)?.version,
          setCurrent: async (_city: string, version: string, at: number) =>
            void versions.push({ version, at }),
          history: async () => versions,
        },
      };
    },
  };
  return { code: await runCity(args, around), out, err, versions, puts, opened };
};

describe('npm run city', () => {
  test('checks a sound folder', async () => {
    const { code, out, err } = await run('check', dir);
    expect([code, err]).toEqual([0, []]);
    expect(out.join()).toMatch(/没有问题，版本 [0-9a-f]{16}。区域 5，地点 2，事项 2，/u);
  });

  test('prints every fault of a folder, one a line, and answers 1', async () => {
    await write(
      'units.csv',
      'code,name,parent,phone,channel\nU00,指挥中心,,12345,web\nU03,路灯管理所,U09,,fax\n',
    );
    await write('calendar/2026.json', '{');
    const { code, out, err, opened } = await run('publish', dir);
    expect(code).toBe(1);
    expect(out).toEqual([
      'calendar/2026.json:1: JSON 写法不对。检查这一行前后的逗号、引号和括号；JSON 里不能有注释、NaN 或末尾的逗号。',
      'units.csv:3: channel：不认识的渠道“fax”。写 web、wechaty 之一，或完整的会话（如 wechaty:wxid_1）。',
    ]);
    expect([err, opened]).toEqual([['共 2 处问题'], []]);
  });

  test('publishes a sound folder to the stage it is told', async () => {
    const { code, out, versions, puts, opened } = await run('publish', dir, '--stage', 'dev');
    expect([code, opened]).toEqual([0, ['dev']]);
    expect(puts).toEqual([`small/${versions[0]?.version}`]);
    expect(out.join()).toContain(`小城（small）${versions[0]?.version} 已发布：dev`);
  });

  test('says that nothing was published yet', async () => {
    const { code, out } = await run('history', 'cities/example');
    expect([code, out]).toEqual([0, ['example 在 local 还没有发布过']]);
  });

  test.each([
    [[]],
    [['chekc', 'x']],
    [['check']],
    [['check', 'a', 'b']],
    [['check', 'a', '--bogus']],
    [['publish', '--stage']],
  ])('answers 2 with help to %j', async (args) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err.join()).toContain('exit codes');
  });

  test('has help in both languages', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out.join()).toMatch(/检查[\s\S]*every fault/u);
  });

  test('runs as a program, with an AWS stage refused until it is told where', async () => {
    const program = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['infra/commands/city.ts', ...args]);
    expect((await program('check', dir)).stdout).toContain('没有问题');
    await expect(program('publish', dir, '--stage', 'prod')).rejects.toMatchObject({ code: 2 });
    await expect(program('check', join(dir, 'nowhere'))).rejects.toMatchObject({ code: 1 });
  });
});
