import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { CityBlobs, CityStore, StaffingStore } from '../application/cityPorts.ts';
import { NO_STAFFING, type Staffing } from '../domain/ledger/Staffing.ts';
import { asNamed, hashOf, packJson } from './cityParts.ts';
import { codeSchema } from './schema/fieldSchemas.ts';

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

const storedSchema = z.object({
  bindings: bindingsSchema,
  leaves: z.array(z.unknown()),
  returns: z.record(z.string(), z.unknown()).optional(),
});

/** The staffing of a city: its content lies under its own prefix beside the versions, the pointer names it. */
export const staffingStore = (
  city: string,
  { blobs, versions }: { readonly blobs: CityBlobs; readonly versions: CityStore },
): StaffingStore => ({
  load: async () => {
    const name = (await versions.pointer(city))?.staffing;
    if (name === undefined) return { staffing: NO_STAFFING };
    return { ...(await loadStaffing(blobs, city, name)), name };
  },
  save: async (before, after, line, spends) => {
    // Before anything is put: what cannot be read back would be in force for everybody.
    soundSchema.parse(after);
    const bytes = packJson(after);
    const name = `staffing/${hashOf(bytes)}`;
    await blobs.putStaffing(city, name, bytes);
    return versions.setStaffing(city, { before, after: name, line, spends });
  },
});

/** By the name the pointer has for it, which ends with the hash of its content. Throws when that is another. */
export const loadStaffing = async (
  blobs: Pick<CityBlobs, 'getStaffing'>,
  city: string,
  name: string,
): Promise<StoredStaffing> => {
  const hash = name.slice(name.lastIndexOf('/') + 1);
  return decodeStaffing(asNamed(hash, await blobs.getStaffing(city, name)));
};

/** What was written, as far as it can be read. */
interface StoredStaffing {
  readonly staffing: Staffing;
  /** The people of entries that cannot be read, `?` where even that is not told: these are left out. */
  readonly unread: readonly string[];
}

/**
 * Days that do not exist are nobody's, and must not keep the whole city from being served: such a leave is left out, and whose it was
 * is told. Throws when the bytes are none: a fault of storage.
 */
export const decodeStaffing = (bytes: Uint8Array): StoredStaffing => {
  try {
    const { bindings, leaves, returns } = storedSchema.parse(JSON.parse(gunzipSync(bytes).toString('utf8')));
    const read = leaves.map((one) => ({ one, ...leaveSchema.safeParse(one) }));
    const back = Object.entries(returns ?? {}).map(([person, one]) => ({
      person,
      ...returnSchema.safeParse(one),
    }));
    const sound = back.flatMap(({ person, data }) => (data ? [[person, data] as const] : []));
    return {
      staffing: {
        bindings,
        leaves: read.flatMap(({ data }) => data ?? []),
        ...(returns === undefined ? {} : { returns: Object.fromEntries(sound) }),
      },
      unread: [
        ...read.flatMap(({ one, success }) => (success ? [] : [personIn(one)])),
        ...back.flatMap(({ person, success }) => (success ? [] : [personIn({ person })])),
      ],
    };
  } catch (cause) {
    throw new Error('The bytes of the staffing are damaged', { cause });
  }
};

const personIn = (one: unknown): string => ownerSchema.safeParse(one).data?.person ?? '?';
const ownerSchema = z.object({ person: codeSchema });
