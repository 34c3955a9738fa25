import { lastClose } from '../../../shared/domain/duty/lastClose.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { smallKnowledge } from '../../support/smallCity.ts';

const { city, calendar } = smallKnowledge();
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);

test.each([
  ['2026-09-28 17:30:00', '2026-09-28'],
  // The three days before are the Mid-Autumn holiday.
  ['2026-09-28 17:29:59', '2026-09-24'],
  ['2026-09-29 08:00:00', '2026-09-28'],
  ['2026-10-07 23:00:00', '2026-09-30'],
  // A Saturday that is worked.
  ['2026-10-10 17:31:00', '2026-10-10'],
  ['2026-10-11 18:00:00', '2026-10-10'],
])('at %s the hours of %s were the last to be over', (now, day) => {
  const found = lastClose(at(now), city.hours, calendar);
  expect([found.day, formatInstant(found.at)]).toEqual([day, `${day}T17:30:00+08:00`]);
});
