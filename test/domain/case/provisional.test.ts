import { at, CLOCK, textOf } from '../../support/lifeOf.ts';
import { knowLoop } from '../../support/loopCity.ts';
import { assigned, H1, H2, H3, handling, rating, TICK, ticked } from '../../support/loopLives.ts';

/** 1 January 2027 is a Friday; in the version of the end of the year it is off, and Saturday the 9th is worked. */
const announced = knowLoop('loop-2');

describe('a limit that crosses into a year whose working days are not announced', () => {
  test('is provisional, counts by weekends, and is worked out again when they are', () => {
    const life = handling('2026-12-30 16:00');
    expect(life.state.clock?.provisional).toBe(true);
    expect(life.dueText).toBe('2027-01-01 17:30');
    expect(life.at('2026-12-30 16:30').when(TICK, CLOCK).outcome).toEqual([]);
    life.inForce(announced).at('2026-12-30 17:00').when(TICK, CLOCK);
    expect(life.outcome).toEqual(['recomputed']);
    expect(life.dueText).toBe('2027-01-04 17:30');
    expect(life.state.clock?.provisional).toBeUndefined();
    expect(life.when(TICK, CLOCK).outcome).toEqual([]);
    // Three quarters of fifteen and a half hours: eight and a half before the year turned, three and an eighth after.
    expect(life.nextText).toBe('remind 2027-01-04 13:37');
  });

  test('that is not of that year stays as it is', () => {
    const life = handling('2026-12-28 10:00');
    expect(life.state.clock?.provisional).toBeUndefined();
    expect(life.inForce(announced).when(TICK, CLOCK).outcome).toEqual([]);
  });

  test('is worked out before it rings: nobody is late on a holiday', () => {
    const life = handling('2026-12-30 16:00').inForce(announced);
    expect(ticked(life, '2027-01-02 09:00').outcome).toEqual(['recomputed']);
    expect(life.state.clock?.overdue).toBeUndefined();
  });

  test('and had passed by what was known then stays passed, and goes on up the ladder', () => {
    const life = ticked(handling('2026-12-30 16:00'), '2027-01-01 17:30');
    expect(life.nextText).toBe('yellow 2027-01-04 17:30');
    life.inForce(announced).when(TICK, CLOCK);
    expect(life.outcome).toEqual(['recomputed']);
    expect(life.state.clock).toMatchObject({ overdue: true, next: { step: 'yellow' } });
  });

  test('of a unit that helps is worked out, too', () => {
    const life = assigned('06010', '2026-12-30 16:00').when({ type: 'sign' }, H1).when({ type: 'sign' }, H2);
    life.inForce(announced).when(TICK, CLOCK);
    expect(life.outcome).toEqual(['recomputed', 'recomputed']);
    expect(textOf(life.state.tasks[1]?.clock?.due ?? 0)).toBe('2027-01-04 17:30');
  });

  test('and stood still over the turn of the year goes by what is announced then', () => {
    const life = handling('2026-12-30 16:00').when({ type: 'ask', question: 'x' }, H3).inForce(announced);
    life.at('2027-01-04 18:00').when({ type: 'supplement', text: 'y' });
    // Through the closes of 30 and 31 December and 4 January: three days more than the 4th.
    expect(life.dueText).toBe('2027-01-07 17:30');
  });
});

test('a clock that begins after it was announced knows it, though the case was opened before', () => {
  const life = rating('2026-12-28 10:00').inForce(announced);
  life.when({ type: 'rate', rating: { overall: 'C' } }).at('2026-12-31 16:00');
  life.when({ type: 'visit', agreed: false, words: 'x' }, { person: 'D1', role: 'dispatcher' });
  expect(life.state.clock?.due).toBe(at('2027-01-05 17:30'));
  expect(life.state.clock?.provisional).toBeUndefined();
});
