import { dateText, dayNumber } from './Instant.ts';

/** Whether a text is a day that exists, as `YYYY-MM-DD`: not 2027-02-30. */
export const isDate = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? dayNumber(text) : Number.NaN;
  // Some days that do not exist are read as those a little later.
  return !Number.isNaN(day) && dateText(day) === text;
};
