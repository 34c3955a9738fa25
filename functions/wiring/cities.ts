import type { Cities, CityBlobs, CityPointer, CityStore } from '../../shared/application/cityPorts.ts';
import { FRESH } from '../../shared/application/FRESH.ts';
import type { Now } from '../../shared/application/ports.ts';
import { asNamed, type Manifest, manifestSchema, PARTS, type PartName } from '../../shared/city/cityParts.ts';
import { decodeCity } from '../../shared/city/decodeCity.ts';
import { Lately } from '../../shared/city/Lately.ts';
import {
  openCity,
  openRules,
  openRulesOfWhole,
  openWhole,
  type PartBytes,
} from '../../shared/city/openCity.ts';
import { loadStaffing } from '../../shared/city/staffingStore.ts';
import type { Knowledge, RuleBook } from '../../shared/domain/city/Knowledge.ts';
import { NO_STAFFING, type Staffing } from '../../shared/domain/ledger/Staffing.ts';

/**
 * So much is kept: a function lives for hours, while versions are published and accounts bound. What is big of a city (people, places,
 * shapes) is kept of the version in force and of the one before; of those that open cases were opened under, the rules, and areas packed.
 */
const KEPT = { whole: 2, rules: 16, staffings: 2 };
const ofRules: ReadonlySet<PartName> = new Set<PartName>(['rules', 'areas']);

interface Sources {
  readonly versions: Pick<CityStore, 'pointer'>;
  readonly blobs: CityBlobs;
  readonly now: Now;
  /** Hears of people of the staffing whose leaves cannot be read, and are left out; once for each staffing that is loaded. */
  readonly leftOut?: (persons: readonly string[]) => void;
}

/** The city this deployment serves, with `refresh` for whoever has just changed what is in force. */
export interface ServedCity extends Cities {
  readonly refresh: () => void;
  /** As it was or would be: any version under any staffing. */
  readonly under: (version: string, staffing: string | undefined) => Promise<Knowledge>;
}

/**
 * The version in force, looked up again every half minute, and every version by id, under the staffing in force or another. Parts that
 * versions share are loaded and unpacked once.
 */
export const cities = (city: string, { versions, blobs, now, leftOut }: Sources): ServedCity => {
  let pointer: { readonly value: Promise<CityPointer>; readonly readAt: number } | undefined;
  const manifests = keptBy(KEPT.rules, (version: string) => loadManifest(blobs, city, version));
  const part = loadersOf(async (hash: string) => asNamed(hash, await blobs.getPart(city, hash)));
  const staffingOf = keptBy(KEPT.staffings, async (name: string): Promise<Staffing> => {
    const { staffing, unread } = await loadStaffing(blobs, city, name);
    if (unread.length > 0) leftOut?.(unread);
    return staffing;
  });

  const openUnder = async (version: string, name: string): Promise<Knowledge> => {
    const staffing = name === '' ? NO_STAFFING : await staffingOf(name);
    const { streets } = await inForce();
    const manifest = await manifests(version);
    if (!manifest) return openWhole(decodeCity(await blobs.get(city, version)), staffing, streets);
    return openCity(manifest, await loadParts(manifest, PARTS, part), staffing, streets);
  };
  const opened = new Lately(KEPT.whole, (version: string) =>
    keptBy(KEPT.staffings, (key: string) => openUnder(version, key.slice(key.indexOf(' ') + 1))),
  );
  const under = async (version: string, staffing = ''): Promise<Knowledge> => {
    const [manifest, { streets = [] }] = await Promise.all([manifests(version), inForce()]);
    // Even when it is open: of parts, too, those are kept that were asked for last.
    if (manifest) await loadParts(manifest, PARTS, part);
    // Streets only ever come: when there are more, it is opened anew, to know of them.
    return opened.of(version)(`${streets.length} ${staffing}`);
  };
  const rulesOf = keptBy(KEPT.rules, async (version: string): Promise<RuleBook> => {
    const manifest = await manifests(version);
    if (!manifest) return openRulesOfWhole(decodeCity(await blobs.get(city, version)));
    return openRules(manifest, await loadParts(manifest, [...ofRules], part));
  });

  const inForce = (): Promise<CityPointer> => {
    if (!pointer || Math.abs(now() - pointer.readAt) > FRESH) {
      const value = readPointer(versions, city);
      const asked = { value, readAt: now() };
      value.catch(() => {
        if (pointer === asked) pointer = undefined;
      });
      pointer = asked;
    }
    return pointer.value;
  };

  return {
    current: async () => {
      const { version, staffing } = await inForce();
      return under(version, staffing);
    },
    at: async (version) => {
      const { version: served, staffing } = await inForce();
      return version === served ? under(version, staffing) : rulesOf(version);
    },
    under,
    refresh: () => {
      pointer = undefined;
    },
  };
};

/** Each once, those asked for last; a load that failed is tried again at the next question. */
const keptBy = <T>(most: number, load: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  const kept = new Lately(most, load);
  return (key) => {
    const value = kept.of(key);
    value.catch(() => kept.forget(key, value));
    return value;
  };
};

type Loaders = Readonly<Record<PartName, (hash: string) => Promise<Uint8Array>>>;

/** One for each kind of part: a count of big and small ones together would be no bound. */
const loadersOf = (load: (hash: string) => Promise<Uint8Array>): Loaders =>
  Object.fromEntries(
    PARTS.map((name) => [name, keptBy(ofRules.has(name) ? KEPT.rules : KEPT.whole, load)]),
  ) as unknown as Loaders;

const readPointer = async (versions: Sources['versions'], city: string): Promise<CityPointer> => {
  const found = await versions.pointer(city);
  if (!found) throw new Error(`No version of city ${city} has been published`);
  return found;
};

const loadManifest = async (
  blobs: CityBlobs,
  city: string,
  version: string,
): Promise<Manifest | undefined> => {
  const bytes = await blobs.getManifest(city, version);
  return bytes && manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
};

const loadParts = async <N extends PartName>(
  { parts }: Manifest,
  names: readonly N[],
  load: Loaders,
): Promise<Pick<PartBytes, N>> => {
  const loaded = names.map(async (name) => [name, await load[name](parts[name])] as const);
  return Object.fromEntries(await Promise.all(loaded)) as unknown as Pick<PartBytes, N>;
};
