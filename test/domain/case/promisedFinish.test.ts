import { promisedFinish } from '../../../shared/domain/case/promisedFinish.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { at } from '../../support/lifeOf.ts';
import { smallKnowledge } from '../../support/smallCity.ts';

const know = smallKnowledge();
const finish = (service: string, openedAt: string, condition = 'a') => {
  const found = promisedFinish({ service, condition, openedAt: at(openedAt) }, know);
  return found === undefined ? undefined : formatInstant(found).slice(0, 16);
};

describe('promisedFinish', () => {
  test('adds the limits of all stages, one after the other, in working time', () =>
    // 1h 核实 → 11:00, 2wh 受理 → 14:30, 1wh 签收 → 15:30, 2wd 处置 → 30日 17:30, 4wh 核查 → the next working day's 14:30.
    expect(finish('01037', '2026-09-21 10:00')).toBe('2026-09-24T14:30'));

  test('crosses the National Day of 2026', () =>
    expect(finish('01037', '2026-09-28 10:00')).toBe('2026-10-08T14:30'));

  test('leaves out verifying and checking where the service has none', () =>
    expect(finish('Z2001', '2026-09-21 10:00')).toBe('2026-09-23T17:30'));

  test('takes the first condition for an unknown one, and promises nothing for an unknown service', () => {
    expect(finish('01037', '2026-09-21 10:00', 'x')).toBe('2026-09-24T14:30');
    expect(finish('99999', '2026-09-21 10:00')).toBeUndefined();
  });
});
