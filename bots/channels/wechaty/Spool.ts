import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { conversationSchema, saidSchema } from '../../../shared/contracts/turn.ts';
import { faultFacts, type HostLog } from './HostLog.ts';
import { writeWhole } from './writeWhole.ts';

/** A message as the host understood it. The bytes of an image come later, and lie beside it. */
const heardSchema = z.strictObject({
  v: z.literal(1),
  /** The puppet's own id of the message. */
  id: z.string(),
  conversation: conversationSchema,
  said: z.union([saidSchema, z.strictObject({ kind: z.literal('image') })]),
});
export type Heard = z.infer<typeof heardSchema>;

export interface Kept {
  /** Names it in the spool; sorts by arrival. */
  readonly name: string;
  readonly heard: Heard;
}

const ENTRY = /^(?<name>\d{16})\.json$/u;

/** What was heard and not yet taken by the door, on disk in the order it came: no puppet tells it a second time. */
export class Spool {
  readonly #dir: string;
  readonly #kept: Map<string, Kept>;
  #next: number;

  private constructor(dir: string, kept: readonly Kept[], next: number) {
    this.#dir = dir;
    this.#kept = new Map(kept.map((each) => [each.name, each]));
    this.#next = next;
  }

  /** Entries that cannot be read are set aside as `….bad`, and said so. */
  static async open(dir: string, log: HostLog): Promise<Spool> {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const names = (await readdir(dir)).flatMap((file) => ENTRY.exec(file)?.groups?.name ?? []).sort();
    const kept: Kept[] = [];
    for (const name of names) {
      const path = join(dir, `${name}.json`);
      try {
        kept.push({ name, heard: heardSchema.parse(JSON.parse(await readFile(path, 'utf8'))) });
      } catch (fault) {
        log({
          level: 'ERROR',
          message: 'an entry of the spool cannot be read',
          facts: { name, ...faultFacts(fault) },
        });
        await rename(path, `${path}.bad`);
      }
    }
    return new Spool(dir, kept, Number(names.at(-1) ?? 0) + 1);
  }

  get size(): number {
    return this.#kept.size;
  }

  /** Everything that waits, in the order it came. */
  waiting(): readonly Kept[] {
    return [...this.#kept.values()];
  }

  /** Resolves when it is on disk. When the disk refuses, it is kept in memory alone, with the fault. */
  async keep(heard: Heard): Promise<{ readonly kept: Kept; readonly fault?: unknown }> {
    const name = String(this.#next++).padStart(16, '0');
    const kept = { name, heard };
    this.#kept.set(name, kept);
    try {
      await writeWhole(join(this.#dir, `${name}.json`), JSON.stringify(heard));
      return { kept };
    } catch (fault) {
      return { kept, fault };
    }
  }

  async remove({ name }: Kept): Promise<void> {
    await rm(join(this.#dir, `${name}.json`), { force: true });
    await rm(join(this.#dir, `${name}.photo`), { force: true });
    this.#kept.delete(name);
  }

  async keepPhoto({ name }: Kept, bytes: Uint8Array): Promise<void> {
    await writeWhole(join(this.#dir, `${name}.photo`), bytes);
  }

  async readPhoto({ name }: Kept): Promise<Uint8Array | undefined> {
    return readFile(join(this.#dir, `${name}.photo`)).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return undefined;
      throw fault;
    });
  }
}
