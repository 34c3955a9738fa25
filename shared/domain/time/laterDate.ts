import type { DateText } from './Instant.ts';

/** The later of two dates: as texts they sort as days do. */
export const laterDate = (a: DateText, b: DateText): DateText => (a.localeCompare(b) < 0 ? b : a);
