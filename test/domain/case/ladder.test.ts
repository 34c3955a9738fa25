import { at, CLOCK, textOf } from '../../support/lifeOf.ts';
import {
  assigned,
  D1,
  FINISH,
  H3,
  handling,
  opened,
  rating,
  S1,
  TICK,
  ticked,
} from '../../support/loopLives.ts';

/** A limit of two working days from Monday 28 September ends on Wednesday 30; National Day is off until 7 October. */
const RUNGS = [
  ['2026-09-30 11:00', 'remind'],
  ['2026-09-30 17:30', 'urge'],
  ['2026-10-08 17:30', 'yellow'],
  ['2026-10-09 17:30', 'red'],
  ['2026-10-13 17:30', 'list'],
] as const;

const steps = (life: ReturnType<typeof opened>) =>
  (life.history.at(-1)?.events ?? []).flatMap((event) => (event.type === 'rang' ? [event.step] : []));

describe('the ladder of a limit', () => {
  test('goes up step by step, each at its own time and not a minute before', () => {
    const life = handling();
    for (const [time, step] of RUNGS) {
      const due = at(time);
      expect(life.state.clock?.next).toEqual({ step, at: due });
      expect(life.at(textOf(due - 60_000)).when(TICK, CLOCK).outcome).toEqual([]);
      expect(ticked(life, time).outcome).toEqual(step === 'list' ? ['rang', 'listed'] : ['rang']);
      expect(life.when(TICK, CLOCK).outcome).toEqual([]);
    }
    expect(life.state.clock?.next).toBeUndefined();
    expect(ticked(life, '2026-12-01 10:00').outcome).toEqual([]);
  });

  test('is late from the limit on, and not when it is reminded of', () => {
    const life = ticked(handling(), '2026-09-30 11:00');
    expect(life.state.clock?.overdue).toBeUndefined();
    expect(ticked(life, '2026-09-30 17:30').state.clock?.overdue).toBe(true);
  });

  test('is gone up after an outage in one go, each step once and in order', () => {
    const life = ticked(handling(), '2026-10-12 10:00');
    expect(steps(life)).toEqual(['remind', 'urge', 'yellow', 'red']);
    // Counted from the limit, not from when it was noticed.
    expect(life.nextText).toBe('list 2026-10-13 17:30');
    expect(life.when(TICK, CLOCK).outcome).toEqual([]);
  });

  test('begins anew with each stage', () => {
    const life = ticked(opened(), '2026-09-28 11:30').when({ type: 'verify' }, S1);
    expect(life.state.clock?.overdue).toBeUndefined();
    expect(life.nextText).toBe('remind 2026-09-28 13:45');
  });

  test('tells first who has it, then the leader, then the superior', () => {
    const life = handling();
    const told = RUNGS.map(([time]) => ticked(life, time).told.map(({ to, kind }) => `${to.who} ${kind}`));
    expect(told).toEqual([
      ['post reminder'],
      ['post urge', 'deputies urge'],
      ['post yellow', 'leader yellow'],
      ['post red', 'leader red', 'superior red'],
      ['post list', 'leader list', 'superior list'],
    ]);
  });

  test('tells after an outage everybody the last step alone, which names them all', () => {
    const told = ticked(handling(), '2026-10-12 10:00').told;
    expect(told.map(({ to, kind }) => `${to.who} ${kind}`)).toEqual([
      'post red',
      'deputies urge',
      'leader red',
      'superior red',
    ]);
    expect(told[0]?.steps).toEqual(['remind', 'urge', 'yellow', 'red']);
  });
});

describe('挂牌督办', () => {
  test('is published with the unit and the day it now has, once', () => {
    const life = ticked(handling(), '2026-10-13 17:30');
    expect(life.state.listed).toEqual({
      unit: 'U03',
      at: at('2026-10-13 17:30'),
      due: at('2026-10-27 17:30'),
    });
    // It is handled at last, found bad, and late again: it is listed already.
    life.when(FINISH, H3).when({ type: 'fail', reason: '没好' }, S1);
    expect(steps(ticked(life, '2026-11-30 10:00'))).toContain('list');
    expect(life.outcome).not.toContain('listed');
  });

  test('goes over to the unit that has it then', () => {
    const life = ticked(handling(), '2026-10-13 17:30');
    life.when({ type: 'redispatch', unit: 'U01', reason: '换一家' }, D1);
    expect(life.state.listed).toMatchObject({ unit: 'U01', due: at('2026-10-27 17:30') });
  });

  test('is of units alone: a supervisor who is late is the superior’s matter', () => {
    const life = ticked(opened(), '2026-10-30 10:00');
    expect(steps(life)).toContain('list');
    expect(life.state.listed).toBeUndefined();
  });
});

test('a task nobody signs goes up the same ladder', () => {
  const life = ticked(assigned(), '2026-09-28 11:00');
  expect(steps(life)).toEqual(['remind', 'urge']);
  expect(life.nextText).toBe('yellow 2026-09-29 17:30');
});

describe('what ends by itself', () => {
  test('is reminded of once and then over, without a ladder', () => {
    const life = ticked(rating(), '2026-10-09 14:15');
    expect(steps(life)).toEqual(['remind']);
    expect(life.nextText).toBe('lapse 2026-10-10 17:30');
    expect(ticked(life, '2026-10-10 17:29').outcome).toEqual([]);
    expect(ticked(life, '2026-10-10 17:30').outcome).toEqual(['rang', 'filed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'closed' });
    expect(life.state.rating).toBeUndefined();
  });

  test('is filed as it was rated where somebody rated it', () => {
    const life = ticked(rating(), '2026-10-10 17:30');
    expect(life.history.at(-1)?.events).toContainEqual({ type: 'filed', rated: false });
  });
});
