import type { CityBlobs, CityStore } from '../../../shared/application/cityPorts.ts';
import type { Now } from '../../../shared/application/ports.ts';

/** Where a city is published to, and what is known of it there. */
export interface PublishTarget {
  /** For people: `local`, `prod`. */
  readonly name: string;
  /** ` --data D`, for a command that somebody is to type next. */
  readonly repeated: string;
  /** The one city that is served there, when that is known: what a command is about that names none. */
  readonly city?: string;
  readonly blobs: CityBlobs;
  readonly store: CityStore;
  /** The clock there. */
  readonly now: Now;
}
