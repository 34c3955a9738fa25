/** Milliseconds since 1970-01-01T00:00:00Z. The only form in which a moment travels through the system. */
export type Instant = number;

/** A calendar date in China, `YYYY-MM-DD`. */
export type DateText = string;

const OFFSET = 8 * 3_600_000;
const DAY = 86_400_000;

/**
 * Days since 1970-01-01 of the date on a wall in China at that instant.
 * China has had no daylight saving since 1991, so the fixed offset +08:00 is exact for every case.
 */
export const dayOf = (at: Instant): number => Math.floor((at + OFFSET) / DAY);

/** Milliseconds since local midnight. */
export const timeOfDay = (at: Instant): number => at + OFFSET - dayOf(at) * DAY;

/** The instant of `ms` milliseconds after local midnight of a day number. */
export const instantOf = (day: number, ms = 0): Instant => day * DAY + ms - OFFSET;

/** `YYYY-MM-DD` of a day number. */
export const dateText = (day: number): DateText => new Date(day * DAY).toISOString().slice(0, 10);

/** The day number of `YYYY-MM-DD`; NaN when it is not a date. */
export const dayNumber = (date: DateText): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** `2026-09-28T14:30:00+08:00`, the form of journeys, APIs and history. */
export const formatInstant = (at: Instant): string =>
  `${new Date(at + OFFSET).toISOString().slice(0, 19)}+08:00`;

/** `09月28日 14:30`, the form people read in chat. */
export const formatForPeople = (at: Instant): string => {
  const text = new Date(at + OFFSET).toISOString();
  return `${text.slice(5, 7)}月${text.slice(8, 10)}日 ${text.slice(11, 16)}`;
};
