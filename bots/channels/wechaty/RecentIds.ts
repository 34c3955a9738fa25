import { appendFile, readFile } from 'node:fs/promises';
import { writeWhole } from './writeWhole.ts';

const KEPT = 5_000;

/** The newest few thousand ids, kept over restarts: what was done once is known when it comes again. */
export class RecentIds {
  readonly #path: string;
  readonly #ids: Set<string>;
  #lines: number;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, ids: readonly string[]) {
    this.#path = path;
    this.#ids = new Set(ids.slice(-KEPT));
    this.#lines = ids.length;
  }

  static async open(path: string): Promise<RecentIds> {
    const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return '';
      throw fault;
    });
    const lines = text.split('\n');
    // A line cut short by a crash names nothing, and the next one must not grow out of it.
    const unfinished = lines.pop();
    const ids = lines.filter(Boolean);
    if (unfinished) await writeWhole(path, ids.map((id) => `${id}\n`).join(''));
    return new RecentIds(path, ids);
  }

  get isEmpty(): boolean {
    return this.#ids.size === 0;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Resolves when it is on disk. */
  async add(id: string): Promise<void> {
    this.#ids.add(id);
    for (const oldest of this.#ids) {
      if (this.#ids.size <= KEPT) break;
      this.#ids.delete(oldest);
    }
    const write = this.#writing.then(() => this.#write(id));
    this.#writing = write.catch(() => undefined);
    await write;
  }

  async #write(id: string): Promise<void> {
    this.#lines += 1;
    if (this.#lines <= 2 * KEPT) {
      await appendFile(this.#path, `${id}\n`, { mode: 0o600 });
      return;
    }
    await writeWhole(this.#path, `${[...this.#ids].join('\n')}\n`);
    this.#lines = this.#ids.size;
  }
}
