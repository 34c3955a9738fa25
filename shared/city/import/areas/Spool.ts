import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** Shapes on their way, one a line in a file: a map may be bigger than memory. */
export class Spool {
  private readonly path: string;
  private readonly writing: WriteStream;

  constructor(path: string) {
    this.path = path;
    this.writing = createWriteStream(path);
  }

  add(shape: unknown): void {
    this.writing.write(`${JSON.stringify(shape)}\n`);
  }

  /** Waits until what was added is on disk, so that it does not pile up in memory. */
  async settle(): Promise<void> {
    if (this.writing.writableNeedDrain) await once(this.writing, 'drain');
  }

  /** All shapes again, in the order they were added; the file is then gone. */
  async *take(): AsyncGenerator<string> {
    await this.close();
    try {
      yield* createInterface({ input: createReadStream(this.path), crlfDelay: Number.POSITIVE_INFINITY });
    } finally {
      await rm(this.path, { force: true });
    }
  }

  /** Nobody wants them. */
  async discard(): Promise<void> {
    await this.close();
    await rm(this.path, { force: true });
  }

  private async close(): Promise<void> {
    this.writing.end();
    if (!this.writing.closed) await once(this.writing, 'close');
  }
}
