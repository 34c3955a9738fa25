import { nextDue } from '../../../shared/domain/case/nextDue.ts';
import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { at, lifeOf, RESIDENT, report } from '../../support/lifeOf.ts';
import { knowLoop, loopCity } from '../../support/loopCity.ts';
import {
  assigned,
  burst,
  D1,
  declined,
  dispatching,
  FINISH,
  H0,
  H3,
  handling,
  L0,
  L1,
  opened,
  rating,
  S1,
  ticked,
} from '../../support/loopLives.ts';

describe('申诉', () => {
  const APPEAL = { type: 'appeal', reason: '灯确实不亮' } as const;

  test('goes to the level above who refused, once', () => {
    const life = declined().when(APPEAL);
    expect(life.outcome).toEqual(['appealed', 'moved']);
    expect(life.state).toMatchObject({ stage: 'screening', owner: 'leader@990101001001', appealed: true });
    expect(life.told).toEqual([
      { to: { who: 'post', owner: 'leader@990101001001' }, kind: 'appealTask', words: '灯确实不亮' },
    ]);
    life.when({ type: 'decline', reason: '看过了，是亮的' }, L0);
    expect(life.state.stage).toBe('declined');
    expect(life.when(APPEAL).outcome).toBe('appealedBefore');
  });

  test('that is right goes on as if it had been true from the beginning', () => {
    const life = declined().when(APPEAL).when({ type: 'accept' }, L0);
    expect(life.outcome).toEqual(['accepted', 'dispatched', 'moved']);
    expect(life.state).toMatchObject({ stage: 'assigned', owner: 'unit@U03' });
  });

  test('of what the desk refused goes above the desk, and who refused does not decide', () => {
    const desk = dispatching().when({ type: 'decline', reason: 'x' }, D1).when(APPEAL);
    expect(desk.state.owner).toBe('leader@990101');
    // The leader of the street stood in for the supervisor.
    const ledger = loopCity.ledger.filter(({ person }) => person !== 'S1');
    const vacant = knowCity({ ...loopCity, ledger });
    const life = lifeOf(vacant).when(report()).when({ type: 'decline', reason: 'x' }, L0).when(APPEAL);
    expect(life.state.owner).toBe('leader@990101');
    expect(life.when({ type: 'accept' }, L0).outcome).toBe('notYours');
    expect(life.when({ type: 'accept' }, L1).state.stage).toBe('assigned');
  });

  test('that has nobody else to go to is decided by the last one there is, even if they refused it', () => {
    const alone = knowCity({ ...loopCity, ledger: loopCity.ledger.filter(({ person }) => person === 'L1') });
    const life = lifeOf(alone).when(report()).when({ type: 'decline', reason: 'x' }, L1).when(APPEAL);
    expect(life.state.stage).toBe('screening');
    expect(life.when({ type: 'accept' }, L1).state.stage).toBe('assigned');
  });

  test('is for five working days', () => {
    // Declined on 28 September: until 10 October, 17:30.
    expect(declined().at('2026-10-10 17:30').when(APPEAL).outcome).toEqual(['appealed', 'moved']);
    expect(declined().at('2026-10-10 17:31').when(APPEAL).refusal).toEqual({
      code: 'appealTooLate',
      until: at('2026-10-10 17:30'),
    });
  });

  test('is of who reported it, and of what was refused', () => {
    expect(declined().when(APPEAL, S1).outcome).toBe('notYours');
    expect(opened().when(APPEAL).outcome).toBe('wrongStage');
    expect(opened().when({ type: 'accept' }, S1).outcome).toBe('wrongStage');
  });
});

describe('催一催', () => {
  const URGE = { type: 'urge' } as const;

  test('is counted and told, and not again within a day', () => {
    const life = handling().when(URGE);
    expect(life.state.urges).toEqual({ count: 1, at: at('2026-09-28 10:00') });
    expect(life.told).toEqual([{ to: { who: 'post', owner: 'unit@U03' }, kind: 'urged', count: 1 }]);
    expect(life.at('2026-09-29 09:59').when(URGE).refusal).toEqual({
      code: 'urgedAlready',
      again: at('2026-09-29 10:00'),
    });
    expect(life.at('2026-09-29 10:00').when(URGE).state.urges?.count).toBe(2);
  });

  test('is limited by working days where the city says so', () => {
    const know = knowCity({ ...loopCity, policy: { urgeEvery: '1wd' } });
    const life = lifeOf(know, '2026-09-30 10:00').when(report()).when(URGE);
    expect(life.at('2026-10-07 10:00').when(URGE).refusal).toEqual({
      code: 'urgedAlready',
      again: at('2026-10-08 17:30'),
    });
    expect(life.at('2026-10-08 17:30').when(URGE).outcome).toEqual(['urged']);
  });

  test('is of who reported it, while somebody else is at it', () => {
    expect(handling().when(URGE, H3).outcome).toBe('notYours');
    expect(rating().when(URGE).outcome).toBe('wrongStage');
    expect(handling().when({ type: 'ask', question: 'x' }, H3).when(URGE).outcome).toBe('wrongStage');
  });
});

describe('撤销', () => {
  test('is not for dangers to others', () => {
    expect(burst().when({ type: 'withdraw' }).outcome).toBe('publicMatter');
    expect(assigned().when({ type: 'withdraw' }).outcome).toEqual(['withdrawn', 'moved']);
  });

  test('is told to everybody who was at it', () => {
    const life = assigned('06010').when({ type: 'withdraw', reason: '已经清了' });
    expect(life.told.map(({ to, kind }) => ('owner' in to ? `${to.owner} ${kind}` : kind))).toEqual([
      'unit@U01 stopped',
      'unit@U02 stopped',
    ]);
  });
});

describe('容缺受理', () => {
  const owing = (...materials: string[]) =>
    lifeOf(knowLoop()).when(report({ service: '08001', owes: { materials, promise: '三天内补交' } }));

  test('is opened without what may come later, against a promise that is kept, with a clock for each', () => {
    const life = owing('plan', 'lease');
    expect(life.state).toMatchObject({ stage: 'assigned', promise: '三天内补交' });
    expect(life.state.owed?.map(({ code, clock }) => [code, clock.lasts, clock.due])).toEqual([
      ['plan', '2wd', at('2026-09-30 17:30')],
      ['lease', '3d', at('2026-10-01 10:00')],
    ]);
  });

  test('is not opened without what must be there, what is unknown, or a promise', () => {
    expect(owing('id').refusal).toEqual({ code: 'materialNeeded', name: '身份证' });
    expect(owing('x').refusal).toEqual({ code: 'unknownMaterial', material: 'x' });
    const silent = lifeOf(knowLoop()).when(
      report({ service: '08001', owes: { materials: ['plan'], promise: ' ' } }),
    );
    expect(silent.outcome).toBe('promiseNeeded');
  });

  test('is not brought to its end while something is owed', () => {
    const life = owing('plan', 'lease').when({ type: 'sign' }, H0);
    expect(life.when(FINISH, H0).refusal).toEqual({ code: 'materialOwed', names: ['平面图', '租赁合同'] });
    expect(life.when({ type: 'supply', material: 'plan', photos: ['photos/r/1'] }).outcome).toEqual([
      'supplied',
    ]);
    expect(life.told).toMatchObject([{ to: { who: 'post', owner: 'unit@U00' }, kind: 'supplemented' }]);
    expect(life.when(FINISH, H0).refusal).toEqual({ code: 'materialOwed', names: ['租赁合同'] });
    life.when({ type: 'supply', material: 'lease', text: '合同编号 7' });
    expect(life.when(FINISH, H0).state.stage).toBe('checking');
    const found = knowCity({
      ...loopCity,
      services: loopCity.services.map((one) => ({ ...one, verify: true })),
    });
    const onTheSpot = lifeOf(found).when(
      report({ service: '08001', owes: { materials: ['plan'], promise: '补' } }),
    );
    expect(onTheSpot.when({ type: 'solve', report: 'x', photos: ['photos/s/1'] }, S1).outcome).toBe(
      'materialOwed',
    );
  });

  test('is declined when the first of it does not come, whoever has it and whether it stands still', () => {
    const life = ticked(owing('plan', 'lease').when({ type: 'sign' }, H0), '2026-09-30 17:30');
    expect(life.state).toMatchObject({ stage: 'declined', reason: '平面图' });
    expect(life.told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['owedLapsed', 'stopped']));
    const still = owing('plan').when({ type: 'sign' }, H0).when({ type: 'ask', question: 'x' }, H0);
    expect(ticked(still, '2026-09-30 17:30').state.stage).toBe('declined');
  });

  test('is asked for no more when the case has ended', () => {
    const life = owing('plan').when({ type: 'withdraw' });
    expect(nextDue(life.state)).toBeUndefined();
    expect(ticked(life, '2026-09-30 17:30').outcome).toEqual([]);
  });

  test('is reminded of before, and supplied by who reported it, once', () => {
    expect(ticked(owing('plan'), '2026-09-30 11:00').told.map(({ kind }) => kind)).toContain(
      'supplyReminder',
    );
    expect(owing('plan').when({ type: 'supply', material: 'lease', text: 'x' }).outcome).toBe(
      'unknownMaterial',
    );
    expect(owing('plan').when({ type: 'supply', material: 'plan' }).outcome).toBe('nothingToAdd');
    expect(owing('plan').when({ type: 'supply', material: 'plan', text: 'x' }, H0).outcome).toBe('notYours');
    const twice = owing('plan').when({ type: 'supply', material: 'plan', text: 'x' }, RESIDENT);
    expect(twice.when({ type: 'supply', material: 'plan', text: 'x' }).outcome).toBe('unknownMaterial');
  });
});
