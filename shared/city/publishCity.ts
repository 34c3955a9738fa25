import { gzipSync } from 'node:zlib';
import type { CityBlobs, CityStore } from '../application/cityPorts.ts';
import type { Now } from '../application/ports.ts';
import type { City } from '../domain/city/City.ts';
import { leafByStreet } from '../domain/city/leafByStreet.ts';
import { dateText, dayOf } from '../domain/time/Instant.ts';
import { checkCity } from './checkCity.ts';
import { encodeParts } from './cityParts.ts';
import { decodeCity } from './decodeCity.ts';
import type { Fault } from './Fault.ts';

export type Publication =
  /** `changed` is false when that version was in force already. */
  | { readonly published: true; readonly version: string; readonly changed: boolean; readonly bytes: number }
  | { readonly published: false; readonly why: 'faults'; readonly faults: readonly Fault[] }
  /** Somebody put another version in force than the one this was compared with. */
  | { readonly published: false; readonly why: 'overtaken' };

export interface PublishWorld {
  readonly blobs: CityBlobs;
  readonly store: CityStore;
  readonly now: Now;
}

/**
 * Makes a city the version in force, or refuses it with its faults. Repeating is safe: the bytes of a version never differ, and
 * they are put even when the version is in force, so that a lost object is healed. The pointer moves only after the bytes are there.
 *
 * `compared`: the version in force that whoever publishes has seen the difference to (none before the first publication). Without
 * it, the one that is in force when this begins.
 */
export const publishCity = async (
  city: City,
  { blobs, store, now }: PublishWorld,
  compared?: { readonly version: string | undefined },
): Promise<Publication> => {
  const faults = checkCity(city, dateText(dayOf(now())));
  if (faults.length > 0) return { published: false, why: 'faults', faults };
  const before = compared ? compared.version : (await store.pointer(city.id))?.version;
  const whole = gzipSync(JSON.stringify(city), { level: 9 });
  const { manifest, bytes } = encodeParts(city);
  await Promise.all([
    blobs.put(city.id, city.version, whole),
    ...[...bytes].map(([hash, part]) => blobs.putPart(city.id, hash, part)),
  ]);
  await blobs.putManifest(city.id, city.version, new TextEncoder().encode(JSON.stringify(manifest)));
  const moved = await movePointer(city, before, { blobs, store, now });
  if (moved === 'overtaken') return { published: false, why: 'overtaken' };
  const size = [...bytes.values()].reduce((sum, part) => sum + part.length, whole.length);
  return { published: true, version: city.version, changed: moved === 'moved', bytes: size };
};

/** A change of the staffing in the same moment is in conflict, too, and no reason to refuse. */
const TRIES = 5;

const movePointer = async (
  { id, version, areas }: City,
  before: string | undefined,
  { blobs, store, now }: PublishWorld,
): Promise<'moved' | 'there' | 'overtaken'> => {
  const own = streetsIn(areas);
  for (let tries = 0; tries < TRIES; tries++) {
    const inForce = await store.pointer(id);
    if (inForce?.version === version) return 'there';
    if (inForce?.version !== before) return 'overtaken';
    const unkept = inForce && !inForce.streets ? await streetsOf(id, inForce.version, blobs) : [];
    const change = { before, after: version, streets: [...new Set([...own, ...unkept])], at: now() };
    if ((await store.setCurrent(id, change)) === 'set') return 'moved';
  }
  throw new Error(`City ${id}: ${TRIES} tries to put a version in force were in conflict`);
};

const streetsIn = (areas: City['areas']): readonly string[] => [...leafByStreet(areas).keys()];

/** From the bytes of a version. One that cannot be read must not keep the next from taking its place. */
const streetsOf = async (id: string, version: string, blobs: CityBlobs): Promise<readonly string[]> => {
  try {
    return streetsIn(decodeCity(await blobs.get(id, version)).areas);
  } catch {
    return [];
  }
};
