import { DUTY_SETTLED } from '../../shared/application/DUTY_SETTLED.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { lastClose } from '../../shared/domain/duty/lastClose.ts';
import type { Instant } from '../../shared/domain/time/Instant.ts';

/** When working days that end between two instants are reported, ascending: a clock that is moved stops there. */
export const closesBetween = (
  after: Instant,
  until: Instant,
  { city, calendar }: Pick<Knowledge, 'city' | 'calendar'>,
): readonly Instant[] => {
  const found: Instant[] = [];
  let now = until - DUTY_SETTLED;
  for (;;) {
    const { at } = lastClose(now, city.hours, calendar);
    if (at + DUTY_SETTLED <= after) return found.toReversed();
    found.push(at + DUTY_SETTLED);
    now = at - 1;
  }
};
