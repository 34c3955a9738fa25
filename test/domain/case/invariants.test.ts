import fc from 'fast-check';
import { postHolders, splitOwner } from '../../../shared/domain/case/answersFor.ts';
import { type Case, ENDED } from '../../../shared/domain/case/Case.ts';
import type { CaseCommand } from '../../../shared/domain/case/CaseCommand.ts';
import type { By, Entry } from '../../../shared/domain/case/CaseEvent.ts';
import { firstBreak } from '../../../shared/domain/case/chain.ts';
import { conditionOf } from '../../../shared/domain/case/conditionOf.ts';
import { RULES } from '../../../shared/domain/case/decide.ts';
import { foldHistory } from '../../../shared/domain/case/evolve.ts';
import { nextDue } from '../../../shared/domain/case/nextDue.ts';
import { react } from '../../../shared/domain/case/react.ts';
import { startClock } from '../../../shared/domain/case/startClock.ts';
import { CLOCK, lifeOf, RESIDENT, report, staff } from '../../support/lifeOf.ts';
import { lidCity } from './support/lidCity.ts';

const know = lidCity();

const people: readonly By[] = [
  RESIDENT,
  { person: 'web:r-2', role: 'resident' },
  CLOCK,
  staff('S1'),
  staff('S2'),
  staff('D1', 'dispatcher'),
  staff('H1', 'handler'),
  staff('H3', 'handler'),
  staff('H0', 'handler'),
];

const service = fc.constantFrom('01037', '06010', '06013', 'Z2001', 'Z2002', '01001', 'nope');
const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.constantFrom<CaseCommand>(
    { type: 'verify' },
    { type: 'sign' },
    { type: 'pass' },
    { type: 'tick' },
    { type: 'decline', reason: '不属实' },
    { type: 'finish', report: '好了', photos: [] },
    { type: 'fail', reason: '没好' },
    { type: 'rate', rating: { overall: 'B' } },
    { type: 'supplement', text: '补充' },
    report(),
    {
      type: 'handOver',
      owner: 'supervisor@990101001001001',
      until: Date.parse('2026-12-31'),
      from: ['S1'],
      to: ['S2'],
      because: 'ledger',
    },
  ),
  service.map((code): CaseCommand => ({ type: 'correct', service: code })),
  fc
    .tuple(service, fc.constantFrom('a', 'b', 'x'))
    .map(([code, condition]): CaseCommand => ({ type: 'correct', service: code, condition })),
  fc.constantFrom('U01', 'U03', 'U99').map((unit): CaseCommand => ({ type: 'dispatch', unit })),
);

/** Most moves are made by whoever's turn it is, so that sequences get somewhere. */
const move = fc.record({
  command,
  by: fc.oneof({ weight: 2, arbitrary: fc.constant('whose turn' as const) }, fc.constantFrom(...people)),
  wait: fc.constantFrom(0, 60_000, 3_600_000, 86_400_000, 9 * 86_400_000),
});

const speaker = (by: By | 'whose turn', state: Case, { type }: CaseCommand): By => {
  if (type === 'handOver') return CLOCK;
  if (by !== 'whose turn') return by;
  const [role, code] = splitOwner(state.owner);
  if (role === 'resident') return { person: code, role };
  const [row] = postHolders(state.owner, state.leaf, Date.parse('2026-09-28T10:00:00+08:00'), know);
  return { person: row?.person ?? 'nobody', role: role === 'unit' ? 'handler' : role };
};

/** Everybody who ever reported it handled. */
const handlersOf = (history: readonly Entry[]): readonly string[] =>
  history.flatMap(({ events }) => events.flatMap((event) => (event.type === 'done' ? [event.person] : [])));

/** Who answers is the ledger's matter: a hand-over leaves this as it is. */
const expectKept = ({ type }: CaseCommand, before: Case, after: Case): void => {
  const standing = ({ stage, owner, clock, rounds, tasks }: Case) => ({ stage, owner, clock, rounds, tasks });
  if (type === 'handOver') expect(standing(after)).toEqual(standing(before));
};

/** The clock as it must be: one that starts now runs by the limits of what the case is filed as now. */
const clockOf = ({ clock, ...state }: Case, now: number) =>
  clock && clock.limit !== 'rate' && clock.since === now && clock.next.step === 'remind'
    ? startClock(clock.limit, state, now, know)
    : clock;

test('whatever people and clocks do, a case keeps its promises', () => {
  fc.assert(
    fc.property(service, fc.array(move, { maxLength: 40 }), (first, moves) => {
      const life = lifeOf(know).when(report({ service: first }));
      if (life.history.length === 0) return;
      for (const { command: next, by, wait } of moves) {
        const before = life.state;
        life.after(wait).when(next, speaker(by, before, next));
        const { state, history } = life;
        const ended = ENDED.has(state.stage);

        // An open case always has somebody whose turn it is, and an instant at which it is looked at again.
        expect(state.owner).toMatch(/^(supervisor|dispatcher|unit|resident)@.+/u);
        expect(nextDue(state) === undefined).toBe(ended);
        // What has ended stays as it is.
        if (ENDED.has(before.stage)) expect(state).toBe(before);
        // One command, one version; the history has no gaps and folds to the case.
        expect(state.version - before.version).toBeLessThanOrEqual(1);
        expect(history.map((entry) => entry.seq)).toEqual(history.map((_, i) => i + 1));
        expectKept(next, before, state);
        // After a tick nothing that was due is left.
        const due = nextDue(state);
        if (next.type === 'tick' && by === CLOCK && due !== undefined) expect(due).toBeGreaterThan(life.now);
        // Who handled it did not pass it.
        if (['pass', 'fail'].includes(next.type) && Array.isArray(life.outcome) && life.outcome.length > 0)
          expect(handlersOf(history)).not.toContain(history.at(-1)?.by.person);
        expect(clockOf(state, life.now)).toEqual(state.clock);
        expect(state.urgent).toBe(conditionOf(state, know)?.urgent);
      }
      expect(foldHistory(life.history)).toEqual(life.state);
      expect(firstBreak(life.history)).toBeUndefined();
      expect(JSON.stringify(life.state).length).toBeLessThan(6_000);
    }),
    { numRuns: 1_500 },
  );
});

test('who ends up owning a case is told so, and the resident hears of every outcome', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const life = lifeOf(know).when(report());
      for (const { command: next, by, wait } of moves)
        life.after(wait).when(next, speaker(by, life.state, next));
      for (const [i, entry] of life.history.entries()) {
        const history = life.history.slice(0, i + 1);
        const after = foldHistory(history);
        if (!after) throw new Error('a history folds');
        const tellings = react(entry, after, history);
        const moved = entry.events.find((event) => event.type === 'moved');
        if (moved?.owner.startsWith('resident@') && moved.to !== 'closed')
          expect(tellings.some((telling) => telling.to === 'reporter')).toBe(true);
        if (moved && !moved.owner.startsWith('resident@') && entry.events[0]?.type !== 'signed')
          expect(tellings.some((telling) => telling.to === 'owner')).toBe(true);
        expect(new Set(tellings.map((telling) => `${telling.to} ${telling.kind}`)).size).toBe(
          tellings.length,
        );
      }
    }),
    { numRuns: 500 },
  );
});

test('every rule can be reached: each command succeeds in at least one random life', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(service, fc.array(move, { minLength: 60, maxLength: 120 }), (first, moves) => {
      const life = lifeOf(know).when(report({ service: first }));
      if (life.history.length === 0) return;
      for (const { command: next, by, wait } of moves) {
        life.after(wait % 3_600_001).when(next, speaker(by, life.state, next));
        if (Array.isArray(life.outcome) && life.outcome.length > 0) reached.add(next.type);
      }
    }),
    { numRuns: 1_500 },
  );
  expect([...reached].sort()).toEqual(Object.keys(RULES).sort());
});
