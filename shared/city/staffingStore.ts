import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { CityBlobs, CityStore, StaffingStore } from '../application/cityPorts.ts';
import { NO_STAFFING, type Staffing } from '../domain/ledger/Staffing.ts';
import { hashOf, packJson } from './cityParts.ts';

const dateSchema = z.iso.date();
const staffingSchema = z.object({
  bindings: z.record(z.string(), z.string()),
  leaves: z.array(
    z
      .object({ person: z.string(), from: dateSchema, to: dateSchema.optional() })
      .transform(({ person, from, to }) => ({ person, from, ...(to === undefined ? {} : { to }) })),
  ),
});

/** The staffing of a city: its content lies beside the parts of the versions, the pointer names it. */
export const staffingStore = (
  city: string,
  { blobs, versions }: { readonly blobs: CityBlobs; readonly versions: CityStore },
): StaffingStore => ({
  load: async () => {
    const name = (await versions.pointer(city))?.staffing;
    if (name === undefined) return { staffing: NO_STAFFING };
    return { staffing: decodeStaffing(await blobs.getPart(city, name)), name };
  },
  save: async (before, after, line, spends) => {
    const bytes = packJson(after);
    const name = hashOf(bytes);
    await blobs.putPart(city, name, bytes);
    return versions.setStaffing(city, { before, after: name, line, spends });
  },
});

/** Throws when the bytes are none: a fault of storage. */
export const decodeStaffing = (bytes: Uint8Array): Staffing => {
  try {
    return staffingSchema.parse(JSON.parse(gunzipSync(bytes).toString('utf8')));
  } catch (cause) {
    throw new Error('The bytes of the staffing are damaged', { cause });
  }
};
