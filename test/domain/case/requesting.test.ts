import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { CLOCK } from '../../support/lifeOf.ts';
import { loopCity } from '../../support/loopCity.ts';
import {
  assigned,
  burst,
  D1,
  FINISH,
  H1,
  H2,
  H3,
  H4,
  handling,
  L0,
  L3,
  S1,
  TICK,
  ticked,
} from '../../support/loopLives.ts';

const EXTEND = { type: 'extend', by: '1wd', reason: '缺零件' } as const;
const asked = () => handling().when(EXTEND, H3);

describe('延期', () => {
  test('is asked for before the limit, decided by the desk, and the resident is told why', () => {
    const life = asked();
    expect(life.outcome).toEqual(['requested']);
    expect(life.state.request).toMatchObject({
      kind: 'extend',
      unit: 'U03',
      person: 'H3',
      approver: 'dispatcher@990101001',
    });
    expect(life.told).toMatchObject([
      { to: { who: 'post', owner: 'dispatcher@990101001' }, kind: 'approveTask' },
    ]);
    life.when({ type: 'approve' }, D1);
    expect(life.outcome).toEqual(['approved', 'extended']);
    expect(life.dueText).toBe('2026-10-08 17:30');
    expect(life.state.request).toBeUndefined();
    expect(life.told).toContainEqual(
      expect.objectContaining({ to: { who: 'reporters' }, kind: 'extended', words: '缺零件' }),
    );
  });

  test('comes too late at the limit', () => {
    expect(handling().at('2026-09-30 17:29').when(EXTEND, H3).outcome).toEqual(['requested']);
    expect(handling().at('2026-09-30 17:30').when(EXTEND, H3).outcome).toBe('pastLimit');
    expect(ticked(handling(), '2026-09-30 17:30').when(EXTEND, H3).outcome).toBe('pastLimit');
  });

  test('is at most as much again', () => {
    expect(handling().when({ ...EXTEND, by: '2wd' }, H3).outcome).toEqual(['requested']);
    expect(handling().when({ ...EXTEND, by: '3wd' }, H3).refusal).toEqual({ code: 'tooLong', most: '2wd' });
    expect(handling().when({ ...EXTEND, by: 'bald' }, H3).outcome).toBe('tooLong');
  });

  test('goes to the leader the second time, and there is no third', () => {
    const life = asked().when({ type: 'approve' }, D1).when(EXTEND, H3);
    expect(life.state.request?.approver).toBe('leader@990101001');
    expect(life.when({ type: 'approve' }, D1).outcome).toBe('notYours');
    life.when({ type: 'approve' }, L0);
    expect(life.dueText).toBe('2026-10-09 17:30');
    expect(life.when(EXTEND, H3).refusal).toEqual({ code: 'noMoreExtensions', most: 2 });
  });

  test('is reminded of anew, unless it was reminded of before', () => {
    const early = asked().when({ type: 'approve' }, D1);
    expect(early.nextText).toBe('remind 2026-10-08 09:15');
    const late = ticked(handling(), '2026-09-30 11:00').when(EXTEND, H3).when({ type: 'approve' }, D1);
    expect(late.nextText).toBe('urge 2026-10-08 17:30');
  });

  test('of a unit that helps moves that unit’s own limit and nobody else’s; the resident is not told', () => {
    const life = assigned('06010').when({ type: 'sign' }, H1).when({ type: 'sign' }, H2).when(EXTEND, H2);
    life.when({ type: 'approve' }, D1);
    const [lead, assist] = life.state.tasks;
    expect(assist).toMatchObject({ unit: 'U02', extensions: 1 });
    expect(assist?.clock?.due).toBe(Date.parse('2026-10-08T17:30:00+08:00'));
    expect(lead?.extensions).toBeUndefined();
    expect(life.dueText).toBe('2026-09-30 17:30');
    expect(life.told.map(({ kind }) => kind)).toEqual(['approved']);
  });

  test('is of who has signed, and one at a time', () => {
    expect(assigned().when(EXTEND, H3).outcome).toBe('noTask');
    expect(handling().when(EXTEND, H1).outcome).toBe('noSuchCase');
    expect(asked().when(EXTEND, H3).outcome).toBe('requestPending');
  });
});

describe('who must approve', () => {
  test('may refuse it with a reason, and it goes on as it was', () => {
    const life = asked().when({ type: 'reject', reason: '抓紧办' }, D1);
    expect(life.outcome).toEqual(['rejected']);
    expect([life.dueText, life.state.request]).toEqual(['2026-09-30 17:30', undefined]);
    expect(life.told).toMatchObject([
      { to: { who: 'post', owner: 'unit@U03' }, kind: 'rejected', words: '抓紧办' },
    ]);
    expect(life.when(EXTEND, H3).outcome).toEqual(['requested']);
  });

  test('and says nothing in time has not agreed; it may be asked for again', () => {
    const life = asked();
    expect(life.state.request?.clock.due).toBe(Date.parse('2026-09-28T15:30:00+08:00'));
    expect(ticked(life, '2026-09-28 15:30').outcome).toEqual(['rang', 'rang', 'rejected']);
    expect(life.state.request).toBeUndefined();
    expect(life.dueText).toBe('2026-09-30 17:30');
    expect(life.when(EXTEND, H3).outcome).toEqual(['requested']);
  });

  test('has until the limit itself and no longer', () => {
    const life = handling().at('2026-09-30 16:00').when(EXTEND, H3);
    expect(life.state.request?.clock.due).toBe(Date.parse('2026-09-30T17:30:00+08:00'));
    ticked(life, '2026-09-30 17:30');
    expect(life.state.request).toBeUndefined();
    expect(life.state.clock?.overdue).toBe(true);
  });

  test('is nobody who asked for it, nor anybody else', () => {
    expect(asked().when({ type: 'approve' }, H4).outcome).toBe('notYours');
    expect(asked().when({ type: 'approve' }, S1).outcome).toBe('notYours');
    expect(asked().when({ type: 'reject', reason: 'x' }, L3).outcome).toBe('notYours');
    expect(handling().when({ type: 'approve' }, H3).outcome).toBe('noRequest');
    expect(handling().when({ type: 'reject', reason: 'x' }, H3).outcome).toBe('noRequest');
    // Somebody of the unit who sits at the desk, too.
    const desk = loopCity.ledger
      .filter(({ role }) => role === 'dispatcher')
      .map((row) => ({ ...row, person: 'H3' }));
    const both = asked().inForce(knowCity({ ...loopCity, ledger: [...loopCity.ledger, ...desk] }));
    expect(both.when({ type: 'approve' }, H3).outcome).toBe('selfCheck');
    expect(both.when({ type: 'reject', reason: 'x' }, H3).outcome).toBe('selfCheck');
    expect(both.when({ type: 'approve' }, D1).outcome).toEqual(['approved', 'extended']);
  });

  test('has nothing to decide any more once that unit is done, with the first of two steps as well', () => {
    const helping = assigned('06010').when({ type: 'sign' }, H1).when({ type: 'sign' }, H2).when(EXTEND, H2);
    expect(helping.when(FINISH, H2).state.request).toBeUndefined();
    expect(helping.when(EXTEND, H1).outcome).toEqual(['requested']);
    const first = burst()
      .when({ ...EXTEND, by: '1h' }, H2)
      .when(FINISH, H2);
    expect([first.state.contained, first.state.request]).toEqual([true, undefined]);
  });

  test('has nothing to decide any more when the case has gone on', () => {
    const life = asked().when(FINISH, H3);
    expect(life.state.stage).toBe('checking');
    expect(life.state.request).toBeUndefined();
    expect(life.when({ type: 'approve' }, D1).outcome).toBe('notYours');
    expect(life.when(TICK, CLOCK).outcome).toEqual([]);
  });
});
