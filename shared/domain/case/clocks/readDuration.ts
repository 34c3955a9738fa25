import { type Duration, parseDuration } from '../../time/Duration.ts';

/** Of a limit that was checked when its city version was published. */
export const readDuration = (text: string): Duration => {
  const duration = parseDuration(text);
  if (!duration) throw new Error(`${text} is not a duration`);
  return duration;
};
