import { isAccused, mayLook, maySee } from '../../../shared/domain/case/maySee.ts';
import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { at, lifeOf, report, staff } from '../../support/lifeOf.ts';
import { knowLoop, loopCity } from '../../support/loopCity.ts';
import { D1, H1, H3, L3, opened, S1 } from '../../support/loopLives.ts';

const know = knowLoop();
const NOW = at('2026-09-28 10:00');
const about = (unit: string) => opened({ about: unit, privacy: 'anonymous', phone: '13800138000' });

describe('举报', () => {
  test('of a unit does not go to that unit, whatever routing says: the desk decides', () => {
    const life = about('U03').when({ type: 'verify' }, S1);
    expect(life.outcome).toEqual(['verified', 'accepted', 'unroutable', 'moved']);
    expect(life.state).toMatchObject({ stage: 'dispatching', owner: 'dispatcher@990101001', about: 'U03' });
    expect(about('U02').when({ type: 'verify' }, S1).state.stage).toBe('assigned');
  });

  test('leaves the unit out where it would only help', () => {
    const life = opened({ service: '06010', about: 'U02' }).when({ type: 'verify' }, S1);
    expect(life.state.tasks.map(({ unit }) => unit)).toEqual(['U01']);
  });

  test('is given to it by nobody: not led, not helped, not handed down', () => {
    const desk = () => about('U03').when({ type: 'verify' }, S1);
    expect(desk().when({ type: 'dispatch', unit: 'U03' }, D1).refusal).toEqual({
      code: 'aboutUnit',
      unit: 'U03',
    });
    expect(desk().when({ type: 'dispatch', unit: 'U01', assist: [{ unit: 'U03' }] }, D1).outcome).toBe(
      'aboutUnit',
    );
    const life = desk().when({ type: 'dispatch', unit: 'U01' }, D1);
    expect(life.when({ type: 'redispatch', unit: 'U03', reason: 'x' }, D1).outcome).toBe('aboutUnit');
    expect(life.when({ type: 'cohandle', unit: 'U03', reason: 'x' }, H1).outcome).toBe('aboutUnit');
    const below = about('U31').when({ type: 'verify' }, S1);
    expect(below.when({ type: 'transfer', to: { unit: 'U31' } }, H3).outcome).toBe('aboutUnit');
  });

  test('is nowhere to be seen by its people, even in other posts', () => {
    const { state } = about('U03');
    for (const person of ['H3', 'H4', 'L3']) {
      expect(isAccused(person, state, NOW, know)).toBe(true);
      expect(maySee(person, state, NOW, know)).toBe(false);
      expect(mayLook(`web:${person}`, state, NOW, know)).toBe(false);
    }
    for (const person of ['S1', 'D1', 'L0', 'L1']) expect(maySee(person, state, NOW, know)).toBe(true);
    expect(about('U03').when({ type: 'verify' }, L3).outcome).toBe('noSuchCase');
  });

  test('by somebody of the unit itself is still theirs to see', () => {
    const own = opened({ about: 'U03', reporter: 'web:H3' }).state;
    expect(mayLook('web:H3', own, NOW, know)).toBe(true);
    expect(mayLook('web:H4', own, NOW, know)).toBe(false);
  });

  test('of the unit that the dispatcher is of goes to the leader above', () => {
    const ledger = loopCity.ledger.map((row) => (row.role === 'dispatcher' ? { ...row, unit: 'U03' } : row));
    const city = knowCity({ ...loopCity, ledger });
    const life = lifeOf(city)
      .when(report({ about: 'U03' }))
      .when({ type: 'verify' }, S1);
    expect(life.state.owner).toBe('leader@990101');
    expect(life.when({ type: 'dispatch', unit: 'U01' }, D1).outcome).toBe('noSuchCase');
  });

  test('of a unit that is not there is not opened', () => {
    expect(about('U99').outcome).toBe('unknownUnit');
  });
});

describe('匿名', () => {
  test('keeps no phone at all; a confidential report keeps it', () => {
    expect(about('U03').state.privacy).toBe('anonymous');
    expect(opened().state.privacy).toBeUndefined();
    expect(JSON.stringify(about('U03').history)).not.toContain('13800138000');
    const kept = opened({ privacy: 'confidential', phone: '13800138000' });
    expect(kept.history[0]?.events[0]).toMatchObject({ type: 'opened', phone: '13800138000' });
  });
});

test('whoever reported it sees it, in whatever conversation, and staff by their posts in theirs', () => {
  const { state } = opened();
  expect(mayLook('web:r-1', state, NOW, know)).toBe(true);
  expect(mayLook('web:r-2', state, NOW, know)).toBe(false);
  expect(mayLook('web:S1', state, NOW, know)).toBe(true);
  expect(mayLook('web:S2', state, NOW, know)).toBe(false);
  // Their turn alone, and no post that sees the area: an expert who is asked.
  expect(maySee('E1', state, NOW, know)).toBe(false);
  expect(maySee('E1', opened().when({ type: 'consult', question: 'x' }, S1).state, NOW, know)).toBe(true);
});

test('for whoever may not see it there is no such case, whatever they ask', () => {
  expect(opened().when({ type: 'sign' }, H1).outcome).toBe('noSuchCase');
  expect(opened().when({ type: 'approve' }, staff('X9', 'auditor' as never)).outcome).toBe('noSuchCase');
  expect(maySee('H3', opened().state, NOW, know)).toBe(false);
  expect(maySee('H3', opened().when({ type: 'verify' }, S1).state, NOW, know)).toBe(true);
});
