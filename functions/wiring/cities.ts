import type { Cities, CityBlobs, CityPointer, CityStore } from '../../shared/application/cityPorts.ts';
import { FRESH } from '../../shared/application/FRESH.ts';
import type { Now } from '../../shared/application/ports.ts';
import { type Manifest, manifestSchema } from '../../shared/city/cityParts.ts';
import { decodeCity } from '../../shared/city/decodeCity.ts';
import { openCity, openWhole, type PartBytes } from '../../shared/city/openCity.ts';
import { decodeStaffing } from '../../shared/city/staffingStore.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { NO_STAFFING, type Staffing } from '../../shared/domain/ledger/Staffing.ts';

/** So much is kept: a function lives for hours, while accounts are bound and versions published. Versions share most parts. */
const KEPT = { versions: 16, parts: 40, staffings: 4 };

interface Sources {
  readonly versions: Pick<CityStore, 'pointer'>;
  readonly blobs: CityBlobs;
  readonly now: Now;
}

/** The city this deployment serves, with `refresh` for whoever has just changed what is in force. */
export interface ServedCity extends Cities {
  readonly refresh: () => void;
  /** As it was or would be: any version under any staffing. */
  readonly under: (version: string, staffing: string | undefined) => Promise<Knowledge>;
}

/**
 * The version in force, looked up again every half minute, and every version by id, each under the staffing in force. Parts that
 * versions share are loaded and unpacked once.
 */
export const cities = (city: string, { versions, blobs, now }: Sources): ServedCity => {
  let pointer: { readonly value: Promise<CityPointer>; readonly readAt: number } | undefined;
  const manifests = keptBy(KEPT.versions, (version: string) => loadManifest(blobs, city, version));
  const part = keptBy(KEPT.parts, (hash: string) => blobs.getPart(city, hash));
  const staffingOf = keptBy(
    KEPT.staffings,
    async (name: string): Promise<Staffing> => decodeStaffing(await blobs.getPart(city, name)),
  );
  const opened = keptBy(KEPT.versions, async (key: string): Promise<Knowledge> => {
    const [version = '', name] = key.split('|');
    const staffing = name ? await staffingOf(name) : NO_STAFFING;
    const manifest = await manifests(version);
    if (!manifest) return openWhole(decodeCity(await blobs.get(city, version)), staffing);
    return openCity(manifest, await loadParts(manifest, part), staffing);
  });
  const under = (version: string, staffing: string | undefined): Promise<Knowledge> =>
    opened(`${version}|${staffing ?? ''}`);

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
    at: async (version) => under(version, (await inForce()).staffing),
    under,
    refresh: () => {
      pointer = undefined;
    },
  };
};

/** Each once, those asked for last; a load that failed is tried again at the next question. */
const keptBy = <T>(most: number, load: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const value = known.get(key) ?? load(key);
    known.delete(key);
    known.set(key, value);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    value.catch(() => {
      if (known.get(key) === value) known.delete(key);
    });
    return value;
  };
};

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

const loadParts = async (
  { parts }: Manifest,
  part: (hash: string) => Promise<Uint8Array>,
): Promise<PartBytes> => {
  const loaded = Object.entries(parts).map(async ([name, hash]) => [name, await part(hash)] as const);
  return Object.fromEntries(await Promise.all(loaded)) as unknown as PartBytes;
};
