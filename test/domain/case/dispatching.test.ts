import { RESIDENT } from '../../support/lifeOf.ts';
import {
  assigned,
  checking,
  D1,
  dispatching,
  FINISH,
  H1,
  H3,
  handling,
  L0,
  overRounds,
  rating,
  S1,
  S2,
  ticked,
} from '../../support/loopLives.ts';

const RETURN = { type: 'return', reason: '不归我们管' } as const;

describe('退回', () => {
  test('goes to the desk, with the reason; the case has somebody all the while', () => {
    const life = assigned().when(RETURN, H3);
    expect(life.outcome).toEqual(['returned', 'moved']);
    expect(life.state).toMatchObject({ stage: 'dispatching', owner: 'dispatcher@990101001' });
    expect(life.state.tasks[0]).toMatchObject({ unit: 'U03', status: 'returned' });
    expect(life.told).toContainEqual({
      to: { who: 'post', owner: 'dispatcher@990101001' },
      kind: 'dispatchTask',
      words: '不归我们管',
    });
    expect(handling().when(RETURN, H3).state.stage).toBe('dispatching');
  });

  test('that the desk has decided does not happen again, whoever has it now', () => {
    const back = assigned().when(RETURN, H3).when({ type: 'dispatch', unit: 'U03' }, D1);
    expect(back.when(RETURN, H3).outcome).toBe('returnedBefore');
    const other = assigned().when(RETURN, H3).when({ type: 'dispatch', unit: 'U01' }, D1);
    expect(other.when(RETURN, H1).outcome).toBe('returnedBefore');
  });

  test('of a unit that helps is asked of the desk, and decided once', () => {
    const life = assigned('06010').when(RETURN, { person: 'H2', role: 'handler' });
    expect(life.state.request).toMatchObject({
      kind: 'return',
      unit: 'U02',
      approver: 'dispatcher@990101001',
    });
    expect(life.state.stage).toBe('assigned');
    life.when({ type: 'reject', reason: '就是你们的' }, D1);
    expect(life.state.tasks[1]).toMatchObject({ unit: 'U02', settled: true });
    expect(life.when(RETURN, { person: 'H2', role: 'handler' }).outcome).toBe('returnedBefore');
    const busy = assigned('06010')
      .when({ type: 'sign' }, H1)
      .when({ type: 'extend', by: '1wd', reason: 'x' }, H1);
    expect(busy.when(RETURN, { person: 'H2', role: 'handler' }).outcome).toBe('requestPending');
    // By silence nothing is decided: it may be asked again.
    const silent = ticked(
      assigned('06010').when(RETURN, { person: 'H2', role: 'handler' }),
      '2026-09-28 15:30',
    );
    expect(silent.when(RETURN, { person: 'H2', role: 'handler' }).outcome).toEqual(['requested']);
  });
});

describe('派遣', () => {
  test('is to units that there are, each once, and none that waits for nobody', () => {
    const dispatch = (unit: string, ...assist: readonly { unit: string; after?: string }[]) =>
      dispatching().when({ type: 'dispatch', unit, assist }, D1).outcome;
    expect(dispatch('U99')).toBe('unknownUnit');
    expect(dispatch('U03', { unit: 'U99' })).toBe('unknownUnit');
    expect(dispatch('U03', { unit: 'U01', after: 'U99' })).toBe('unknownUnit');
    expect(dispatch('U03', { unit: 'U03' })).toBe('hasTask');
    expect(dispatch('U03', { unit: 'U01' }, { unit: 'U01' })).toBe('hasTask');
    expect(dispatch('U03', { unit: 'U01', after: 'U02' })).toBe('unknownUnit');
    expect(dispatch('U03', { unit: 'U01', after: 'U03' }, { unit: 'U02', after: 'U01' })).toBe('unknownUnit');
    expect(dispatch('U03', { unit: 'U01' }, { unit: 'U02', after: 'U01' })).toEqual(['dispatched', 'moved']);
  });

  test('is the desk’s alone', () => {
    expect(dispatching().when({ type: 'dispatch', unit: 'U03' }, S1).outcome).toBe('notYours');
    expect(dispatching().when({ type: 'dispatch', unit: 'U03' }, S2).outcome).toBe('noSuchCase');
    expect(assigned().when({ type: 'dispatch', unit: 'U03' }, D1).outcome).toBe('wrongStage');
  });
});

describe('改派', () => {
  test('overrules routing with a reason, and lets the others go', () => {
    const life = assigned('06010').when({ type: 'redispatch', unit: 'U03', reason: '其实是路灯' }, D1);
    expect(life.outcome).toEqual(['dispatched', 'moved']);
    expect(life.state).toMatchObject({ stage: 'assigned', owner: 'unit@U03' });
    expect(life.state.tasks).toMatchObject([{ unit: 'U03', share: 'lead', settled: true, rule: 'D1' }]);
    expect(life.told.map(({ to, kind }) => ('owner' in to ? `${to.owner} ${kind}` : kind))).toEqual([
      'unit@U01 released',
      'unit@U02 released',
      'unit@U03 unitTask',
    ]);
    expect(life.when(RETURN, H3).outcome).toBe('returnedBefore');
  });

  test('is the desk’s, while a unit has it', () => {
    expect(handling().when({ type: 'redispatch', unit: 'U01', reason: 'x' }, D1).outcome).toEqual([
      'dispatched',
      'moved',
    ]);
    expect(handling().when({ type: 'redispatch', unit: 'U01', reason: 'x' }, H3).outcome).toBe('notYours');
    expect(handling().when({ type: 'redispatch', unit: 'U99', reason: 'x' }, D1).outcome).toBe('unknownUnit');
    expect(rating().when({ type: 'redispatch', unit: 'U01', reason: 'x' }, D1).outcome).toBe('wrongStage');
  });
});

describe('返工 beyond what the city allows', () => {
  test('goes to the level above, which sends it out again or ends it', () => {
    const life = overRounds();
    expect(life.state).toMatchObject({ stage: 'dispatching', owner: 'leader@990101001', rounds: 2 });
    expect(life.told.map(({ kind }) => kind)).toEqual(['escalated', 'decideTask']);
    expect(life.when({ type: 'conclude', reason: '只能这样' }, D1).outcome).toBe('notYours');
    life.when({ type: 'conclude', reason: '只能这样' }, L0);
    expect(life.outcome).toEqual(['concluded', 'filed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'closed', reason: '只能这样' });
    expect(life.told).toContainEqual({ to: { who: 'reporters' }, kind: 'concluded', words: '只能这样' });
  });

  test('climbs one level higher each time it comes back', () => {
    const life = overRounds()
      .when({ type: 'dispatch', unit: 'U03' }, L0)
      .when({ type: 'sign' }, H3)
      .when(FINISH, H3);
    life.when({ type: 'fail', reason: '又没好' }, S1);
    expect(life.state).toMatchObject({ stage: 'dispatching', owner: 'leader@990101', rounds: 3 });
  });

  test('is concluded, not refused, and not before', () => {
    expect(overRounds().when({ type: 'decline', reason: 'x' }, L0).outcome).toBe('wrongStage');
    expect(dispatching().when({ type: 'conclude', reason: 'x' }, D1).outcome).toBe('wrongStage');
    // One round, as many as the city allows, and then it is given back.
    const once = checking().when({ type: 'fail', reason: '没好' }, S1).when(RETURN, H3);
    expect(once.when({ type: 'conclude', reason: 'x' }, D1).outcome).toBe('wrongStage');
    expect(dispatching().when({ type: 'decline', reason: '不归政府管' }, D1).state.stage).toBe('declined');
  });
});

test('only who reported it takes it back, until it is handled', () => {
  expect(handling().when({ type: 'withdraw', reason: '自己好了' }).state).toMatchObject({
    stage: 'withdrawn',
    reason: '自己好了',
  });
  expect(handling().when({ type: 'withdraw' }, H3).outcome).toBe('notYours');
  expect(rating().when({ type: 'withdraw' }, RESIDENT).outcome).toBe('wrongStage');
});
