import { knowLoop } from '../../support/loopCity.ts';
import {
  assigned,
  D1,
  dispatching,
  E1,
  E2,
  E3,
  H3,
  handling,
  opened,
  overRounds,
  S1,
  ticked,
} from '../../support/loopLives.ts';

const CONSULT = { type: 'consult', question: '这能修吗' } as const;
const YES = { type: 'opine', accept: true, words: '能修' } as const;
const NO = { type: 'opine', accept: false, words: '修不了' } as const;
const asked = () => opened().when(CONSULT, S1);

describe('专家咨询', () => {
  test('goes to the experts of the area, and back to who asked once enough have answered', () => {
    const life = asked();
    expect(life.state).toMatchObject({
      stage: 'consulting',
      owner: 'expert@990101',
      pause: { stage: 'verifying' },
    });
    expect(life.told).toEqual([
      { to: { who: 'post', owner: 'expert@990101' }, kind: 'expertTask', words: '这能修吗' },
    ]);
    expect(life.when(YES, E1).outcome).toEqual(['opined']);
    expect(life.state.stage).toBe('consulting');
    expect(life.when(YES, E2).outcome).toEqual(['opined', 'resumed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'verifying', owner: 'supervisor@990101001001001' });
    expect(life.state.opinions).toHaveLength(2);
    expect(life.told).toEqual([
      {
        to: { who: 'post', owner: 'supervisor@990101001001001' },
        kind: 'consulted',
        words: '能修\n能修',
        count: 2,
      },
    ]);
  });

  test('by a majority against it declines what is not taken up yet, with their words', () => {
    const life = asked()
      .when(NO, E1)
      .when({ ...NO, words: '不归这里' }, E2);
    expect(life.outcome).toEqual(['opined', 'resumed', 'moved', 'declined', 'moved']);
    expect(life.state).toMatchObject({ stage: 'declined', reason: '修不了；不归这里' });
    expect(life.state.pause).toBeUndefined();
  });

  test('that is divided waits for everybody', () => {
    const life = asked().when(YES, E1).when(NO, E2);
    expect([life.outcome, life.state.stage]).toEqual([['opined'], 'consulting']);
    expect(life.when(NO, E3).state.stage).toBe('declined');
    expect(asked().when(YES, E1).when(NO, E2).when(YES, E3).state.stage).toBe('verifying');
  });

  test('that stays divided leaves it to who asked', () => {
    // Two experts alone.
    const life = asked().inForce(knowLoop('loop-3')).when(YES, E1).when(NO, E2);
    expect([life.outcome, life.state.stage]).toEqual([['opined', 'resumed', 'moved'], 'verifying']);
  });

  test('counts everybody once: who thinks again replaces what they said', () => {
    const life = asked().when(NO, E1).when(YES, E1);
    expect([life.outcome, life.state.stage]).toEqual([['opined'], 'consulting']);
    expect(life.state.opinions).toEqual([{ person: 'E1', accept: true, words: '能修' }]);
  });

  test('of what is being handled, or was, never refuses it', () => {
    expect(handling().when(CONSULT, H3).when(NO, E1).when(NO, E2).state).toMatchObject({ stage: 'handling' });
    const above = overRounds().when(CONSULT, { person: 'L0', role: 'leader' });
    expect(above.when(NO, E1).when(NO, E2).state).toMatchObject({ stage: 'dispatching', rounds: 2 });
  });

  test('that nobody answers goes on by itself when its time is over', () => {
    const life = asked();
    expect(life.dueText).toBe('2026-10-08 17:30');
    expect(ticked(life, '2026-10-08 17:30').outcome.slice(0, 4)).toEqual([
      'rang',
      'rang',
      'resumed',
      'moved',
    ]);
    expect(life.state.stage).toBe('verifying');
  });

  test('asks anew each time: what was said before is of the last question', () => {
    const life = dispatching().when(CONSULT, D1).when(YES, E1).when(YES, E2).when(CONSULT, D1);
    expect(life.state.opinions).toEqual([]);
  });

  test('is answered by experts alone, asked by who has the case, and not where there are none', () => {
    expect(asked().when(YES, S1).outcome).toBe('notYours');
    expect(asked().when(YES, H3).outcome).toBe('noSuchCase');
    expect(opened().when(CONSULT, D1).outcome).toBe('notYours');
    expect(opened().when(YES, E1).outcome).toBe('noSuchCase');
    expect(assigned().when(CONSULT, H3).outcome).toBe('wrongStage');
    const city = knowLoop();
    const none = {
      ...city,
      holders: (...args: Parameters<typeof city.holders>) =>
        args[0] === 'expert' ? [] : city.holders(...args),
    };
    expect(opened().inForce(none).when(CONSULT, S1).outcome).toBe('noExperts');
  });
});
