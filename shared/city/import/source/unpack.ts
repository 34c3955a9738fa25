import { unzipSync } from 'fflate';

/** A workbook of 100,000 rows takes 80 MB unpacked. */
const MOST_BYTES = 400 * 1024 * 1024;
const MOST_ENTRIES = 2_000;

/** Why an archive is not unpacked. */
export type Unpacking =
  | { readonly files: Readonly<Record<string, Uint8Array>> }
  | { readonly files?: never; readonly why: 'damaged' | 'locked' | 'huge' };

/** The files of an archive. It is never unpacked beyond a limit: each file gets the room that the archive claims for it, and no more. */
export const unpack = (bytes: Uint8Array, most = MOST_BYTES): Unpacking => {
  let room = most;
  let entries = 0;
  let huge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        room -= originalSize;
        entries += 1;
        huge ||= room < 0 || entries > MOST_ENTRIES;
        return !huge;
      },
    });
    if (huge) return { why: 'huge' };
    return { files };
  } catch {
    return { why: huge ? 'huge' : isLocked(bytes) ? 'locked' : 'damaged' };
  }
};

/** The first file says in its flags that it is encrypted. */
const isLocked = (bytes: Uint8Array): boolean => ((bytes[6] ?? 0) & 1) === 1;
