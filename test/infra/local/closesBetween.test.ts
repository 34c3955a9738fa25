import { closesBetween } from '../../../infra/local/closesBetween.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { smallKnowledge } from '../../support/smallCity.ts';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);
const closes = (after: string, until: string) =>
  closesBetween(at(after), at(until), smallKnowledge()).map((one) => formatInstant(one).slice(0, 19));

test('a clock that is moved stops when a working day has just been over', () => {
  expect(closes('2026-09-29 10:00:00', '2026-10-08 18:00:00')).toEqual([
    '2026-09-29T17:30:30',
    '2026-09-30T17:30:30',
    '2026-10-08T17:30:30',
  ]);
});

test('it stops there once: after the instant, and up to it', () => {
  expect(closes('2026-09-29 17:30:29', '2026-09-29 17:30:30')).toEqual(['2026-09-29T17:30:30']);
  expect(closes('2026-09-29 17:30:30', '2026-09-29 18:00:00')).toEqual([]);
  expect(closes('2026-09-29 10:00:00', '2026-09-29 17:30:29')).toEqual([]);
});
