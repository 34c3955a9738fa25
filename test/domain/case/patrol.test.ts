import { lifeOf, RESIDENT, report, staff } from '../../support/lifeOf.ts';
import { knowLoop } from '../../support/loopCity.ts';
import { declined, FINISH, H3, joined, NEIGHBOUR, opened, S1, S2 } from '../../support/loopLives.ts';

const found = (by = S1, patrol: { solved?: { report: string; photos: readonly string[] } } = {}) =>
  lifeOf(knowLoop()).when(report({ reporter: 'web:S1', patrol }), by);

describe('巡查上报', () => {
  test('by the supervisor of the place is true already, and goes to the unit', () => {
    const life = found();
    expect(life.outcome).toEqual(['opened', 'verified', 'accepted', 'dispatched', 'moved']);
    expect(life.state).toMatchObject({ stage: 'assigned', patrol: true });
  });

  test('by anybody else is looked at by the supervisor of the place', () => {
    expect(found(S2).state).toMatchObject({ stage: 'verifying', owner: 'supervisor@990101001001001' });
    const asked = lifeOf(knowLoop()).when(report({ service: 'Z2001', patrol: {} }), S2);
    expect(asked.state.stage).toBe('verifying');
  });

  test('that was put right at once is filed, with a photo and not without', () => {
    const life = found(S1, { solved: { report: '扶正了', photos: ['photos/s/1'] } });
    expect(life.outcome).toEqual(['opened', 'verified', 'solved', 'filed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'closed', handledBy: ['S1'] });
    expect(found(S1, { solved: { report: '扶正了', photos: [] } }).outcome).toBe('photoNeeded');
  });

  test('has nobody to rate it: it is filed when it was checked', () => {
    const life = found().when({ type: 'sign' }, H3).when(FINISH, H3).when({ type: 'pass' }, S1);
    expect(life.outcome).toEqual(['passed', 'filed', 'moved']);
    expect(life.history.at(-1)?.events).toContainEqual({ type: 'filed', rated: false });
    expect(life.told).toEqual([]);
  });

  test('and by a resident whose case was merged into it: they hear the result, and rate it alone', () => {
    const merged = () => joined(found()).when({ type: 'sign' }, H3).when(FINISH, H3);
    const life = merged().when({ type: 'pass' }, S1);
    expect(life.outcome).toEqual(['passed', 'moved']);
    expect(life.state.stage).toBe('rating');
    expect(life.told).toMatchObject([{ to: { who: 'reporters' }, kind: 'result' }]);
    life.when({ type: 'rate', rating: { overall: 'A' } }, NEIGHBOUR);
    expect(life.outcome).toEqual(['rated', 'filed', 'moved']);
    // Whoever found it takes it back: the resident is in their place, and still rates it.
    const left = joined(found()).when({ type: 'withdraw' }, { person: 'web:S1', role: 'resident' });
    expect(left.outcome).toEqual(['left']);
    left.when({ type: 'sign' }, H3).when(FINISH, H3).when({ type: 'pass' }, S1);
    expect(left.state).toMatchObject({ stage: 'rating', owner: `resident@${NEIGHBOUR.person}` });
  });
});

describe('当场办结', () => {
  const SOLVE = { type: 'solve', report: '扶正了', photos: ['photos/s/1'] } as const;

  test('goes to the resident, who alone checks it', () => {
    const life = opened().when(SOLVE, S1);
    expect(life.outcome).toEqual(['verified', 'accepted', 'solved', 'moved']);
    expect(life.state).toMatchObject({ stage: 'rating', handledBy: ['S1'], tasks: [] });
    expect(life.told).toContainEqual({
      to: { who: 'reporters' },
      kind: 'result',
      words: '扶正了',
      photos: ['photos/s/1'],
    });
  });

  test('is shown, not said, and is the supervisor’s', () => {
    expect(opened().when({ ...SOLVE, photos: [] }, S1).outcome).toBe('photoNeeded');
    expect(opened().when(SOLVE, RESIDENT).outcome).toBe('notYours');
    expect(declined().when(SOLVE, S1).outcome).toBe('wrongStage');
    expect(opened().when(SOLVE, staff('S2')).outcome).toBe('noSuchCase');
  });
});
