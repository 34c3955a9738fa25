import { type DutyWorld, reportDuty } from '../../shared/application/reportDuty.ts';
import { type DutyNotice, noticeSchema } from '../../shared/contracts/notice.ts';
import type { Turn } from '../../shared/contracts/turn.ts';
import type { LedgerRow } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import type { Unsigned } from '../../shared/domain/duty/unsignedOf.ts';
import { memoryMark } from '../../shared/store/memory/memoryCity.ts';
import { memoryRows } from '../../shared/store/memory/memoryStores.ts';
import { caseRow } from '../support/caseRow.ts';
import { EAST, smallCity, smallKnowledge, WEST } from '../support/smallCity.ts';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);
const SINCE = at('2026-09-28 10:05:00');

const office = (know: Knowledge = smallKnowledge(), start = '2026-09-28 17:31:00') => {
  const clock = { now: at(start) };
  const rows = memoryRows();
  const told: Turn[] = [];
  const faults = { tell: 0, save: 0 };
  const mark = memoryMark<{ readonly step: number; readonly day: string }>();
  const reads: string[] = [];
  const world: DutyWorld = {
    cities: { current: async () => know },
    rows: {
      openInArea: (street, ...more) => {
        reads.push(street);
        return rows.openInArea(street, ...more);
      },
    },
    mark: {
      ...mark,
      save: async (next) => {
        if (faults.save-- > 0) throw new Error('crash before the mark');
        return mark.save(next);
      },
    },
    tell: async (turns) => {
      for (const turn of turns) if (turn.said.kind === 'notice') noticeSchema.parse(turn.said.notice);
      // As the conversations keep them: each id once.
      for (const turn of turns)
        if (!told.some(({ id, conversation }) => id === turn.id && conversation === turn.conversation))
          told.push(turn);
      if (faults.tell-- > 0) throw new Error('crash while telling');
    },
    now: () => clock.now,
  };
  let last = 0;
  return {
    clock,
    faults,
    reads,
    report: reportDuty(world),
    open: (owner: Unsigned['owner'], leaf = WEST, since = SINCE) => {
      last += 1;
      const number = String(202609280000000 + last);
      return rows.save(caseRow(number, leaf, { owner, unsigned: [{ owner, since }] }), 'web:r-1');
    },
    sign: (number: string, leaf = WEST) => rows.save(caseRow(number, leaf, { version: 2 }), 'web:r-1'),
    told: () =>
      told.map(({ conversation, said }) => {
        if (said.kind !== 'notice' || said.notice.kind !== 'duty') throw new Error('not a report');
        return [conversation, said.notice] as const;
      }),
  };
};

const lines = ({ unsigned, unconfirmed }: DutyNotice) =>
  [...unsigned.lines, ...unconfirmed.lines].map(({ name, count }) => `${name} ${count}`);
const short = (told: readonly (readonly [string, DutyNotice])[]) =>
  told.map(([to, notice]) => [to, ...lines(notice)]).toSorted();

test('when a working day is over each superior hears once what was left, and nobody else anything', async () => {
  const { open, report, told, clock } = office();
  await open('unit@U03');
  await open('unit@U03', EAST, SINCE - 60_000);
  await open('unit@U01');
  await open(`supervisor@${WEST}`);
  await open(`supervisor@${EAST}`, EAST);
  expect(await report()).toEqual({ told: 2, unreached: { superiors: 0, cases: 0 }, cut: false });
  expect(short(told())).toEqual([
    ['web:L1', '环卫所 1', '姓名S1 1', '姓名S2 1'],
    ['web:L3', '路灯管理所 2'],
  ]);
  expect(told().find(([to]) => to === 'web:L3')?.[1]).toEqual({
    id: 'duty#2026-09-28',
    kind: 'duty',
    at: at('2026-09-28 17:30:00'),
    day: '2026-09-28',
    count: 2,
    numbers: ['202609280000002', '202609280000001'],
    unsigned: { lines: [{ role: 'unit', name: '路灯管理所', count: 2, oldest: SINCE - 60_000 }], all: 1 },
    unconfirmed: { lines: [], all: 0 },
  });
  clock.now += 60_000;
  expect(await report()).toBeUndefined();
  expect(told()).toHaveLength(2);
});

test('before the hours are over nothing is reported, nor while the lists may lag behind', async () => {
  const { open, report, told, clock } = office(smallKnowledge(), '2026-09-28 10:00:00');
  await report();
  await open('unit@U03');
  for (const now of ['2026-09-28 17:29:00', '2026-09-28 17:30:20']) {
    clock.now = at(now);
    expect(await report()).toBeUndefined();
  }
  clock.now = at('2026-09-28 17:30:30');
  expect((await report())?.told).toBe(1);
  expect(told()).toHaveLength(1);
});

test('each working day anew, and no day that is not worked', async () => {
  const { open, report, told, clock } = office(smallKnowledge(), '2026-09-30 17:31:00');
  await open('unit@U03');
  const days: string[] = [];
  for (; clock.now < at('2026-10-12 00:00:00'); clock.now += 30 * 60_000)
    if (await report()) days.push(told().at(-1)?.[1].day ?? '');
  expect(days).toEqual(['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10']);
});

test('a system that was down reports as soon as it is up: what lay there then, and not what came since', async () => {
  const { open, report, told, clock, reads } = office();
  await open('unit@U03');
  await open('unit@U01');
  clock.now = at('2026-09-29 08:00:00');
  await open('unit@U03', WEST, at('2026-09-28 20:00:00'));
  await report();
  expect(short(told())).toEqual([
    ['web:L1', '环卫所 1'],
    ['web:L3', '路灯管理所 1'],
  ]);
  expect(told()[0]?.[1].day).toBe('2026-09-28');
  // Once: afterwards nothing is read but the mark.
  const before = reads.length;
  for (let i = 0; i < 100; i++) await report();
  expect(reads.length).toBe(before);
});

test('a crash while telling or before the mark tells nobody twice and leaves nobody out', async () => {
  for (const [tell, save] of [
    [1, 0],
    [0, 1],
    [2, 2],
  ] as const) {
    const { open, report, told, faults, sign } = office();
    Object.assign(faults, { tell, save });
    await open('unit@U03');
    await open('unit@U01');
    for (let i = 0; i < tell + save; i++) await expect(report()).rejects.toThrow('crash');
    await sign('202609280000001');
    await report();
    expect(
      told()
        .map(([to]) => to)
        .toSorted(),
    ).toEqual(['web:L1', 'web:L3']);
    expect(await report()).toBeUndefined();
  }
});

test('where nothing was left nobody hears anything, and the day is done', async () => {
  const { report, told } = office();
  expect(await report()).toEqual({ told: 0, unreached: { superiors: 0, cases: 0 }, cut: false });
  expect([told(), await report()]).toEqual([[], undefined]);
});

test('who has no chat account, or nobody above, is counted and not lost silently', async () => {
  const ledger = smallCity.ledger.flatMap((row): readonly LedgerRow[] => {
    if (row.person === 'L3') return [{ ...row, channel: 'telephone' }];
    return row.person === 'S1' ? [] : [row];
  });
  const { open, report, told } = office(smallKnowledge({ ledger }));
  await open('unit@U03');
  await open(`supervisor@${WEST}`);
  expect(await report()).toEqual({ told: 0, unreached: { superiors: 1, cases: 1 }, cut: false });
  expect(told()).toEqual([]);
});

test('with ten thousand units a message stays within its bounds and says how many there are', async () => {
  const units = Array.from({ length: 10_000 }, (_, n) => ({
    code: `N${n}`,
    name: `第${n}管理所`,
    phone: '021',
    channel: 'web',
  }));
  const [row] = smallCity.ledger.filter(({ person }) => person === 'H1');
  const handlers = units.map(({ code }, n) => ({ ...(row as LedgerRow), unit: code, person: `N${n}` }));
  const know = smallKnowledge({
    units: [...smallCity.units, ...units],
    ledger: [...smallCity.ledger, ...handlers],
  });
  const { open, report, told } = office(know);
  for (const [n, { code }] of units.entries()) await open(`unit@${code}`, WEST, SINCE - n);
  const began = performance.now();
  expect((await report())?.told).toBe(1);
  expect(performance.now() - began).toBeLessThan(20_000);
  const [, notice] = told()[0] ?? [];
  expect(notice).toMatchObject({
    count: 10_000,
    unsigned: { all: 10_000 },
    numbers: ['202609280010000', '202609280009999', '202609280009998'],
  });
  expect(notice?.unsigned.lines.map(({ name }) => name).slice(0, 2)).toEqual([
    '第9999管理所',
    '第9998管理所',
  ]);
  expect(JSON.stringify(notice).length).toBeLessThan(4_000);
}, 60_000);
