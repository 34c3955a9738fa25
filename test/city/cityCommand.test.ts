import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDesk } from '../infra/commands/city/openDesk.ts';
import { smallCity, withChange } from './smallCity.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const COMMANDS = ['check', 'import', 'publish', 'history', 'diff', 'republish', 'route'];

describe('npm run city', () => {
  test('checks a sound folder', async () => {
    const { code, out, err } = await desk.run('check', desk.dir);
    expect([code, err]).toEqual([0, []]);
    expect(out.join()).toMatch(/没有问题，版本 [0-9a-f]{16}。区域 5，地点 2，事项 2，/u);
  });

  test('prints every fault of a folder, one a line, and answers 1', async () => {
    await desk.write({
      'units.csv': 'code,name,parent,phone,channel\nU00,指挥中心,,12345,web\nU03,路灯管理所,U09,,fax\n',
      'calendar/2026.json': '{',
    });
    const { code, out, err } = await desk.run('publish', desk.dir);
    expect(code).toBe(1);
    expect(out).toEqual([
      'calendar/2026.json:1: JSON 写法不对。检查这一行前后的逗号、引号和括号；JSON 里不能有注释、NaN 或末尾的逗号。',
      'units.csv:3: channel：不认识的渠道“fax”。写 web、wechaty 之一，或完整的会话（如 wechaty:wxid_1）。',
      'units.csv:3: 没有编码为 U09 的上级单位。改正 parent，或补上那个单位。',
    ]);
    expect([err, desk.opened]).toEqual([['共 3 处问题'], []]);
  });

  test('tells a mistake of a whole column once, with its lines, and each by itself with --all', async () => {
    const ledger = (smallCity['ledger.csv'] ?? '').trimEnd().split('\n');
    const rows = Array.from(
      { length: 30 },
      (_, i) => `990101,expert,,E${i},某某,,web,,L001,2025/1/${i + 1},`,
    );
    await desk.write({ 'ledger.csv': [...ledger, ...rows, ''].join('\n') });
    const short = await desk.run('check', desk.dir);
    expect(short.code).toBe(1);
    expect(short.out).toHaveLength(6);
    expect(short.out.slice(-2)).toEqual([
      'ledger.csv:11: from：“2025/1/5”不是日期。写成 2026-01-31，并且确有这一天。',
      'ledger.csv:12: from：“2025/1/6”不是日期；同样的共 25 处：第 12–36 行。写成 2026-01-31，并且确有这一天。',
    ]);
    expect(short.err.at(-1)).toMatch(
      /^共 30 处问题，同样的写在了一起；逐条看：npm run city -- check .* --all$/u,
    );
    const all = await desk.run('check', desk.dir, '--all');
    expect([all.code, all.out.length, all.err.at(-1)]).toEqual([1, 30, '共 30 处问题']);
  });

  test('says what is worth a look beside the answer, and passes', async () => {
    const hole = '[[121.475,31.235],[121.4751,31.235],[121.4751,31.2351],[121.475,31.2351],[121.475,31.235]]';
    await desk.write(
      withChange(
        'areas.geojson',
        '[121.47,31.24],[121.47,31.23]]]',
        `[121.47,31.24],[121.47,31.23]],${hole}]`,
      ),
    );
    const { code, out, err } = await desk.run('check', desk.dir);
    expect([code, out]).toEqual([0, [expect.stringContaining('没有问题')]]);
    expect(err).toEqual([
      expect.stringMatching(/^提示 areas\.geojson:\d+: 网格之间空着 .*若不是有意留出的/u),
    ]);
  });

  test('says that a big map takes a while', async () => {
    await desk.write({ 'areas.geojson': `${smallCity['areas.geojson']}${' '.repeat(17 * 1024 * 1024)}` });
    const { code, err } = await desk.run('check', desk.dir);
    expect([code, err]).toEqual([0, ['areas.geojson 有 18 MB，正在读取、检查……']]);
  });

  test.each([
    [[]],
    [['chekc', 'x']],
    [['toString']],
    [['check']],
    [['check', 'a', 'b']],
    [['check', 'a', '--bogus']],
    [['publish', '--stage']],
    [['history']],
    [['diff', 'a']],
    [['republish', 'small']],
    [['route', '--service', '01037']],
    [['route', '--service', '01037', '--place', '东门', '--leaf', '990101001001001']],
  ])('answers 2 with help to %j', async (args) => {
    const { code, err } = await desk.run(...args);
    expect(code).toBe(2);
    expect(err.join()).toContain('exit codes');
  });

  test('has help in both languages, which names every command', async () => {
    const { code, out } = await desk.run('--help');
    expect(code).toBe(0);
    expect(out.join()).toMatch(/检查[\s\S]*every fault/u);
    for (const command of COMMANDS) expect(out.join()).toContain(`npm run city -- ${command} `);
  });

  test.each(COMMANDS)('%s has its own help', async (command) => {
    const { code, out, err } = await desk.run(command, '--help');
    expect([code, err, desk.opened]).toEqual([0, [], []]);
    expect(out.join()).toContain(`npm run city -- ${command}`);
  });

  test('runs as a program, with an AWS stage refused until it is told where', async () => {
    const program = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['infra/commands/city.ts', ...args]);
    expect((await program('check', desk.dir)).stdout).toContain('没有问题');
    await expect(program('publish', desk.dir, '--stage', 'prod')).rejects.toMatchObject({ code: 2 });
    await expect(program('check', join(desk.dir, 'nowhere'))).rejects.toMatchObject({ code: 1 });
    await expect(program('history', 'small', '--data', desk.dir)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm start -- --data'),
    });
  });
});
