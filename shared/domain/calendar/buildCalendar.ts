import type { CalendarYear } from '../city/City.ts';
import { clockTime } from '../time/clockTime.ts';
import type { Duration } from '../time/Duration.ts';
import { dateText, dayNumber, dayOf, type Instant, instantOf, timeOfDay } from '../time/Instant.ts';
import type { Calendar, Deadline } from './Calendar.ts';
import { findExceptions } from './findExceptions.ts';

interface Window {
  readonly open: number;
  readonly close: number;
  /** Open milliseconds of the day before this window. */
  readonly before: number;
}

/** Years after the last one given that are still answered, by weekends alone and marked provisional. */
const YEARS_BEYOND = 12;

/**
 * Prefix sums over days: every question is one or two look-ups.
 * `hours`: `["09:00","12:00"]` pairs in order; `years`: public holidays (`off`) and working weekends (`work`).
 * A year that is missing counts by its weekends and is provisional, as one that is not final.
 */
export const buildCalendar = (
  hours: readonly (readonly [string, string])[],
  years: readonly CalendarYear[],
): Calendar => {
  const windows = openWindows(hours);
  const last = windows.at(-1);
  if (!last) throw new Error('A calendar needs working hours');
  const openPerDay = last.before + (last.close - last.open);

  const given = years.map((year) => year.year);
  const firstYear = Math.min(...given, 2024) - 1;
  const firstDay = dayNumber(`${firstYear}-01-01`);
  const days = dayNumber(`${Math.max(...given, 2024) + YEARS_BEYOND}-12-31`) - firstDay + 1;
  const works = workingFlags(firstDay, days, years);
  const provisional = provisionalFlags(firstDay, days, years);

  /** How many working (provisional) days come before day i of the table. */
  const worksBefore = prefixSums(works);
  const provisionalBefore = prefixSums(provisional);
  const workingDays = Int32Array.from(works.flatMap((flag, i) => (flag ? [i] : [])));

  const index = (day: number): number => {
    const i = day - firstDay;
    if (i < 0 || i >= days) throw new RangeError(`${dateText(day)} is outside the calendar`);
    return i;
  };
  const before = (sums: Int32Array, i: number): number => sums[i] ?? 0;

  const openBefore = (ms: number): number => {
    let sum = 0;
    for (const window of windows) sum += Math.max(0, Math.min(ms, window.close) - window.open);
    return sum;
  };

  /** Open milliseconds from the start of the table to an instant. */
  const position = (at: Instant): number => {
    const i = index(dayOf(at));
    return before(worksBefore, i) * openPerDay + (works[i] ? openBefore(timeOfDay(at)) : 0);
  };

  const nthWorkingDay = (n: number): number => {
    const i = workingDays[n];
    if (i === undefined) throw new RangeError('The deadline lies beyond the calendar');
    return i + firstDay;
  };

  const crossesProvisional = (from: Instant, to: Instant): boolean =>
    before(provisionalBefore, index(dayOf(to)) + 1) > before(provisionalBefore, index(dayOf(from)));

  const afterWorkingTime = (from: Instant, ms: number): Instant => {
    const target = position(from) + ms;
    const nth = Math.ceil(target / openPerDay) - 1;
    const within = target - nth * openPerDay;
    const window = windows.findLast((candidate) => candidate.before < within) ?? windows[0];
    return instantOf(nthWorkingDay(nth), (window?.open ?? 0) + within - (window?.before ?? 0));
  };

  const end = (from: Instant, duration: Exclude<Duration, { unit: 'natural' }>): Instant =>
    duration.unit === 'workingHours'
      ? afterWorkingTime(from, duration.ms)
      : instantOf(nthWorkingDay(before(worksBefore, index(dayOf(from)) + 1) + duration.days - 1), last.close);

  /** How many closes of hours there were until an instant, from the start of the table. */
  const closesUntil = (at: Instant): number => {
    const i = index(dayOf(at));
    return before(worksBefore, i) + (works[i] && timeOfDay(at) >= last.close ? 1 : 0);
  };

  const stretch = (due: Instant, duration: Duration, stopped: Instant, restarted: Instant): Instant => {
    if (duration.unit === 'natural') return due + (restarted - stopped);
    const open = position(restarted) - position(stopped);
    if (duration.unit === 'workingHours') return open <= 0 ? due : afterWorkingTime(due, open);
    const stood = closesUntil(restarted) - closesUntil(stopped);
    return instantOf(nthWorkingDay(before(worksBefore, index(dayOf(due))) + stood), last.close);
  };

  return {
    isWorkingDay: (date) => works[index(dayNumber(date))] === 1,
    isOpen: (at) =>
      works[index(dayOf(at))] === 1 &&
      windows.some((window) => timeOfDay(at) >= window.open && timeOfDay(at) < window.close),
    deadline: (from, duration): Deadline => {
      if (duration.unit === 'natural') return { at: from + duration.ms, provisional: false };
      const at = end(from, duration);
      return { at, provisional: crossesProvisional(from, at) };
    },
    stretched: (due, duration, stopped, restarted): Deadline => {
      const at = stretch(due, duration, stopped, restarted);
      return { at, provisional: duration.unit !== 'natural' && crossesProvisional(stopped, at) };
    },
    exceptions: (from, to) => findExceptions(years, dateText(dayOf(from)), dateText(dayOf(to))),
    workingTime: (from, to) => Math.max(0, position(to) - position(from)),
    afterWorkingTime: (from, ms) => (ms <= 0 ? from : afterWorkingTime(from, ms)),
    nextOpening: (from) =>
      instantOf(nthWorkingDay(before(worksBefore, index(dayOf(from)) + 1)), windows[0]?.open ?? 0),
  };
};

const openWindows = (hours: readonly (readonly [string, string])[]): readonly Window[] => {
  let before = 0;
  return hours.map(([from, to]) => {
    const window = { open: clockTime(from), close: clockTime(to), before };
    before += window.close - window.open;
    return window;
  });
};

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: number): boolean => (day + 4) % 7 === 0 || (day + 4) % 7 === 6;

const workingFlags = (firstDay: number, days: number, years: readonly CalendarYear[]): number[] => {
  const flags = Array.from({ length: days }, (_, i) => (isWeekend(firstDay + i) ? 0 : 1));
  for (const year of years) {
    for (const date of year.off) flags[dayNumber(date) - firstDay] = 0;
    for (const date of year.work) flags[dayNumber(date) - firstDay] = 1;
  }
  return flags;
};

const provisionalFlags = (firstDay: number, days: number, years: readonly CalendarYear[]): number[] => {
  const final = new Set(years.filter((year) => year.final).map((year) => year.year));
  return Array.from({ length: days }, (_, i) =>
    final.has(Number(dateText(firstDay + i).slice(0, 4))) ? 0 : 1,
  );
};

const prefixSums = (flags: readonly number[]): Int32Array => {
  const sums = new Int32Array(flags.length + 1);
  for (const [i, flag] of flags.entries()) sums[i + 1] = (sums[i] ?? 0) + flag;
  return sums;
};
