import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { CLOCK, lifeOf, report, staff, textOf } from '../../support/lifeOf.ts';
import { loopCity } from '../../support/loopCity.ts';
import {
  assigned,
  D1,
  dispatching,
  FINISH,
  H0,
  H1,
  H2,
  H3,
  H5,
  S1,
  TICK,
  ticked,
} from '../../support/loopLives.ts';

const SIGN = { type: 'sign' } as const;
/** 环卫所 leads, 绿化所 helps. */
const both = () => assigned('06010');
const task = (life: ReturnType<typeof both>, unit: string) =>
  life.state.tasks.find((one) => one.unit === unit);

describe('主办、协办 side by side', () => {
  test('each sign and finish their own, the assisting unit by a clock of its own; the lead ends it', () => {
    const life = both();
    expect(task(life, 'U02')).toMatchObject({ share: 'assist', status: 'assigned' });
    expect(textOf(task(life, 'U02')?.clock?.due ?? 0)).toBe('2026-09-28 11:00');
    expect(life.told.map(({ to, kind }) => ('owner' in to ? `${to.owner} ${kind}` : kind))).toEqual([
      'accepted',
      'unit@U02 assistTask',
      'unit@U01 unitTask',
    ]);
    life.when(SIGN, H2);
    expect(life.state).toMatchObject({ stage: 'assigned', owner: 'unit@U01' });
    expect(textOf(task(life, 'U02')?.clock?.due ?? 0)).toBe('2026-09-30 17:30');
    // Done before the lead has even signed.
    expect(life.when(FINISH, H2).outcome).toEqual(['done']);
    expect(life.state.stage).toBe('assigned');
    expect(task(life, 'U02')?.clock).toBeUndefined();
    // The lead has not done its own: it may still ask.
    life.when({ type: 'ask', question: '在哪' }, H1).when({ type: 'supplement', text: '门口' });
    life.when(SIGN, H1).when(FINISH, H1);
    expect(life.outcome).toEqual(['done', 'moved']);
    expect(life.state).toMatchObject({ stage: 'checking', handledBy: ['H2', 'H1'] });
  });

  test('the lead waits for who began, and lets go who never did', () => {
    const began = both().when(SIGN, H1).when(SIGN, H2);
    expect(began.when(FINISH, H1).refusal).toEqual({ code: 'assistsOpen', units: ['U02'] });
    const idle = both().when(SIGN, H1).when(FINISH, H1);
    expect(idle.outcome).toEqual(['done', 'released', 'moved']);
    expect(task(idle, 'U02')).toMatchObject({ status: 'released' });
    expect(task(idle, 'U02')?.clock).toBeUndefined();
    expect(idle.told).toContainEqual({
      to: { who: 'post', owner: 'unit@U02' },
      kind: 'released',
      unit: 'U02',
    });
  });

  test('who answers for both reports what helps first, then the whole', () => {
    const know = knowCity({
      ...loopCity,
      version: 'both',
      ledger: loopCity.ledger.filter(({ person }) => person !== 'H1' && person !== 'H2'),
    });
    const L0 = staff('L0', 'handler');
    const life = lifeOf(know)
      .when(report({ service: '06010' }))
      .when({ type: 'verify' }, S1);
    life.when(SIGN, L0).when(SIGN, L0).when(FINISH, L0);
    expect(task(life, 'U02')).toMatchObject({ status: 'done' });
    expect(life.when(FINISH, L0).state.stage).toBe('checking');
  });

  test('who helps is told when the desk ends it while the lead gave it back', () => {
    const life = both().when(SIGN, H2).when({ type: 'return', reason: '不归我们' }, H1);
    life.when({ type: 'decline', reason: '不归政府管' }, D1);
    expect(life.told).toContainEqual({
      to: { who: 'post', owner: 'unit@U02' },
      kind: 'stopped',
      words: '不归政府管',
    });
  });

  test('the clock of who helps rings for that unit', () => {
    const life = ticked(both().when(SIGN, H1), '2026-09-28 11:00');
    expect(life.history.at(-1)?.events.map((event) => event.type === 'rang' && event.name)).toEqual([
      'task:U02',
      'task:U02',
    ]);
    expect(life.told.every(({ to }) => 'owner' in to && to.owner === 'unit@U02')).toBe(true);
    expect(life.state.clock?.overdue).toBeUndefined();
  });

  test('a unit signs once, and finishes what it signed', () => {
    expect(both().when(SIGN, H1).when(SIGN, H1).outcome).toBe('noTask');
    expect(both().when(FINISH, H2).outcome).toBe('noTask');
    expect(both().when(SIGN, H3).outcome).toBe('noSuchCase');
    expect(both().when(SIGN, S1).outcome).toBe('notYours');
  });
});

describe('one after another', () => {
  /** 路灯所 leads; 绿化所 first, then 环卫所; and 指挥中心 after the lead. */
  const chain = () =>
    dispatching()
      .when(
        {
          type: 'dispatch',
          unit: 'U03',
          assist: [{ unit: 'U02' }, { unit: 'U01', after: 'U02' }, { unit: 'U00', after: 'U03' }],
        },
        D1,
      )
      .when(SIGN, H3);

  test('a unit begins when the one before it is done, and is told then', () => {
    const life = chain();
    expect(task(life, 'U01')).toMatchObject({ status: 'waiting', after: 'U02' });
    expect(task(life, 'U01')?.clock).toBeUndefined();
    expect(life.when(SIGN, H1).outcome).toBe('noTask');
    life.when(SIGN, H2).at('2026-09-29 09:00').when(FINISH, H2);
    expect(life.outcome).toEqual(['done', 'begun']);
    expect(task(life, 'U01')).toMatchObject({ status: 'assigned' });
    expect(textOf(task(life, 'U01')?.clock?.due ?? 0)).toBe('2026-09-29 10:00');
    expect(life.told.map(({ kind }) => kind)).toContain('assistTask');
  });

  test('the lead waits for those before it, and those after it wait for the lead', () => {
    const life = chain();
    expect(life.when(FINISH, H3).refusal).toEqual({ code: 'assistsOpen', units: ['U01'] });
    life.when(SIGN, H2).when(FINISH, H2).when(SIGN, H1).when(FINISH, H1).when(FINISH, H3);
    expect(life.outcome).toEqual(['done', 'begun', 'moved']);
    expect(life.state).toMatchObject({ stage: 'handling', owner: 'unit@U03' });
    expect(life.state.clock).toBeUndefined();
    life.when(SIGN, H0);
    // Nobody else may take it further meanwhile.
    for (const more of [
      { type: 'ask', question: 'x' },
      { type: 'consult', question: 'x' },
      { type: 'suspend', reason: 'x' },
    ] as const)
      expect(life.when(more, H3).outcome).toBe('noTask');
    expect(life.when({ type: 'cohandle', unit: 'U03', reason: 'x' }, H3).outcome).toBe('hasTask');
    expect(life.when(FINISH, H0).outcome).toEqual(['done', 'moved']);
    expect(life.state.stage).toBe('checking');
  });

  test('after the lead it is checked when the last of them is done, not the first', () => {
    const after = ['U01', 'U02'].map((unit) => ({ unit, after: 'U03' }));
    const life = dispatching()
      .when({ type: 'dispatch', unit: 'U03', assist: after }, D1)
      .when(SIGN, H3)
      .when(FINISH, H3);
    life.when(SIGN, H1).when(SIGN, H2).when(FINISH, H1);
    expect([life.outcome, life.state.stage]).toEqual([['done'], 'handling']);
    expect(life.when(FINISH, H2).state.stage).toBe('checking');
  });

  test('a unit that is let go is as good as done: who waits for it begins, and after the last it is checked', () => {
    const life = chain().when({ type: 'return', reason: '不归我们' }, H2).when({ type: 'approve' }, D1);
    expect(life.outcome).toEqual(['approved', 'released', 'begun']);
    // It has no part in it any more.
    expect(life.when(SIGN, H2).outcome).toBe('notYours');
    life.when(SIGN, H1).when(FINISH, H1).when(FINISH, H3).when({ type: 'return', reason: '也不归我们' }, H0);
    life.when({ type: 'approve' }, D1);
    expect(life.outcome).toEqual(['approved', 'released', 'moved']);
    expect(life.state.stage).toBe('checking');
  });

  test('who waits for a unit that gives its task to a unit below waits for that one', () => {
    const life = dispatching().when(
      { type: 'dispatch', unit: 'U03', assist: [{ unit: 'U01', after: 'U03' }] },
      D1,
    );
    life.when({ type: 'transfer', to: { unit: 'U31' } }, H3);
    expect(task(life, 'U01')).toMatchObject({ after: 'U31' });
    expect(life.when(SIGN, H5).when(FINISH, H5).outcome).toEqual(['done', 'begun', 'moved']);
  });
});

test('while no unit is at it, nobody who helps is late', () => {
  const life = both().when({ type: 'return', reason: '不归我们' }, H1);
  expect(life.state.stage).toBe('dispatching');
  life.at('2026-10-30 10:00').when(TICK, CLOCK);
  const names = life.history.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'rang' ? [event.name] : [])),
  );
  expect(new Set(names)).toEqual(new Set(['stage']));
});
