import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStaff } from '../../../../infra/commands/staff.ts';
import { bindAccount } from '../../../../shared/application/bindAccount.ts';
import { readCode } from '../../../../shared/domain/ledger/accessCode.ts';
import { smallCity, smallKnowledge } from '../../../support/smallCity.ts';
import { smallWorld } from '../../../support/smallWorld.ts';

const openDesk = () => {
  const ledger = smallCity.ledger.map((row) =>
    row.person === 'D1' ? { ...row, channel: 'wechaty:wxid_d1' } : row,
  );
  const world = { ...smallWorld(smallKnowledge({ ledger })) };
  let seed = 7;
  const run = async (...args: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runStaff(args, {
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      open: async ({ stage }) => ({
        ...world,
        name: stage,
        below: (n) => {
          seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
          return (seed >>> 8) % n;
        },
        lines: async (most) => world.staffing.lines().toReversed().slice(0, most),
      }),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  const bind = (code: string, conversation: string) => bindAccount(world)(code, { conversation, turn: 't' });
  return { run, bind, world };
};

const codeIn = (text: string): string => /[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/u.exec(text)?.[0] ?? '';

describe('npm run staff', () => {
  test('code prints one code that binds, whom it is for, how long it holds and what to tell them', async () => {
    const { run, bind } = openDesk();
    const { code, out } = await run('code', 'S1', '--days', '3');
    expect(code).toBe(0);
    expect(out).toContain('S1 姓名S1，网格监督员（一社区西网格）');
    expect(out).toContain('有效期至 10月01日 10:00，只能用一次');
    expect(out).toContain(`请打开网格的聊天窗口，发这一句：绑定 ${codeIn(out)}`);
    expect(await bind(codeIn(out), 'web:r-1')).toMatchObject({ kind: 'bound', person: 'S1' });
  });

  test('list says whose leaves cannot be read, and nothing of it where all can', async () => {
    const { run, world } = openDesk();
    expect((await run('list')).err).toBe('');
    const { load } = world.staffing;
    world.staffing = {
      ...world.staffing,
      load: async () => ({ ...(await load()), unread: ['S1', 'S1', '?'] }),
    };
    const { code, out, err } = await run('list');
    expect([code, err]).toEqual([
      0,
      '有 3 条请假或销假的记录读不出来，没有算：S1、?。请问本人，再用 leave 登记一次',
    ]);
    expect(out).toContain('S1  姓名S1');
  });

  test('codes --unbound is for those without an account, and a new code takes the place of the older', async () => {
    const { run, bind } = openDesk();
    const first = codeIn((await run('code', 'S1')).out);
    await bind(codeIn((await run('code', 'S2')).out), 'web:r-2');
    const { code, out } = await run('codes', '--unbound');
    expect(code).toBe(0);
    expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'H0',
      'H1',
      'H3',
      'L1',
      'L3',
      'S1',
      '共',
    ]);
    expect(await bind(first, 'web:r-1')).toEqual({ kind: 'wrong' });
    const again = codeIn(out.split('\n').find((line) => line.startsWith('S1')) ?? '');
    expect(await bind(again, 'web:r-1')).toMatchObject({ kind: 'bound' });
  });

  test('codes --csv writes a table for its writer alone, and never over a file that is there', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'staff-'));
    const { run } = openDesk();
    const file = join(dir, 'codes.csv');
    const { out } = await run('codes', '--unbound', '--csv', file);
    expect(codeIn(out)).toBe('');
    const rows = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
    expect(rows[0]).toBe('\ufeff"person","name","posts","code","until"');
    expect(rows).toHaveLength(8);
    expect(rows.slice(1).map((row) => readCode(codeIn(row)))).not.toContain(undefined);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const again = await run('codes', '--unbound', '--csv', file);
    expect([again.code, again.err]).toEqual([1, `${file} 已经有了：请换一个文件名`]);
    await rm(dir, { recursive: true });
  });

  test('codes --csv that is interrupted keeps every code it drew, and says that they hold', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'staff-'));
    const { run, bind, world } = openDesk();
    const { give } = world.codes;
    let given = 0;
    world.codes = {
      ...world.codes,
      give: async (...code) => {
        if (given === 2) throw new Error('no network');
        given += 1;
        await give(...code);
      },
    };
    const file = join(dir, 'codes.csv');
    const { code, err } = await run('codes', '--unbound', '--csv', file);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining(`发到第 2 个时中断了（Error: no network），写在 ${file} 里的都有效`),
    ]);
    const rows = (await readFile(file, 'utf8')).trimEnd().split('\r\n').slice(1);
    expect(rows).toHaveLength(2);
    for (const [i, row] of rows.entries())
      expect(await bind(codeIn(row), `web:r-${i}`)).toMatchObject({ kind: 'bound' });
    await rm(dir, { recursive: true });
  });

  test('list tells who is bound where without giving the account away', async () => {
    const { run, bind } = openDesk();
    await bind(codeIn((await run('code', 'S1')).out), 'wechaty:wxid_abc123');
    const { out } = await run('list');
    expect(out).toContain('S1  姓名S1  网格监督员（一社区西网格）  已绑定 wechaty:wx…23');
    expect(out).toContain('S2  姓名S2  网格监督员（一社区东网格）  没有账号');
    expect(out).toContain('D1  姓名D1  派遣员（一街道）  台账写明 wechaty:wx…d1');
    expect(out).toContain('共 8 人，6 人没有账号');
  });

  test('unbind takes the account away, and log says who did what', async () => {
    const { run, bind } = openDesk();
    await bind(codeIn((await run('code', 'S1')).out), 'web:r-12345678');
    expect((await run('unbind', 'S1')).out).toContain('S1 已解绑：web:r-…78 不再代表他');
    const again = await run('unbind', 'S1');
    expect([again.code, again.err]).toEqual([1, 'S1 没有绑定账号。看谁绑定在哪里：npm run staff -- list']);
    expect((await run('log')).out.split('\n')).toEqual([
      '2026-09-28T10:00:00+08:00  解绑  S1  web:r-…78  经办 admin',
      '2026-09-28T10:00:00+08:00  绑定  S1  web:r-…78  经办 S1',
    ]);
    expect((await run('log', '--last', '1')).out.split('\n')).toHaveLength(1);
  });

  test('unbind takes back the code of somebody who is bound to nothing, and says so', async () => {
    const { run, bind } = openDesk();
    const code = codeIn((await run('code', 'S1')).out);
    expect(await run('unbind', 'S1')).toMatchObject({
      code: 0,
      out: 'S1 没有绑定账号，发给他的绑定码作废了。要再绑定，用 code 发一个新的绑定码。',
    });
    expect(await bind(code, 'web:r-1')).toEqual({ kind: 'wrong' });
    expect((await run('unbind', 'S1')).err).toContain('没有绑定账号');
    await bind(codeIn((await run('code', 'S1')).out), 'web:r-12345678');
    await run('code', 'S1');
    expect((await run('unbind', 'S1')).out).toContain('不再代表他，没用掉的绑定码作废了。');
  });

  test.each<[string[], number, string]>([
    [['code', 'S9'], 1, '台账里没有 S9'],
    [['code', 'S1', '--days', '31'], 2, '--days 31 不对：请写 1 到 30 的整数'],
    [['code', 'S1', '--days', 'x'], 2, '--days x 不对'],
    [['code'], 2, '少写了 1 项'],
    [['code', 'S1', '--what'], 2, '命令写错了'],
    [['codes'], 2, '还没有账号的人请写 --unbound'],
    [['log', '--last', '0'], 2, '--last 0 不对'],
    [['fire', 'S1'], 2, '没有“fire”这个命令'],
    [[], 2, '没有写命令'],
  ])('%j is refused with what to do instead', async (args, code, words) => {
    const ran = await openDesk().run(...args);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toContain(words);
  });

  test.each(['', 'code', 'codes', 'list', 'unbind', 'log'])('%s --help says how it is used', async (name) => {
    const { code, out } = await openDesk().run(...[name, '--help'].filter((word) => word !== ''));
    expect(code).toBe(0);
    expect(out).toContain(`npm run staff -- ${name}`);
  });
});
