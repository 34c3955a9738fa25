import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { staff } from '../../support/lifeOf.ts';
import { loopCity } from '../../support/loopCity.ts';
import { burst, opened, S1, S2 } from '../../support/loopLives.ts';
import { EAST, inEast, outside, WEST } from '../../support/smallCity.ts';

const HERE = { lng: 121.471, lat: 31.231, name: '建设路12号' };

describe('a correction of where it is', () => {
  test('goes to the supervisor there, with a limit of their own', () => {
    const life = opened().at('2026-09-28 10:40').when({ type: 'correct', place: inEast }, S1);
    expect(life.outcome).toEqual(['corrected', 'moved']);
    expect(life.state).toMatchObject({
      stage: 'verifying',
      owner: `supervisor@${EAST}`,
      leaf: EAST,
      place: inEast,
    });
    expect(life.state.leavesBefore).toEqual([WEST]);
    expect(life.dueText).toBe('2026-09-28 11:40');
    expect(life.when({ type: 'verify' }, S1).outcome).toBe('noSuchCase');
    expect(life.when({ type: 'verify' }, S2).state.stage).toBe('assigned');
  });

  test('goes on at once where it is the same supervisor’s, and within the cell', () => {
    const near = { ...HERE, name: '建设路14号' };
    const life = opened().when({ type: 'correct', place: near }, S1);
    expect(life.state).toMatchObject({ stage: 'assigned', leaf: WEST, place: near });
    expect(life.state.leavesBefore).toBeUndefined();
    const both = { ...loopCity.ledger[1], person: 'S1' } as (typeof loopCity.ledger)[number];
    const one = opened().inForce(knowCity({ ...loopCity, ledger: [...loopCity.ledger, both] }));
    expect(one.when({ type: 'correct', place: inEast }, S1).state).toMatchObject({
      stage: 'assigned',
      leaf: EAST,
    });
  });

  test('to where it is already changes nothing, and outside the city there is nobody', () => {
    expect(opened().when({ type: 'correct', place: HERE }, S1).outcome).toBe('sameService');
    expect(opened().when({ type: 'correct', place: outside }, S1).outcome).toBe('outsideCity');
    for (const moved of [{ lng: 121.4711 }, { lat: 31.2311 }])
      expect(opened().when({ type: 'correct', place: { ...HERE, ...moved } }, S1).state.stage).toBe(
        'assigned',
      );
  });
});

describe('urgency', () => {
  test('that was set by hand wins over the condition, and stays while that does', () => {
    const life = opened().when({ type: 'correct', urgent: true, place: inEast }, S1);
    expect(life.state.urgent).toBe(true);
    const again = life.when({ type: 'correct', place: HERE }, S2);
    expect(again.state.urgent).toBe(true);
    expect(opened().when({ type: 'correct', urgent: false }, S1).outcome).toBe('sameService');
    // 水管爆裂 is urgent by itself; another condition of it is not.
    expect(burst().state.urgent).toBe(true);
    const other = opened({ service: '07001' }).when({ type: 'correct', condition: 'b' }, staff('S1'));
    expect(other.state).toMatchObject({ condition: 'b', urgent: false });
  });
});
