import type { LedgerRow } from '../../../shared/domain/city/City.ts';
import { changedLeaves } from '../../../shared/domain/ledger/changedLeaves.ts';
import { endLeave } from '../../../shared/domain/ledger/endLeave.ts';
import type { Leave, Staffing } from '../../../shared/domain/ledger/Staffing.ts';
import { takeLeave } from '../../../shared/domain/ledger/takeLeave.ts';

const today = '2026-09-28';
const row = (person: string, more: Partial<LedgerRow> = {}): LedgerRow => ({
  role: 'supervisor',
  area: '990101001001001',
  person,
  name: person,
  phone: '',
  channel: 'web',
  from: '2025-01-01',
  ...more,
});
const rows = [
  row('A', { deputy: 'B', superior: 'L' }),
  row('B', { deputy: 'A' }),
  row('L', { role: 'leader', area: '990101' }),
];
const leave = (person: string, from: string, to?: string): Leave => ({ person, from, ...(to ? { to } : {}) });
const take = (wanted: Leave, leaves: readonly Leave[] = [], ledger = rows) =>
  takeLeave(wanted, { staffing: { bindings: {}, leaves }, rows: ledger, today });
const refused = (code: string, more: object = {}) => ({ kind: 'refused', refusal: { code, ...more } });

test('a leave names who stands in, day by day: the deputy, and the superior while the deputy is away', () => {
  expect(take(leave('A', '2026-10-01', '2026-10-03'))).toMatchObject({ kind: 'changed', standIns: ['B'] });
  expect(
    take(leave('A', '2026-10-01', '2026-10-03'), [leave('B', '2026-10-02', '2026-10-02')]),
  ).toMatchObject(refused('nobodyStandsIn', { person: 'B' }));
  const withL = [
    row('A', { deputy: 'B', superior: 'L' }),
    row('B', { deputy: 'L' }),
    row('L', { role: 'leader', area: '990101' }),
  ];
  expect(
    take(leave('A', '2026-10-01', '2026-10-03'), [leave('B', '2026-10-02', '2026-10-02')], withL),
  ).toMatchObject({ kind: 'changed', standIns: ['B', 'L'] });
});

test('of a superior, too, every day counts: away in the middle, and nobody above, the leave is refused', () => {
  const ledger = (above?: string) => [
    row('A', { superior: 'L' }),
    row('L', { role: 'leader', area: '990101', ...(above ? { superior: above } : {}) }),
    row('M', { role: 'leader', area: '990101' }),
  ];
  const wanted = leave('A', '2026-10-01', '2026-10-10');
  const meanwhile = [leave('L', '2026-10-05', '2026-10-06')];
  expect(take(wanted, meanwhile, ledger())).toMatchObject(refused('nobodyStandsIn', { person: 'A' }));
  expect(take(wanted, meanwhile, ledger('M'))).toMatchObject({ kind: 'changed', standIns: ['L', 'M'] });
  expect(take(wanted, [leave('L', '2026-10-11')], ledger())).toMatchObject({ standIns: ['L'] });
});

test('days that touch or overlap become one; the same again changes nothing', () => {
  const before = [leave('A', '2026-10-01', '2026-10-03')];
  expect(take(leave('A', '2026-10-04', '2026-10-05'), before)).toMatchObject({
    leave: leave('A', '2026-10-01', '2026-10-05'),
    after: { leaves: [leave('A', '2026-10-01', '2026-10-05')] },
  });
  expect(take(leave('A', '2026-10-02'), before)).toMatchObject({ leave: leave('A', '2026-10-01') });
  expect(take(leave('A', '2026-10-07', '2026-10-07'), before)).toMatchObject({
    after: { leaves: [before[0], leave('A', '2026-10-07', '2026-10-07')] },
  });
  expect(take(leave('A', '2026-10-02', '2026-10-03'), before)).toEqual({
    kind: 'unchanged',
    standIns: ['B'],
  });
});

test.each([
  ['a last day that does not exist', leave('A', '2027-02-01', '2027-02-30'), 'noSuchDay'],
  ['a first day that does not exist', leave('A', '2027-02-29'), 'noSuchDay'],
  ['words for a day', leave('A', '2026-10-01', '10月7日'), 'noSuchDay'],
  ['past days', leave('A', '2026-09-27', '2026-10-01'), 'datesPast'],
  ['reversed days', leave('A', '2026-10-03', '2026-10-01'), 'datesReversed'],
  ['a person the ledger does not know', leave('X', '2026-10-01'), 'unknownPerson'],
  ['nobody who stands in', leave('L', '2026-10-01'), 'nobodyStandsIn'],
])('%s are refused', (_what, wanted, code) => {
  expect(take(wanted)).toMatchObject(refused(code));
});

test('leaves that are long over are forgotten, those of a while ago are not', () => {
  const old = leave('B', '2026-06-01', '2026-06-02');
  const recent = leave('B', '2026-09-01', '2026-09-02');
  expect(take(leave('A', '2026-10-01'), [old, recent])).toMatchObject({
    after: { leaves: [recent, leave('A', '2026-10-01')] },
  });
});

test('who is back answers from today on; what has not begun is taken back; who is not away is told so', () => {
  const end = (leaves: readonly Leave[]) =>
    endLeave('A', { staffing: { bindings: {}, leaves }, today, said: today });
  expect(end([leave('A', '2026-09-20', '2026-10-01')])).toMatchObject({
    after: { leaves: [leave('A', '2026-09-20', '2026-09-27')] },
  });
  expect(end([leave('A', '2026-09-28')])).toMatchObject({ after: { leaves: [] } });
  const [soon, later] = [leave('A', '2026-10-01', '2026-10-02'), leave('A', '2026-11-01', '2026-11-02')];
  expect(end([later, soon])).toMatchObject({ leave: soon, after: { leaves: [later] } });
  expect(end([leave('A', '2026-09-20', '2026-09-27'), leave('B', '2026-09-28')])).toEqual(
    refused('notAway', { person: 'A' }),
  );
});

describe('销假 again', () => {
  const now = leave('A', '2026-09-25', '2026-10-03');
  const later = leave('A', '2026-11-01', '2026-11-07');
  const end = (staffing: Staffing, more: { today?: string; said?: string; from?: string } = {}) =>
    endLeave('A', { staffing, today, said: today, ...more });
  const ended = (leaves: readonly Leave[], more = {}): Staffing => {
    const ending = end({ bindings: {}, leaves }, more);
    if (ending.kind !== 'changed') throw new Error('it ends');
    return ending.after;
  };

  test.each([
    ['with another one filed', [now, later], now],
    ['with none', [now], now],
    ['of one that began today', [leave('A', today), later], leave('A', today)],
    ['of one that had not begun', [leave('A', '2026-10-01'), later], leave('A', '2026-10-01')],
  ])('%s changes nothing and tells the same days', (_what, leaves, meant) => {
    expect(end(ended(leaves))).toEqual({ kind: 'unchanged', leave: meant });
  });

  test('by a message of yesterday it is the same; said on another day it is the next one', () => {
    const after = ended([now, later]);
    const tomorrow = '2026-09-29';
    expect(end(after, { today: tomorrow })).toEqual({ kind: 'unchanged', leave: now });
    expect(end(after, { today: tomorrow, said: tomorrow })).toMatchObject({ kind: 'changed', leave: later });
  });

  test('whoever is away anew on the same day comes back anew', () => {
    const filed = takeLeave(later, { staffing: ended([now]), rows, today });
    if (filed.kind !== 'changed') throw new Error('it is filed');
    expect(end(filed.after)).toMatchObject({ kind: 'changed', leave: later });
  });

  test('one that is named is ended, or is over already, or was never there', () => {
    const after = ended([now, later], { from: later.from });
    expect(after.leaves).toEqual([now]);
    expect(end(after, { from: later.from })).toEqual({ kind: 'unchanged', leave: later });
    const over = leave('A', '2026-09-01', '2026-09-02');
    expect(end({ bindings: {}, leaves: [over] }, { from: over.from })).toEqual({
      kind: 'unchanged',
      leave: over,
    });
    expect(end(after, { from: '2026-12-01' })).toEqual(refused('notAway', { person: 'A' }));
  });

  test('what is remembered of it goes when no message can come again', () => {
    const after = ended([now, leave('B', '2026-10-01')]);
    const long = endLeave('B', { staffing: after, today: '2026-10-13', said: '2026-10-13' });
    expect(long).toMatchObject({ kind: 'changed' });
    expect(long.kind === 'changed' && Object.keys(long.after.returns ?? {})).toEqual(['B']);
  });
});

test('those who stand in hear of a leave that is new, of other days, and of its end', () => {
  const news = (before: readonly Leave[], after: readonly Leave[]) =>
    changedLeaves({ bindings: {}, leaves: before }, { bindings: {}, leaves: after }, today);
  const one = leave('A', '2026-09-28', '2026-10-01');
  expect(news([], [one])).toEqual([{ kind: 'filed', leave: one }]);
  expect(news([one], [leave('A', '2026-09-28')])).toEqual([
    { kind: 'filed', leave: leave('A', '2026-09-28') },
  ]);
  expect(news([one], [])).toEqual([{ kind: 'ended', leave: one }]);
  expect(
    news([leave('A', '2026-09-20', '2026-10-01')], [leave('A', '2026-09-20', '2026-09-27')]),
  ).toMatchObject([{ kind: 'ended' }]);
  expect(news([leave('A', '2026-09-01', '2026-09-02')], [])).toEqual([]);
});
