import type { Knowledge } from '../domain/city/Knowledge.ts';
import { knowCity } from '../domain/city/knowCity.ts';
import { decodeCity } from './decodeCity.ts';
import { withProvisionalYears } from './withProvisionalYears.ts';

/** How far beyond its last calendar a city is answered for, provisionally: longer than any limit. */
const YEARS_AHEAD = 10;

/** A published version, ready to be asked. Throws when the bytes are none. */
export const openCity = (bytes: Uint8Array): Knowledge => {
  const city = decodeCity(bytes);
  const last = Math.max(2025, ...city.calendar.map((year) => year.year));
  return knowCity(withProvisionalYears(city, last + YEARS_AHEAD));
};
