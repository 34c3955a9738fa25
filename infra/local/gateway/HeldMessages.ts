import { DatabaseSync } from 'node:sqlite';
import type { LocalClock } from './types.ts';

export interface HeldMessagesParts {
  /** Path of the database, or `:memory:`. */
  readonly file: string;
  readonly clock: LocalClock;
  /** Hands a message over to its queue. */
  readonly release: (queue: string, message: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Called when it cannot be handed over; it is tried again. */
  readonly complain: (what: string) => void;
}

interface Row {
  readonly id: number;
  readonly queue: string;
  readonly due: number;
  readonly message: string;
}

const BATCH = 200;
const SHORTEST_PAUSE = 1;
const PAUSE_AFTER_TROUBLE = 1_000;
/** Longest sleep `setTimeout` takes. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Delayed messages, kept until the local clock reaches them: the clock may be set forward, and then all that fell due goes
 * out, in order. On disk when there is a file, so that a message acknowledged before a kill is still sent after it; one
 * that was just being released may then be sent twice, as SQS itself may.
 */
export class HeldMessages {
  readonly #db: DatabaseSync;
  readonly #parts: HeldMessagesParts;
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | undefined;
  #releasing: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: HeldMessagesParts) {
    this.#parts = parts;
    this.#db = new DatabaseSync(parts.file);
    this.#db.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
       CREATE TABLE IF NOT EXISTS held (id INTEGER PRIMARY KEY, queue TEXT, due INTEGER, message TEXT);
       CREATE INDEX IF NOT EXISTS held_due ON held (due, id);`,
    );
    this.#unsubscribe = parts.clock.onChange(() => void this.releaseDue());
  }

  hold(queue: string, due: number, message: Readonly<Record<string, unknown>>): void {
    this.#db
      .prepare('INSERT INTO held (queue, due, message) VALUES (?, ?, ?)')
      .run(queue, due, JSON.stringify(message));
    this.#arm();
  }

  count(queue: string): number {
    const row = this.#db.prepare('SELECT COUNT(*) AS n FROM held WHERE queue = ?').get(queue);
    return Number(row?.n ?? 0);
  }

  /** Forgets what is held for a queue. */
  drop(queue: string): void {
    this.#db.prepare('DELETE FROM held WHERE queue = ?').run(queue);
  }

  /** Sends all that is due by now. Resolves when none of it is held any more, or it cannot be sent just now. */
  releaseDue(): Promise<void> {
    this.#releasing = this.#releasing.then(async () => {
      let pause = SHORTEST_PAUSE;
      try {
        await this.#releaseAll();
      } catch (error) {
        pause = PAUSE_AFTER_TROUBLE;
        this.#parts.complain(`cannot release a held message: ${String(error)}`);
      }
      this.#arm(pause);
    });
    return this.#releasing;
  }

  async #releaseAll(): Promise<void> {
    if (this.#stopped) return;
    const due = this.#db.prepare('SELECT * FROM held WHERE due <= ? ORDER BY due, id LIMIT ?');
    const drop = this.#db.prepare('DELETE FROM held WHERE id = ?');
    for (;;) {
      const rows = due.all(this.#parts.clock.now(), BATCH) as unknown as readonly Row[];
      if (rows.length === 0) return;
      for (const { id, queue, message } of rows) {
        await this.#parts.release(queue, JSON.parse(message) as Readonly<Record<string, unknown>>);
        // Not before it is in its queue: whoever counts what is pending must see it in one of the two.
        if (this.#stopped) return;
        drop.run(id);
      }
    }
  }

  #arm(atLeast = SHORTEST_PAUSE): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    const row = this.#db.prepare('SELECT MIN(due) AS due FROM held').get();
    if (row?.due === null || row?.due === undefined) return;
    const wait = Math.min(Math.max(Number(row.due) - this.#parts.clock.now(), atLeast), LONGEST_MS);
    this.#timer = setTimeout(() => void this.releaseDue(), wait);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#unsubscribe();
    await this.#releasing;
    this.#db.close();
  }
}
