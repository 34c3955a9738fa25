import { gunzipSync } from 'node:zlib';
import type { Area, City, LedgerRow } from '../domain/city/City.ts';
import type { Knowledge, RuleBook } from '../domain/city/Knowledge.ts';
import { knowCity } from '../domain/city/knowCity.ts';
import { sharedBy } from '../domain/city/sharedBy.ts';
import { openGrid } from '../domain/grid/openGrid.ts';
import { NO_STAFFING, type Staffing } from '../domain/ledger/Staffing.ts';
import { buildPlaceFinder } from '../domain/text/buildPlaceFinder.ts';
import { openPlaces } from '../domain/text/openPlaces.ts';
import type { Manifest, PartName, Rules } from './cityParts.ts';
import { MOST_BYTES } from './decodeCity.ts';
import { Lately } from './Lately.ts';
import { withProvisionalYears } from './withProvisionalYears.ts';

/** The bytes of a version's parts. Versions that share a part hand over the very same bytes. */
export type PartBytes = Readonly<Record<PartName, Uint8Array>>;

/** How far beyond its last calendar a city is answered for, provisionally: longer than any limit. */
const YEARS_AHEAD = 10;

/** Trees kept unpacked: of the version in force, and of one other that is asked. Packed they are a hundredth. */
const KEPT_TREES = 2;

const unpack = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch (cause) {
    throw new Error('The bytes of a part of the city are damaged', { cause });
  }
};
const rulesOf = sharedBy((bytes: Uint8Array) => withYears(unpack(bytes) as Rules));
const ledgerOf = sharedBy((bytes: Uint8Array) => unpack(bytes) as readonly LedgerRow[]);
const areasOf = new Lately(KEPT_TREES, (bytes: Uint8Array) => unpack(bytes) as readonly Area[]);
const gridOf = sharedBy(openGrid);
const placesOf = sharedBy((bytes: Uint8Array) => buildPlaceFinder(openPlaces(bytes)));

/**
 * A published version, ready to be asked, under the staffing in force. A part is unpacked at the first question that needs it, once
 * for all versions that share it. Throws when the rules are damaged, and later when another part is: faults of storage.
 */
export const openCity = (
  head: Head,
  parts: PartBytes,
  staffing: Staffing,
  streetsEver: readonly string[] = [],
): Knowledge =>
  knowCity(
    cityOf(head, parts, () => ledgerOf(parts.ledger)),
    {
      staffing,
      streetsEver,
      places: () => placesOf(parts.places),
      shapes: { leaves: () => gridOf(parts.grid), inner: () => gridOf(parts.outlines) },
    },
  );

/** The rules of a version, and nothing that is big but its areas, as long as they are among those asked for last. */
export const openRules = (head: Head, parts: Pick<PartBytes, 'rules' | 'areas'>): RuleBook =>
  knowCity(cityOf(head, parts, () => []));

type Head = Pick<Manifest, 'id' | 'version'>;

const cityOf = (
  { id, version }: Head,
  parts: Pick<PartBytes, 'rules' | 'areas'>,
  ledger: () => readonly LedgerRow[],
): City => {
  const rules = rulesOf(parts.rules);
  if (rules.id !== id) throw new Error(`Version ${version} of ${id} holds the rules of ${rules.id}`);
  return {
    ...rules,
    version,
    get areas() {
      return areasOf.of(parts.areas);
    },
    places: [],
    get ledger() {
      return ledger();
    },
  };
};

/** A whole city as it was published, ready to be asked: for versions of which there are no parts. */
export const openWhole = (city: City, staffing: Staffing, streetsEver: readonly string[] = []): Knowledge =>
  knowCity(withYears(city), { staffing, streetsEver });

/** Its rules alone. */
export const openRulesOfWhole = (city: City): RuleBook =>
  openWhole(
    {
      ...city,
      areas: city.areas.map(({ polygons: _shape, ...area }) => area),
      places: [],
      ledger: [],
    },
    NO_STAFFING,
  );

const withYears = <C extends Pick<City, 'calendar'>>(city: C): C =>
  withProvisionalYears(city, Math.max(2025, ...city.calendar.map(({ year }) => year)) + YEARS_AHEAD);
