import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { CityBlobs, CityStore, StaffingStore } from '../application/cityPorts.ts';
import { NO_STAFFING, type Staffing } from '../domain/ledger/Staffing.ts';
import { hashOf, packJson } from './cityParts.ts';

const dateSchema = z.iso.date();
const leaveSchema = z
  .object({ person: z.string(), from: dateSchema, to: dateSchema.optional() })
  .transform(({ person, from, to }) => ({ person, from, ...(to === undefined ? {} : { to }) }));
const returnSchema = z
  .object({ on: dateSchema, from: dateSchema, to: dateSchema.optional() })
  .transform(({ on, from, to }) => ({ on, from, ...(to === undefined ? {} : { to }) }));
const bindingsSchema = z.record(z.string(), z.string());

/** What may be written. */
const soundSchema = z.object({
  bindings: bindingsSchema,
  leaves: z.array(leaveSchema),
  returns: z.record(z.string(), returnSchema).optional(),
});

/** What may have been written: days that do not exist are nobody's, and must not keep the whole city from being served. */
const storedSchema = z
  .object({
    bindings: bindingsSchema,
    leaves: z.array(z.unknown()).transform((all) => all.flatMap((one) => ifSound(leaveSchema, one))),
    returns: z
      .record(z.string(), z.unknown())
      .transform((all) =>
        Object.fromEntries(
          Object.entries(all).flatMap(([person, one]) =>
            ifSound(returnSchema, one).map((back) => [person, back] as const),
          ),
        ),
      )
      .optional(),
  })
  .transform(({ returns, ...rest }) => ({ ...rest, ...(returns === undefined ? {} : { returns }) }));

const ifSound = <T>(schema: z.ZodType<T>, one: unknown): readonly T[] => {
  const read = schema.safeParse(one);
  return read.success ? [read.data] : [];
};

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
    // Before anything is put: what cannot be read back would be in force for everybody.
    soundSchema.parse(after);
    const bytes = packJson(after);
    const name = hashOf(bytes);
    await blobs.putPart(city, name, bytes);
    return versions.setStaffing(city, { before, after: name, line, spends });
  },
});

/** Leaves that mean no days are left out, all else stays. Throws when the bytes are none: a fault of storage. */
export const decodeStaffing = (bytes: Uint8Array): Staffing => {
  try {
    return storedSchema.parse(JSON.parse(gunzipSync(bytes).toString('utf8')));
  } catch (cause) {
    throw new Error('The bytes of the staffing are damaged', { cause });
  }
};
