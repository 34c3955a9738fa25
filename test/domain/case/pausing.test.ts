import { CLOCK, RESIDENT, textOf } from '../../support/lifeOf.ts';
import {
  assigned,
  burst,
  D1,
  dispatching,
  E1,
  E2,
  H1,
  H2,
  H3,
  handling,
  L0,
  opened,
  S1,
  TICK,
  ticked,
} from '../../support/loopLives.ts';

const ASK = { type: 'ask', question: '是哪一盏' } as const;
const ANSWER = { type: 'supplement', text: '门口那盏' } as const;

describe('补充材料', () => {
  test('stops the clock, and starts it again where it goes on', () => {
    const life = handling();
    expect(life.at('2026-09-28 14:00').when(ASK, H3).outcome).toEqual(['paused', 'moved']);
    expect(life.state).toMatchObject({ stage: 'waiting', owner: 'resident@web:r-1', asked: 1 });
    // Saturday the 10th is worked.
    expect(life.dueText).toBe('2026-10-10 17:30');
    expect(life.at('2026-09-29 18:00').when(ANSWER).outcome).toEqual(['supplemented', 'resumed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'handling', owner: 'unit@U03' });
    expect(life.state.pause).toBeUndefined();
    // It stood through the closes of the 28th and the 29th: two working days more.
    expect(life.dueText).toBe('2026-10-09 17:30');
  });

  test('without an answer goes on by itself, counted from when the time for it was over, however late that is seen', () => {
    const life = handling().at('2026-09-28 14:00').when(ASK, H3);
    ticked(life, '2026-10-14 09:00');
    expect(life.outcome.slice(0, 4)).toEqual(['rang', 'rang', 'resumed', 'moved']);
    expect(life.state.stage).toBe('handling');
    // It stood from 28 September to 10 October, 17:30: six closes.
    expect(life.dueText).toBe('2026-10-14 17:30');
    expect(life.told.map(({ kind }) => kind)).toEqual(['unanswered', 'materialLapsed', 'reminder']);
  });

  test('that lapsed long ago still tells what rang since', () => {
    const life = handling().at('2026-09-28 14:00').when(ASK, H3);
    const told = ticked(life, '2026-10-20 09:00').told;
    expect(life.state.clock?.overdue).toBe(true);
    expect(told.filter(({ kind }) => kind === 'red')[0]).toMatchObject({
      to: { who: 'post', owner: 'unit@U03' },
      steps: ['remind', 'urge', 'yellow', 'red'],
    });
  });

  test('twice adds up', () => {
    const life = handling().at('2026-09-28 14:00').when(ASK, H3);
    life.at('2026-09-28 17:40').when(ANSWER);
    expect(life.dueText).toBe('2026-10-08 17:30');
    life.at('2026-09-29 10:00').when(ASK, H3).at('2026-09-29 17:31').when(ANSWER);
    expect(life.dueText).toBe('2026-10-09 17:30');
    expect(life.state.clock?.moves).toHaveLength(2);
  });

  test('within a day costs a limit of working days nothing', () => {
    const life = handling().at('2026-09-28 14:00').when(ASK, H3).at('2026-09-28 16:00').when(ANSWER);
    expect(life.dueText).toBe('2026-09-30 17:30');
  });

  test('moves a limit of working hours by open hours, and one of natural time by every hour', () => {
    const sign = assigned().at('2026-09-28 10:30').when(ASK, H3);
    // Half an hour of one working hour is left; it stood over the noon break.
    expect(sign.at('2026-09-28 14:00').when(ANSWER).dueText).toBe('2026-09-28 14:30');
    const repair = burst().at('2026-09-28 12:00').when(ASK, H2);
    expect(repair.at('2026-09-29 12:00').when(ANSWER).dueText).toBe('2026-09-29 14:00');
  });

  test('does not stop what has run out, only what is above it', () => {
    const life = ticked(handling(), '2026-09-30 17:30');
    expect(life.nextText).toBe('yellow 2026-10-08 17:30');
    life.at('2026-10-08 10:00').when(ASK, H3).at('2026-10-09 10:00').when(ANSWER);
    expect(life.dueText).toBe('2026-09-30 17:30');
    expect(life.state.clock?.overdue).toBe(true);
    expect(life.nextText).toBe('yellow 2026-10-09 17:30');
  });

  test('stops the clock of a unit that helps, and not that of who must approve its return', () => {
    const life = assigned('06010').when({ type: 'sign' }, H1).when({ type: 'sign' }, H2);
    const taskDue = () => textOf(life.state.tasks.find(({ unit }) => unit === 'U02')?.clock?.due ?? 0);
    life.when({ type: 'return', reason: '不归我们' }, H2);
    const asked = life.state.request?.clock.due;
    life.at('2026-09-28 14:00').when(ASK, H1).at('2026-09-28 18:00').when(TICK, CLOCK);
    expect(life.state.request).toBeUndefined();
    expect(textOf(asked ?? 0)).toBe('2026-09-28 15:30');
    expect(life.at('2026-09-29 18:00').when(ANSWER).state.stage).toBe('handling');
    expect([life.dueText, taskDue()]).toEqual(['2026-10-09 17:30', '2026-10-09 17:30']);
  });

  test('may be asked for three times, not where the resident has it, and not by others', () => {
    const life = handling();
    for (let i = 0; i < 3; i++) life.when(ASK, H3).when(ANSWER);
    expect(life.when(ASK, H3).refusal).toEqual({ code: 'askedEnough', most: 3 });
    expect(handling().when(ASK, D1).outcome).toBe('notYours');
    expect(handling().when(ASK, H3).when(ASK, H3).outcome).toBe('wrongStage');
  });

  test('is asked from where it stands, and goes back there', () => {
    for (const life of [opened(), dispatching(), assigned()]) {
      const { stage, owner } = life.state;
      const by = { verifying: S1, dispatching: D1, assigned: H3 }[stage as 'verifying'];
      expect(life.when(ASK, by).state.stage).toBe('waiting');
      expect(life.when(ANSWER).state).toMatchObject({ stage, owner });
    }
  });

  test('takes what was asked for with it, as the clock it was about is another then', () => {
    const life = handling().when({ type: 'extend', by: '1wd', reason: '缺零件' }, H3).when(ASK, H3);
    expect(life.state.request).toBeUndefined();
  });

  test('is reminded of, with the question', () => {
    const life = ticked(handling().when(ASK, H3), '2026-10-10 17:00');
    expect(life.told).toMatchObject([
      { to: { who: 'reporters' }, kind: 'materialReminder', words: '是哪一盏' },
    ]);
  });
});

describe('挂账', () => {
  const suspended = () =>
    handling().when({ type: 'suspend', reason: '要等备件' }, H3).when({ type: 'approve' }, L0);

  test('stands still once the leader agrees, until it is taken up again', () => {
    const asked = handling().when({ type: 'suspend', reason: '要等备件' }, H3);
    expect(asked.state).toMatchObject({
      stage: 'handling',
      request: { kind: 'suspend', approver: 'leader@990101001' },
    });
    const life = asked.when({ type: 'approve' }, L0);
    expect(life.outcome).toEqual(['approved', 'paused', 'moved']);
    expect(life.state).toMatchObject({
      stage: 'suspended',
      owner: 'unit@U03',
      pause: { kind: 'suspension' },
    });
    expect(life.told).toContainEqual({ to: { who: 'reporters' }, kind: 'suspended', words: '要等备件' });
    life.at('2026-09-29 18:00').when({ type: 'resume' }, H3);
    expect([life.state.stage, life.dueText]).toEqual(['handling', '2026-10-09 17:30']);
    expect(life.when({ type: 'resume' }, H3).outcome).toBe('wrongStage');
  });

  test('is over after its period, and goes on by itself', () => {
    const life = suspended();
    expect(life.dueText).toBe('2026-10-28 10:00');
    ticked(life, '2026-10-28 10:00');
    expect(life.state).toMatchObject({ stage: 'handling', owner: 'unit@U03' });
    expect(life.told.map(({ kind }) => kind)).toEqual(['resumed', 'goesOn']);
  });

  test('may be asked for once more, for another period, and is reviewed by the leader', () => {
    const life = suspended().at('2026-10-20 10:00').when({ type: 'suspend', reason: '还没到货' }, H3);
    life.when({ type: 'approve' }, L0);
    expect(life.state.stage).toBe('suspended');
    expect(life.dueText).toBe('2026-11-19 10:00');
    // Who was told once that it stands still is not told again.
    expect(life.told.map(({ kind }) => kind)).toEqual(['approved', 'suspended']);
    life.when({ type: 'resume' }, H3);
    // All of it counts as one: 12 closes from 28 September to 20 October.
    expect(life.dueText).toBe('2026-10-22 17:30');
  });

  test('is not there for whoever does not have the case, or asks a second time at once', () => {
    expect(handling().when({ type: 'suspend', reason: 'x' }, D1).outcome).toBe('notYours');
    expect(assigned().when({ type: 'suspend', reason: 'x' }, H3).outcome).toBe('wrongStage');
    const twice = handling()
      .when({ type: 'suspend', reason: 'x' }, H3)
      .when({ type: 'suspend', reason: 'x' }, H3);
    expect(twice.outcome).toBe('requestPending');
  });
});

test('a case that stands still can be withdrawn, and stands still no more', () => {
  const life = handling().when(ASK, H3).when({ type: 'withdraw' }, RESIDENT);
  expect(life.state.stage).toBe('withdrawn');
  expect(life.state.pause).toBeUndefined();
});

test('while experts are asked, the clock stands still as well', () => {
  const life = handling().at('2026-09-28 14:00').when({ type: 'consult', question: '能修吗' }, H3);
  life.at('2026-09-29 18:00').when({ type: 'opine', accept: true, words: '能' }, E1);
  life.when({ type: 'opine', accept: true, words: '换灯杆' }, E2);
  expect([life.state.stage, life.dueText]).toEqual(['handling', '2026-10-09 17:30']);
});
