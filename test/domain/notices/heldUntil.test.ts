import { heldUntil } from '../../../shared/domain/notices/heldUntil.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

const NIGHT = ['21:30', '07:30'] as const;
const text = (until: number | undefined) => until && formatInstant(until).slice(5, 16);
const held = (
  now: string,
  more: { urgent?: boolean; due?: string } = {},
  quiet: readonly [string, string] = NIGHT,
) =>
  text(
    heldUntil(
      { urgent: more.urgent ?? false, due: more.due === undefined ? undefined : at(more.due) },
      at(now),
      quiet,
    ),
  );

test.each([
  ['2026-09-28 21:29', undefined],
  ['2026-09-28 21:30', '09-29T07:30'],
  ['2026-09-28 23:59', '09-29T07:30'],
  ['2026-09-29 00:00', '09-29T07:30'],
  ['2026-09-29 07:29', '09-29T07:30'],
  ['2026-09-29 12:00', undefined],
])('what can wait is told at %s, or when the night is over', (now, until) => {
  expect(held(now)).toBe(until);
});

test.each([
  ['2026-09-28 12:30', '09-28T14:00'],
  ['2026-09-28 11:59', undefined],
  ['2026-09-29 00:30', undefined],
])('quiet hours may lie within a day: %s', (now, until) => {
  expect(held(now, {}, ['12:00', '14:00'])).toBe(until);
});

test('what is urgent never waits', () => {
  for (const now of ['2026-09-28 21:30', '2026-09-29 03:00', '2026-09-29 07:29', '2026-09-29 07:31'])
    expect(held(now, { urgent: true })).toBeUndefined();
});

test('what must be done before the quiet hours are over cannot wait; what is due right then or later can', () => {
  const now = '2026-09-28 21:40';
  expect(held(now, { due: '2026-09-28 22:00' })).toBeUndefined();
  expect(held(now, { due: '2026-09-29 07:29' })).toBeUndefined();
  expect(held(now, { due: '2026-09-29 07:30' })).toBe('09-29T07:30');
  expect(held(now, { due: '2026-09-29 17:30' })).toBe('09-29T07:30');
});

test('what is late since this night is told at once; what was late before waits with the rest', () => {
  expect(held('2026-09-28 23:00', { due: '2026-09-28 23:00' })).toBeUndefined();
  expect(held('2026-09-28 23:00', { due: '2026-09-28 22:00' })).toBeUndefined();
  expect(held('2026-09-28 23:00', { due: '2026-09-28 17:30' })).toBe('09-29T07:30');
});

test('what comes while the held ones are let go stands behind them, for two minutes', () => {
  expect(held('2026-09-29 07:30')).toBe('09-29T07:32');
  expect(held('2026-09-29 07:31')).toBe('09-29T07:32');
  expect(held('2026-09-29 07:32')).toBeUndefined();
});

test('a city without quiet hours keeps nothing back', () => {
  expect(held('2026-09-28 23:00', {}, ['23:00', '23:00'])).toBeUndefined();
});

test('nothing waits for ever: at most a day and two minutes, whatever the hours are', () => {
  const times = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:30`);
  for (const from of times)
    for (const to of times)
      for (let now = at('2026-09-28 00:00'); now < at('2026-09-29 00:00'); now += 17 * 60_000) {
        const until = heldUntil({ urgent: false }, now, [from, to]);
        if (until === undefined) continue;
        expect(until).toBeGreaterThan(now);
        expect(until - now).toBeLessThanOrEqual(86_400_000 + 120_000);
      }
});
