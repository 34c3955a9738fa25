import { at, RESIDENT } from '../../support/lifeOf.ts';
import {
  assigned,
  D1,
  declined,
  dispatching,
  FINISH,
  H3,
  handling,
  joined,
  merged,
  NEIGHBOUR,
  NEIGHBOURS,
  opened,
  rating,
  S1,
  SYSTEM,
  ticked,
} from '../../support/loopLives.ts';

const INTO = { number: '202609270000001', openedAt: at('2026-09-27 10:00'), stage: 'handling' } as const;

describe('并案', () => {
  test('ends the case in the other one, and tells the resident into which', () => {
    const life = opened().when({ type: 'merge', into: INTO }, S1);
    expect(life.outcome).toEqual(['merged', 'moved']);
    expect(life.state).toMatchObject({ stage: 'merged', into: INTO.number });
    expect(life.told).toEqual([{ to: { who: 'reporters' }, kind: 'merged', into: INTO.number }]);
    expect(dispatching().when({ type: 'merge', into: INTO }, D1).state.stage).toBe('merged');
  });

  test('is into an earlier case alone, so that no two end in each other', () => {
    const into = (
      more: Partial<{ number: string; openedAt: number; stage: 'closed' | 'withdrawn' | 'declined' }>,
    ) => opened().when({ type: 'merge', into: { ...INTO, ...more } }, S1).refusal ?? 'merged';
    const { number, openedAt } = opened().state;
    expect(into({ number, openedAt })).toEqual({ code: 'cannotMerge', because: 'itself' });
    expect(into({ openedAt: openedAt + 1 })).toEqual({ code: 'cannotMerge', because: 'later' });
    expect(into({ openedAt, number: '209900000000000' })).toEqual({ code: 'cannotMerge', because: 'later' });
    expect(into({ openedAt, number: '200000000000000' })).toBe('merged');
    expect(into({ stage: 'withdrawn' })).toEqual({ code: 'cannotMerge', because: 'ended' });
    expect(into({ stage: 'declined' })).toEqual({ code: 'cannotMerge', because: 'ended' });
    expect(into({ stage: 'closed' })).toBe('merged');
  });

  test('is for who has the case, before a unit has it', () => {
    expect(opened().when({ type: 'merge', into: INTO }, D1).outcome).toBe('notYours');
    expect(assigned().when({ type: 'merge', into: INTO }, H3).outcome).toBe('wrongStage');
  });

  test('says to the resident where theirs is now, whatever they ask of it', () => {
    expect(merged().when({ type: 'supplement', text: 'x' }).refusal).toEqual({
      code: 'mergedInto',
      into: INTO.number,
    });
    expect(merged().when({ type: 'verify' }, S1).outcome).toBe('wrongStage');
  });

  test('is undone where the other was taken back: it goes on from the beginning', () => {
    const life = merged().at('2026-09-28 15:00').when({ type: 'unmerge' }, SYSTEM);
    expect(life.outcome).toEqual(['unmerged', 'moved']);
    expect(life.state).toMatchObject({ stage: 'verifying', owner: 'supervisor@990101001001001' });
    expect(life.state.into).toBeUndefined();
    expect(life.dueText).toBe('2026-09-28 16:00');
    expect(life.told.map(({ kind }) => kind)).toEqual(['unmerged', 'verifyTask']);
    expect(opened().when({ type: 'unmerge' }, SYSTEM).outcome).toEqual([]);
    expect(merged().when({ type: 'unmerge' }, S1).outcome).toBe('notYours');
  });
});

describe('who joins', () => {
  test('is there once, however often it is said, and counts as who reported it', () => {
    const life = joined(handling());
    expect(life.state.joined).toEqual([{ number: NEIGHBOURS, reporter: NEIGHBOUR.person }]);
    expect(life.told).toEqual([{ to: { who: 'post', owner: 'unit@U03' }, kind: 'joined', count: 2 }]);
    expect(joined(life).outcome).toEqual([]);
    expect(life.when({ type: 'supplement', text: '我家门口也是' }, NEIGHBOUR).outcome).toEqual([
      'supplemented',
    ]);
    const own = { number: life.state.number, reporter: 'web:r-9' };
    expect(life.when({ type: 'join', child: own.number, cases: [own] }, SYSTEM).outcome).toEqual([]);
  });

  test('after it was handled hears the result at once, after it was refused the reason', () => {
    expect(joined(rating()).told).toMatchObject([
      { to: { who: 'residents', conversations: [NEIGHBOUR.person] }, kind: 'result', words: '办好了' },
    ]);
    expect(joined(declined()).told).toMatchObject([{ kind: 'declined', words: '现场没有发现' }]);
  });

  test('joins nothing that is in another case itself, or was taken back', () => {
    expect(joined(merged()).refusal).toEqual({ code: 'mergedInto', into: INTO.number });
    expect(joined(opened().when({ type: 'withdraw' })).outcome).toBe('wrongStage');
    expect(opened().when({ type: 'join', child: 'x', cases: [] }, S1).outcome).toBe('notYours');
  });

  test('takes back their own alone: it goes on for the others', () => {
    const life = joined(handling()).when({ type: 'withdraw' }, RESIDENT);
    expect(life.outcome).toEqual(['left']);
    expect(life.state).toMatchObject({ stage: 'handling', reporter: NEIGHBOUR.person });
    expect(life.when({ type: 'urge' }, RESIDENT).outcome).toBe('noSuchCase');
    expect(life.when({ type: 'withdraw' }, NEIGHBOUR).state.stage).toBe('withdrawn');
    const other = joined(handling()).when({ type: 'withdraw' }, NEIGHBOUR);
    expect(other.state).toMatchObject({ reporter: RESIDENT.person, joined: [] });
  });

  test('has it with them when the one who was asked goes', () => {
    const life = joined(handling()).when({ type: 'ask', question: '哪一盏' }, H3).when({ type: 'withdraw' });
    expect(life.state).toMatchObject({ stage: 'waiting', owner: `resident@${NEIGHBOUR.person}` });
    expect(life.when({ type: 'supplement', text: '门口' }, NEIGHBOUR).state.stage).toBe('handling');
  });

  test('rates as everybody: it is filed when all have spoken, by the lowest', () => {
    const life = joined(rating()).when({ type: 'rate', rating: { overall: 'A' } }, NEIGHBOUR);
    expect(life.outcome).toEqual(['rated']);
    life.when({ type: 'rate', rating: { overall: 'B' } }, RESIDENT);
    expect(life.outcome).toEqual(['rated', 'filed', 'moved']);
    expect(life.state.rating).toEqual({ overall: 'B' });
    expect(life.state.voices).toHaveLength(2);
  });

  test('is reminded to rate only where they have not', () => {
    const life = joined(rating()).when({ type: 'rate', rating: { overall: 'A' } }, NEIGHBOUR);
    expect(ticked(life, '2026-10-09 14:15').told).toMatchObject([
      { to: { who: 'residents', conversations: [RESIDENT.person] }, kind: 'rateReminder' },
    ]);
    // Somebody spoke: it is filed as rated.
    expect(ticked(life, '2026-10-10 17:30').history.at(-1)?.events).toContainEqual({
      type: 'filed',
      rated: true,
    });
  });

  test('gives the rating anew after rework', () => {
    const life = joined(rating()).when({ type: 'rate', rating: { overall: 'D' } }, NEIGHBOUR);
    life.when({ type: 'visit', agreed: false, words: '还是不亮' }, D1);
    expect(life.state).toMatchObject({ stage: 'handling', rounds: 1 });
    expect([life.state.rating, life.state.voices]).toEqual([undefined, undefined]);
    expect(life.when(FINISH, H3).when({ type: 'pass' }, S1).told).toContainEqual(
      expect.objectContaining({ to: { who: 'reporters' }, kind: 'result' }),
    );
  });
});
