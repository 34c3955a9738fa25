import { RESIDENT } from '../../support/lifeOf.ts';
import {
  assigned,
  burst,
  D1,
  FINISH,
  H1,
  H2,
  H3,
  NEIGHBOUR,
  opened,
  rating,
  S1,
  ticked,
  visiting,
} from '../../support/loopLives.ts';

const rate = (overall: 'A' | 'B' | 'C' | 'D', opinion?: string) =>
  ({ type: 'rate', rating: { overall, ...(opinion === undefined ? {} : { opinion }) } }) as const;

describe('评价', () => {
  test.each(['A', 'B'] as const)('%s files the case', (grade) => {
    const life = rating().when(rate(grade, '挺好'));
    expect(life.outcome).toEqual(['rated', 'filed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'closed', rating: { overall: grade, opinion: '挺好' } });
    expect(life.when(rate('D')).outcome).toBe('wrongStage');
  });

  test.each(['C', 'D'] as const)('%s has the desk call back first', (grade) => {
    const life = rating().when(rate(grade, '太慢'));
    expect(life.outcome).toEqual(['rated', 'moved']);
    expect(life.state).toMatchObject({ stage: 'rating', owner: 'dispatcher@990101001' });
    expect(life.state.clock).toMatchObject({ limit: 'visit', lasts: '2wd' });
    expect(life.told).toEqual([
      { to: { who: 'post', owner: 'dispatcher@990101001' }, kind: 'visitTask', words: '太慢' },
    ]);
  });

  test('of three things is kept whole', () => {
    const full = { overall: 'B', openness: 'A', result: 'C', opinion: '门口还脏' } as const;
    expect(rating().when({ type: 'rate', rating: full }).state.rating).toEqual(full);
  });

  test('may be changed until it is filed, and each change is kept', () => {
    const life = visiting().when(rate('D', '根本没修'));
    expect(life.outcome).toEqual(['rated']);
    expect(life.state.rating).toEqual({ overall: 'D', opinion: '根本没修' });
    life.when(rate('B'));
    expect(life.state.stage).toBe('closed');
    const said = life.history.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'rated' ? [event.rating.overall] : [])),
    );
    expect(said).toEqual(['C', 'D', 'B']);
  });

  test('is of who reported it', () => {
    expect(rating().when(rate('A'), S1).outcome).toBe('notYours');
    expect(rating().when(rate('A'), NEIGHBOUR).outcome).toBe('noSuchCase');
  });
});

describe('回访', () => {
  const visit = (agreed: boolean) => ({ type: 'visit', agreed, words: '电话里说的' }) as const;

  test('files what the resident lets be, as it was rated', () => {
    const life = visiting().when(visit(true), D1);
    expect(life.outcome).toEqual(['visited', 'filed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'closed', rating: { overall: 'C' } });
  });

  test('has it handled again where they do not', () => {
    const life = visiting().when(visit(false), D1);
    expect(life.outcome).toEqual(['visited', 'failed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'handling', owner: 'unit@U03', rounds: 1 });
    expect(life.told).toMatchObject([
      { to: { who: 'reporters' }, kind: 'reworking' },
      { to: { who: 'post', owner: 'unit@U03' }, kind: 'reworkTask', words: '电话里说的' },
    ]);
  });

  test('that nobody makes in time: D is handled again, C is filed', () => {
    const bad = rating().when(rate('D', '没人来过'));
    expect(bad.dueText).toBe('2026-09-30 17:30');
    expect(ticked(bad, '2026-09-30 17:30').state).toMatchObject({ stage: 'handling', rounds: 1 });
    expect(bad.told).toContainEqual({
      to: { who: 'post', owner: 'unit@U03' },
      kind: 'reworkTask',
      words: '没人来过',
    });
    const middling = ticked(visiting(), '2026-09-30 17:30');
    expect(middling.history.at(-1)?.events).toContainEqual({ type: 'filed', rated: true });
  });

  test('is the desk’s, and only while it is asked for', () => {
    expect(visiting().when(visit(true), S1).outcome).toBe('notYours');
    expect(visiting().when(visit(true), RESIDENT).outcome).toBe('notYours');
    expect(rating().when(visit(true), RESIDENT).outcome).toBe('wrongStage');
    expect(rating().when(visit(true), D1).outcome).toBe('notYours');
  });
});

describe('two steps', () => {
  test('应急处置 then 修复, a clock each', () => {
    const life = burst();
    expect(life.state.clock).toMatchObject({ limit: 'handle', lasts: '4h' });
    life.at('2026-09-28 11:00').when({ type: 'finish', report: '阀门关了', photos: ['photos/h/1'] }, H2);
    expect(life.outcome).toEqual(['contained', 'moved']);
    expect(life.state).toMatchObject({ stage: 'handling', owner: 'unit@U02', contained: true });
    expect([life.state.clock?.limit, life.dueText]).toEqual(['repair', '2026-10-08 17:30']);
    expect(life.told).toEqual([
      { to: { who: 'reporters' }, kind: 'contained', words: '阀门关了', photos: ['photos/h/1'] },
    ]);
    expect(life.when(FINISH, H2).outcome).toEqual(['done', 'moved']);
    life.when({ type: 'fail', reason: '还在漏' }, S1);
    // What was contained stays so: the repair is done again.
    expect([life.state.clock?.limit, life.state.contained]).toEqual(['repair', true]);
  });

  test('that is given to another unit goes on with the second', () => {
    const life = burst()
      .when(FINISH, H2)
      .when({ type: 'redispatch', unit: 'U03', reason: 'x' }, D1)
      .when({ type: 'sign' }, H3);
    expect(life.state.clock?.limit).toBe('repair');
    expect(life.when(FINISH, H3).outcome).toEqual(['done', 'moved']);
  });
});

describe('who handled it never checks it', () => {
  test('whoever did, in any round, on the spot as well: the leader above does, where nobody else is left', () => {
    const life = opened()
      .when({ type: 'solve', report: '扶正了', photos: ['photos/s/1'] }, S1)
      .when(rate('D'));
    life.when({ type: 'visit', agreed: false, words: '又歪了' }, D1);
    expect(life.state).toMatchObject({ stage: 'dispatching', owner: 'leader@990101001' });
    life.when({ type: 'dispatch', unit: 'U01' }, { person: 'L0', role: 'leader' });
    life.when({ type: 'sign' }, H1).when(FINISH, H1);
    expect(life.state).toMatchObject({ stage: 'checking', owner: 'leader@990101001001' });
    expect(life.when({ type: 'pass' }, S1).outcome).toBe('notYours');
    expect(life.when({ type: 'pass' }, { person: 'L0', role: 'leader' }).state.stage).toBe('rating');
  });

  test('is refused to one who did and holds the post beside others', () => {
    const east = { lng: 121.475, lat: 31.231, name: '和平路3号' };
    const life = opened({ place: east }).when({ type: 'verify' }, { person: 'S2', role: 'supervisor' });
    const H4 = { person: 'H4', role: 'handler' } as const;
    life.when({ type: 'sign' }, H4).when(FINISH, H4);
    expect(life.when({ type: 'pass' }, H4).outcome).toBe('selfCheck');
    expect(life.when({ type: 'fail', reason: 'x' }, H4).outcome).toBe('selfCheck');
    expect(assigned().state.handledBy).toBeUndefined();
  });
});
