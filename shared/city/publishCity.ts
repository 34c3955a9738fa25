import { gzipSync } from 'node:zlib';
import type { CityBlobs, CityStore } from '../application/cityPorts.ts';
import type { Now } from '../application/ports.ts';
import type { City } from '../domain/city/City.ts';
import { dateText, dayOf } from '../domain/time/Instant.ts';
import { checkCity } from './checkCity.ts';
import { encodeParts } from './cityParts.ts';
import type { Fault } from './Fault.ts';

export type Publication =
  /** `changed` is false when that version was in force already. */
  | { readonly published: true; readonly version: string; readonly changed: boolean; readonly bytes: number }
  | { readonly published: false; readonly faults: readonly Fault[] };

export interface PublishWorld {
  readonly blobs: CityBlobs;
  readonly store: CityStore;
  readonly now: Now;
}

/**
 * Makes a city the version in force, or refuses it with its faults. Repeating is safe: the bytes of a version never differ, and
 * they are put even when the version is in force, so that a lost object is healed. The pointer moves only after the bytes are there.
 */
export const publishCity = async (city: City, { blobs, store, now }: PublishWorld): Promise<Publication> => {
  const faults = checkCity(city, dateText(dayOf(now())));
  if (faults.length > 0) return { published: false, faults };
  const whole = gzipSync(JSON.stringify(city), { level: 9 });
  const { manifest, bytes } = encodeParts(city);
  await Promise.all([
    blobs.put(city.id, city.version, whole),
    ...[...bytes].map(([hash, part]) => blobs.putPart(city.id, hash, part)),
  ]);
  await blobs.putManifest(city.id, city.version, new TextEncoder().encode(JSON.stringify(manifest)));
  const changed = (await store.pointer(city.id))?.version !== city.version;
  if (changed) await store.setCurrent(city.id, city.version, now());
  const size = [...bytes.values()].reduce((sum, part) => sum + part.length, whole.length);
  return { published: true, version: city.version, changed, bytes: size };
};
