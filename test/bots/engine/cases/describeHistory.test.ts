import { describeHistory, type Reader } from '../../../../bots/engine/cases/describeHistory.ts';
import type { By, CaseEvent } from '../../../../shared/domain/case/CaseEvent.ts';
import { everyEvent, JOINED, NEIGHBOUR, WRITTEN } from '../../../support/everyEvent.ts';
import { sealed } from '../../../support/handmadeCase.ts';
import { RESIDENT, staff } from '../../../support/lifeOf.ts';
import { smallKnowledge } from '../../../support/smallCity.ts';

const know = smallKnowledge();
const types = Object.keys(everyEvent) as readonly CaseEvent['type'][];

const wordsOf = (event: CaseEvent, reader: Reader, by: By = staff('S1')): string | undefined =>
  describeHistory(
    sealed([
      ['2026-09-28 10:00', RESIDENT, everyEvent.opened],
      ['2026-09-28 11:00', by, event],
    ]),
    know,
    reader,
  ).find(({ seq }) => seq === 2)?.words;

test.each(types.filter((type) => type !== 'moved'))(
  '%s has words for everybody who may read of it',
  (type) => {
    for (const reader of ['resident', 'staff', 'record', 'public'] as const)
      expect([reader, wordsOf(everyEvent[type], reader)]).toEqual([reader, expect.stringMatching(/^[^：]/u)]);
  },
);

test.each(types)('of %s nothing is public that somebody wrote, and nobody is named', (type) => {
  const words = wordsOf(everyEvent[type], 'public') ?? '';
  for (const secret of [WRITTEN, '建设路', NEIGHBOUR, 'r-1', JOINED, '13812345678', '姓名', 'S1', 'H3'])
    expect(words).not.toContain(secret);
});

test.each(types)(
  'of %s a record names staff, and holds nothing that somebody wrote and no address',
  (type) => {
    const words = wordsOf(everyEvent[type], 'record') ?? '';
    for (const secret of [WRITTEN, '建设路', NEIGHBOUR, 'r-1', '13812345678'])
      expect(words).not.toContain(secret);
  },
);

test('what somebody wrote is read by those whose case it is, with numbers masked', () => {
  const event: CaseEvent = { ...everyEvent.failed, reason: '还在漏，打 13812345678' };
  expect(wordsOf(event, 'resident')).toBe('核查不合格，返工：还在漏，打 138****5678');
  expect(wordsOf(event, 'staff')).toBe('核查不合格，返工：还在漏，打 138****5678');
  expect(wordsOf(event, 'public')).toBe('核查不合格，返工');
});

test('staff are named to staff and in records, never to residents', () => {
  expect(wordsOf(everyEvent.transferred, 'staff')).toBe('路灯管理所转给姓名L3办');
  expect(wordsOf(everyEvent.transferred, 'record')).toBe('路灯管理所转给姓名L3办');
  expect(wordsOf(everyEvent.transferred, 'resident')).toBe('路灯管理所内部转办');
  expect(wordsOf({ ...everyEvent.handedOver, to: [] }, 'staff')).toContain('现在由上级办理');
});

test.each(['supplemented', 'supplied', 'appealed', 'rated', 'withdrawn', 'left', 'urged'] as const)(
  '%s by another resident of a merged case is not public, by the one who reported it is',
  (type) => {
    const neighbour: By = { person: NEIGHBOUR, role: 'resident' };
    expect(wordsOf(everyEvent[type], 'public', neighbour)).toBeUndefined();
    expect(wordsOf(everyEvent[type], 'public', RESIDENT)).toBeDefined();
    expect(wordsOf(everyEvent[type], 'record', neighbour)).toBeDefined();
  },
);

test('what follows from the words of another resident is public', () => {
  const history = sealed([
    ['2026-09-28 10:00', RESIDENT, everyEvent.opened],
    ['2026-09-28 11:00', { person: NEIGHBOUR, role: 'resident' }, everyEvent.rated, everyEvent.filed],
  ]);
  expect(describeHistory(history, know, 'public').at(-1)?.words).toBe('归档');
});

test('reminders and what merely moves have no line', () => {
  expect(wordsOf({ ...everyEvent.rang, step: 'remind' }, 'staff')).toBeUndefined();
  expect(wordsOf({ ...everyEvent.rang, step: 'lapse' }, 'staff')).toBeUndefined();
  expect(wordsOf(everyEvent.moved, 'staff')).toBeUndefined();
  for (const [step, words] of [
    ['urge', '催办'],
    ['yellow', '黄牌'],
    ['red', '红牌'],
    ['list', '挂牌督办'],
  ] as const)
    expect(wordsOf({ ...everyEvent.rang, step }, 'resident')).toContain(words);
});

test('both answers of each question are told apart', () => {
  const pairs: readonly (readonly [CaseEvent, CaseEvent])[] = [
    [everyEvent.visited, { ...everyEvent.visited, agreed: true }],
    [everyEvent.filed, { ...everyEvent.filed, rated: false }],
    [everyEvent.approved, { type: 'rejected', kind: 'extend', unit: 'U03', reason: '' }],
    [everyEvent.rejected, { ...everyEvent.rejected, lapsed: true }],
    [everyEvent.passed, everyEvent.failed],
    [everyEvent.verified, everyEvent.declined],
  ];
  for (const [one, other] of pairs) expect(wordsOf(one, 'public')).not.toBe(wordsOf(other, 'public'));
});
