import { runCase } from '../../../../infra/commands/case.ts';
import type { Case } from '../../../../shared/domain/case/Case.ts';
import type { Entry } from '../../../../shared/domain/case/CaseEvent.ts';
import { everyEvent, NEIGHBOUR, WRITTEN } from '../../../support/everyEvent.ts';
import { aLife, foldOf, sealed, storeOf } from '../../../support/handmadeCase.ts';
import { at, CLOCK, NUMBER, RESIDENT, staff } from '../../../support/lifeOf.ts';
import { smallKnowledge } from '../../../support/smallCity.ts';

const OTHER = '202609280000002';
const life = aLife();
const SECRETS = [WRITTEN, '建设路', NEIGHBOUR, 'r-1', '13812345678', 'photos/web'];

interface Desk {
  readonly history?: readonly Entry[];
  readonly stored?: Case | undefined;
}

const openDesk = (desk: Desk = {}) => {
  const { history = life } = desk;
  const of = storeOf(history, 'stored' in desk ? desk.stored : foldOf(history));
  const other = storeOf(aLife(OTHER), foldOf(aLife(OTHER)));
  const cases = {
    load: async (number: string) => (await of.load(number)) ?? other.load(number),
    history: async (number: string) => {
      const own = await of.history(number);
      return own.length > 0 ? own : other.history(number);
    },
  };
  const know = smallKnowledge();
  return async (...args: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCase(args, {
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      open: async ({ stage }) => ({
        name: stage,
        cases,
        // Two pages, of which the first is empty, as a filtered scan gives them.
        scan: async (from) =>
          from === undefined ? { numbers: [], next: 'p2' } : { numbers: [NUMBER, OTHER] },
        cities: { current: async () => know, at: async () => know },
      }),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
};

const changed = (seq: number): readonly Entry[] =>
  life.map((entry) => (entry.seq === seq ? { ...entry, by: staff('S2') } : entry));

describe('npm run case -- show', () => {
  test('tells when, who, what, which clock began and why it ends when it does', async () => {
    const { code, out, err } = await openDesk()('show', NUMBER);
    expect([code, err]).toEqual([0, '']);
    for (const line of [
      `${NUMBER}  共 7 条，城市版本 small-1`,
      '事项 路灯异常，网格 西网格',
      '第 1 条  2026-09-30T16:00:00+08:00  报事人',
      '第 3 条  2026-09-30T16:50:00+08:00  网格员 姓名S1（S1）',
      '    网格员核实属实，受理，派给路灯管理所',
      '    → 待签收，路灯管理所',
      '    时限 办好（路灯管理所）：从 09月30日 16:55 起 2 个工作日：10月1日至10月7日放假，到 10月09日 17:30',
      '第 5 条  2026-10-08T10:00:00+08:00  另一位报事人',
    ])
      expect(out.split('\n')).toContain(line);
    // A reminder begins no clock.
    expect(out.match(/时限 核实/gu)).toHaveLength(1);
  });

  test('shows nothing private, as text and as JSON', async () => {
    for (const more of [[], ['--json']]) {
      const { out } = await openDesk()('show', NUMBER, ...more);
      for (const secret of SECRETS) expect([secret, out.includes(secret)]).toEqual([secret, false]);
    }
  });

  test('--json prints one entry a line with its own hash, and tells residents apart', async () => {
    const { out } = await openDesk()('show', NUMBER, '--json');
    const entries = out.split('\n').map((line) => JSON.parse(line) as Entry);
    expect(entries.map(({ seq, hash }) => [seq, hash])).toEqual(life.map(({ seq, hash }) => [seq, hash]));
    expect(entries[0]?.by.person).toBe('[resident 1]');
    expect(entries[4]?.by.person).toBe('[resident 2]');
    expect(entries[6]?.by.person).toBe('[resident 1]');
    expect(entries[2]?.by.person).toBe('S1');
  });

  test('a limit that was moved is told again, with what moved it; one that was not, is not', async () => {
    const clock = {
      limit: 'handle',
      lasts: '2wd',
      since: at('2026-09-28 10:00'),
      due: at('2026-09-30 17:30'),
      next: { step: 'remind', at: at('2026-09-30 10:00') },
    } as const;
    const moves = [
      { kind: 'stood', from: at('2026-09-29 09:00'), to: at('2026-09-30 09:00') },
      { kind: 'extended', by: '2wd' },
    ] as const;
    const history = sealed([
      [
        '2026-09-28 10:00',
        RESIDENT,
        everyEvent.opened,
        { type: 'dispatched', tasks: [{ unit: 'U03', share: 'lead', status: 'handling', rule: '01*' }] },
        { type: 'moved', to: 'handling', owner: 'unit@U03', clock },
      ],
      ['2026-09-30 10:00', CLOCK, { type: 'rang', name: 'stage', step: 'remind' }],
      [
        '2026-09-30 11:00',
        staff('D1', 'dispatcher'),
        {
          type: 'extended',
          unit: 'U03',
          name: 'stage',
          clock: { ...clock, due: at('2026-10-10 17:30'), moves, provisional: true },
        },
      ],
      ['2026-09-30 12:00', { person: 'GONE', role: 'handler' }, everyEvent.passed],
      ['2026-09-30 12:00', { person: 'web:staff', role: 'handler' }, everyEvent.passed],
    ]);
    const { out } = await openDesk({ history })('show', NUMBER);
    const told = out.split('\n\n').slice(1);
    expect(told[1]).not.toContain('时限');
    expect(told[2]?.split('\n').at(-1)).toBe(
      '    时限 办好（路灯管理所）：从 09月28日 10:00 起 2 个工作日：10月1日至10月7日放假，10月10日上班，09月29日 09:00 到 09月30日 09:00 停钟，其中有的年份放假安排还没有公布，公布后重算，到 10月10日 17:30（其中延期 2 个工作日）',
    );
    expect(told[3]).toContain('承办人员（GONE）');
    expect(told[4]).toMatch(/承办人员\n/u);
  });

  test('warns of a chain that is broken', async () => {
    const { code, err } = await openDesk({ history: changed(3) })('show', NUMBER);
    expect([code, err]).toEqual([0, expect.stringContaining(`第 3 条起对不上`)]);
    expect(err).toContain(`npm run case -- verify ${NUMBER}`);
  });

  test('of a history that makes no sense it says so, with what to do', async () => {
    const history = sealed([['2026-09-28 10:00', RESIDENT, { type: 'verified' }]]);
    const { code, err } = await openDesk({ history, stored: undefined })('show', NUMBER);
    expect([code, err]).toEqual([1, expect.stringContaining('第 1 条接不上')]);
  });

  test('of every event there is, something is told and nothing private', async () => {
    const { opened, ...others } = everyEvent;
    const history = sealed([
      ['2026-09-28 10:00', RESIDENT, opened],
      ...Object.values(others).map((event) => ['2026-09-28 11:00', staff('S1'), event] as const),
    ]);
    const { code, out } = await openDesk({ history })('show', NUMBER);
    expect(code).toBe(0);
    for (const secret of SECRETS) expect([secret, out.includes(secret)]).toEqual([secret, false]);
  });
});

describe('npm run case -- verify', () => {
  test('a case that nobody touched is whole', async () => {
    expect(await openDesk()('verify', NUMBER)).toEqual({
      code: 0,
      out: `${NUMBER}  7 条，链完整，快照与历史一致`,
      err: '',
    });
  });

  test('an altered entry is named, exit 1', async () => {
    const { code, out } = await openDesk({ history: changed(4), stored: foldOf(life) })('verify', NUMBER);
    expect(code).toBe(1);
    expect(out).toContain(`${NUMBER}  第 4 条（2026-09-30T16:55:00+08:00）对不上`);
  });

  test('missing entries are named, in the middle and at the end', async () => {
    const without = (seq: number) => life.filter((entry) => entry.seq !== seq);
    const middle = await openDesk({ history: without(4), stored: foldOf(life) })('verify', NUMBER);
    expect(middle).toMatchObject({ code: 1, out: expect.stringContaining('缺第 4 条：后面接着的是第 5 条') });
    const end = await openDesk({ history: without(7), stored: foldOf(life) })('verify', NUMBER);
    expect(end).toMatchObject({ code: 1, out: expect.stringContaining('缺第 7 条：快照记着更多') });
  });

  test('a snapshot that differs is told field by field, private values hidden', async () => {
    const stored = { ...foldOf(life), stage: 'handling', text: '别的', owner: 'resident@web:r-9' } as const;
    const { code, out } = await openDesk({ stored })('verify', NUMBER);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      `${NUMBER}  owner 不一致：历史推出 "resident@[resident 1]"，快照存着 "resident@[resident 2]"`,
      `${NUMBER}  stage 不一致：历史推出 "closed"，快照存着 "handling"`,
      `${NUMBER}  text 不一致：历史推出 （私人内容，不显示），快照存着 （私人内容，不显示）`,
    ]);
  });

  test('--all looks at every case of every page, and sums up', async () => {
    expect(await openDesk()('verify', '--all')).toEqual({
      code: 0,
      out: '共 2 件、14 条：链都完整，快照与历史都一致',
      err: '',
    });
    const { code, out } = await openDesk({ history: changed(4), stored: foldOf(life) })('verify', '--all');
    expect(code).toBe(1);
    expect(out.split('\n').at(-1)).toBe('共 2 件、14 条：1 件有问题');
    expect(out).toContain(`${NUMBER}  第 4 条`);
    expect(out).not.toContain(OTHER);
  });
});

describe('npm run case -- replay', () => {
  test('shows the case as it stood at an instant', async () => {
    const { code, out } = await openDesk()('replay', NUMBER, '--at', '2026-10-01T00:00:00+08:00');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      `${NUMBER}  2026-10-01T00:00:00+08:00 的样子，第 4 条（2026-09-30T16:55:00+08:00）之后`,
      '事项 路灯异常，网格 西网格',
      '现在：处置中，由路灯管理所办理',
      '任务 路灯管理所（主办）：处置中',
      '时限 办好（路灯管理所）：从 09月30日 16:55 起 2 个工作日：10月1日至10月7日放假，到 10月09日 17:30',
    ]);
  });

  test('an instant without a zone is Chinese time, and an entry of that very instant has happened', async () => {
    const run = openDesk();
    const replayed = async (at: string) =>
      /第 (\d) 条/u.exec((await run('replay', NUMBER, '--at', at)).out)?.[1];
    expect(await replayed('2026-09-30T16:50')).toBe('3');
    expect(await replayed('2026-09-30 16:49:59')).toBe('2');
    expect(await replayed('2026-09-30T08:50:00Z')).toBe('3');
  });

  test('--seq and --json', async () => {
    const { code, out } = await openDesk()('replay', NUMBER, '--seq', '1', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      stage: 'verifying',
      version: 1,
      hash: life[0]?.hash,
      reporter: '[resident 1]',
    });
    for (const secret of SECRETS) expect(out).not.toContain(secret);
  });
});

test.each([
  [['show', '202609280000003'], 1, '没有 202609280000003 这一件'],
  [['verify', '202609280000003'], 1, '没有 202609280000003 这一件'],
  [['replay', '202609280000003', '--seq', '1'], 1, '没有 202609280000003 这一件'],
  [['show', '12'], 2, '“12”不是受理编号'],
  [['show'], 2, '少写了 1 项'],
  [['verify', NUMBER, '--all'], 2, '多写了 1 项'],
  [['replay', NUMBER], 2, '请写 --at 时刻，或 --seq 第几条'],
  [['replay', NUMBER, '--at', '2026-10-01T00:00', '--seq', '1'], 2, '只写一个'],
  [['replay', NUMBER, '--at', '昨天'], 2, '“昨天”不是时刻'],
  [['replay', NUMBER, '--at', '2026-02-30T10:00'], 2, '不是时刻'],
  [['replay', NUMBER, '--at', '2026-02-20T25:00'], 2, '不是时刻'],
  [
    ['replay', NUMBER, '--at', '2026-09-30T15:59:59+08:00'],
    1,
    '那时还没有这一件：它是 2026-09-30T16:00:00+08:00 登记的',
  ],
  [['replay', NUMBER, '--seq', '8'], 1, '没有第 8 条：这一件有 7 条'],
  [['replay', NUMBER, '--seq', '0'], 2, '请写 1 起的整数'],
  [['tell', NUMBER], 2, '没有“tell”这个命令'],
  [[], 2, '没有写命令'],
])('%j is refused, with what to do', async (args, code, words) => {
  expect(await openDesk()(...args)).toMatchObject({ code, err: expect.stringContaining(words) });
});

test.each([['--help'], ['show', '--help'], ['verify', '--help'], ['replay', '--help']])(
  '%s %s helps',
  async (...args) => {
    expect(await openDesk()(...args)).toMatchObject({
      code: 0,
      out: expect.stringContaining('npm run case -- '),
    });
  },
);
