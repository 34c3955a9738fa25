import { TARGET_HELP, TARGET_OPTIONS } from '../city/readArguments.ts';

/** Options of every command about staff. */
export const STAFF_OPTIONS = { ...TARGET_OPTIONS, city: { type: 'string' } } as const;

export const STAFF_HELP = `  --city ID        城市编号，不写就是这个环境的城市 / the city, by default the one of the stage
${TARGET_HELP}`;

/** Days a code is good for, when nothing else is said. */
export const DAYS = '7';
export const DAYS_HELP = '  --days N         几天内有效，1–30，默认 7 / days it is good for\n';
