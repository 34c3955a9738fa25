import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { City } from '../domain/city/City.ts';

/** A bigger one is no city: 20 million people's grids take a tenth of it. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** Enough to know that it is a city at all: it was checked as a whole before it was published. */
const versionSchema = z.looseObject({
  id: z.string().min(1),
  version: z.string().regex(/^[0-9a-f]{16}$/u),
  hours: z.array(z.unknown()).min(1),
  ...Object.fromEntries(
    ['areas', 'places', 'groups', 'services', 'units', 'routes', 'ledger', 'calendar'].map((part) => [
      part,
      z.array(z.unknown()),
    ]),
  ),
});

/** The city in the bytes of a published version. Throws when they are not one: a fault of storage, not of a user. */
export const decodeCity = (bytes: Uint8Array): City => {
  try {
    const data: unknown = JSON.parse(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8'));
    versionSchema.parse(data);
    return data as City;
  } catch (cause) {
    throw new Error('The bytes of the city version are damaged', { cause });
  }
};
