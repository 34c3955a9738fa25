import { assigned, D1, dispatching, FINISH, H1, H2, H3, H4, H5, handling } from '../../support/loopLives.ts';

const SIGN = { type: 'sign' } as const;
/** 环卫所 leads, 绿化所 helps. */
const both = () => assigned('06010');
const task = (life: ReturnType<typeof both>, unit: string) =>
  life.state.tasks.find((one) => one.unit === unit);

test('a unit that helps gives its share to a unit below, and the case stays with the lead', () => {
  const life = dispatching().when({ type: 'dispatch', unit: 'U01', assist: [{ unit: 'U03' }] }, D1);
  expect(life.when({ type: 'transfer', to: { unit: 'U31' } }, H3).outcome).toEqual(['transferred']);
  expect(life.state).toMatchObject({ stage: 'assigned', owner: 'unit@U01' });
  expect(life.told).toMatchObject([{ to: { who: 'post', owner: 'unit@U31' }, kind: 'assistTask' }]);
  expect(life.when(SIGN, H5).outcome).toEqual(['signed']);
});

describe('会办', () => {
  test('asks another unit to help, and then waits for it', () => {
    const life = handling().when({ type: 'cohandle', unit: 'U02', reason: '树挡着' }, H3);
    expect(life.outcome).toEqual(['cohandled']);
    expect(task(life, 'U02')).toMatchObject({ share: 'assist', status: 'assigned', rule: 'cohandle:U03' });
    expect(life.told).toMatchObject([
      { to: { who: 'post', owner: 'unit@U02' }, kind: 'assistTask', words: '树挡着' },
    ]);
    expect(life.when(FINISH, H3).refusal).toEqual({ code: 'assistsOpen', units: ['U02'] });
    life.when(SIGN, H2).when(FINISH, H2);
    expect(life.told).toMatchObject([{ to: { who: 'post', owner: 'unit@U03' }, kind: 'assistDone' }]);
    expect(life.when({ type: 'cohandle', unit: 'U02', reason: '再来一次' }, H3).outcome).toEqual([
      'cohandled',
    ]);
  });

  test('is not asked of a unit that is at it, of the lead itself, or of none', () => {
    expect(both().when({ type: 'cohandle', unit: 'U02', reason: 'x' }, H1).outcome).toBe('hasTask');
    expect(handling().when({ type: 'cohandle', unit: 'U03', reason: 'x' }, H3).outcome).toBe('hasTask');
    expect(handling().when({ type: 'cohandle', unit: 'U99', reason: 'x' }, H3).outcome).toBe('unknownUnit');
    expect(both().when({ type: 'cohandle', unit: 'U03', reason: 'x' }, H2).outcome).toBe('notYours');
  });
});

describe('转办', () => {
  test('to a colleague leaves the clock as it is, and tells them alone', () => {
    const life = handling()
      .at('2026-09-29 10:00')
      .when({ type: 'transfer', to: { person: 'H4' } }, H3);
    expect([task(life, 'U03')?.person, life.dueText]).toEqual(['H4', '2026-09-30 17:30']);
    expect(life.told).toMatchObject([{ to: { who: 'person', person: 'H4' }, kind: 'unitTask' }]);
    // Colleagues still may act.
    expect(life.when(FINISH, H3).state.stage).toBe('checking');
  });

  test('to a unit right below moves the case there, by the same clock', () => {
    const life = handling().at('2026-09-29 10:00').when({ type: 'extend', by: '1wd', reason: 'x' }, H3);
    life
      .when({ type: 'transfer', to: { person: 'H4' } }, H3)
      .when({ type: 'transfer', to: { unit: 'U31' } }, H3);
    expect(life.state).toMatchObject({ stage: 'handling', owner: 'unit@U31', request: { unit: 'U31' } });
    expect(task(life, 'U31')?.person).toBeUndefined();
    expect(life.dueText).toBe('2026-09-30 17:30');
    expect(life.when({ type: 'approve' }, D1).outcome).toEqual(['approved', 'extended']);
    expect(life.when(FINISH, H5).state.stage).toBe('checking');
  });

  test('is refused to whoever is not of the unit, to units elsewhere, and to one that is at it', () => {
    expect(handling().when({ type: 'transfer', to: { person: 'H1' } }, H3).outcome).toBe('notInUnit');
    expect(handling().when({ type: 'transfer', to: { unit: 'U01' } }, H3).outcome).toBe('notInUnit');
    expect(handling().when({ type: 'transfer', to: { unit: 'U00' } }, H3).outcome).toBe('notInUnit');
    const twice = handling().when({ type: 'cohandle', unit: 'U31', reason: 'x' }, H3);
    expect(twice.when({ type: 'transfer', to: { unit: 'U31' } }, H3).outcome).toBe('hasTask');
    expect(
      handling()
        .when(FINISH, H4)
        .when({ type: 'transfer', to: { person: 'H4' } }, H3).outcome,
    ).toBe('wrongStage');
  });
});
