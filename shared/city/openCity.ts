import { gunzipSync } from 'node:zlib';
import type { Area, City, LedgerRow } from '../domain/city/City.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { knowCity } from '../domain/city/knowCity.ts';
import { sharedBy } from '../domain/city/sharedBy.ts';
import { openGrid } from '../domain/grid/openGrid.ts';
import type { Staffing } from '../domain/ledger/Staffing.ts';
import { buildPlaceFinder } from '../domain/text/buildPlaceFinder.ts';
import { openPlaces } from '../domain/text/openPlaces.ts';
import type { Manifest, PARTS, Rules } from './cityParts.ts';
import { MOST_BYTES } from './decodeCity.ts';
import { withProvisionalYears } from './withProvisionalYears.ts';

/** The bytes of a version's parts. Versions that share a part hand over the very same bytes. */
export type PartBytes = Readonly<Record<(typeof PARTS)[number], Uint8Array>>;

/** How far beyond its last calendar a city is answered for, provisionally: longer than any limit. */
const YEARS_AHEAD = 10;

const jsonOf = sharedBy((bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch (cause) {
    throw new Error('The bytes of a part of the city are damaged', { cause });
  }
});
const gridOf = sharedBy(openGrid);
const placesOf = sharedBy((bytes: Uint8Array) => buildPlaceFinder(openPlaces(bytes)));

/**
 * A published version, ready to be asked, under the staffing in force. A part is unpacked at the first question that needs it, once
 * for all versions that share it. Throws when the rules are damaged, and later when another part is: faults of storage.
 */
export const openCity = (
  { id, version }: Pick<Manifest, 'id' | 'version'>,
  parts: PartBytes,
  staffing: Staffing,
): Knowledge => {
  const rules = withYears(jsonOf(parts.rules) as Rules);
  if (rules.id !== id) throw new Error(`Version ${version} of ${id} holds the rules of ${rules.id}`);
  const city: City = {
    ...rules,
    version,
    get areas() {
      return jsonOf(parts.areas) as readonly Area[];
    },
    places: [],
    get ledger() {
      return jsonOf(parts.ledger) as readonly LedgerRow[];
    },
  };
  return knowCity(city, {
    staffing,
    places: () => placesOf(parts.places),
    shapes: { leaves: () => gridOf(parts.grid), inner: () => gridOf(parts.outlines) },
  });
};

/** A whole city as it was published, ready to be asked: for versions of which there are no parts. */
export const openWhole = (city: City, staffing: Staffing): Knowledge =>
  knowCity(withYears(city), { staffing });

const withYears = <C extends Pick<City, 'calendar'>>(city: C): C =>
  withProvisionalYears(city, Math.max(2025, ...city.calendar.map(({ year }) => year)) + YEARS_AHEAD);
