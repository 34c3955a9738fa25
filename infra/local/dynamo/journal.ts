import type { Level, LevelChange } from 'dynalite/db/index.js';
import { SEQUENCE_KEY } from './storeKeys.ts';

/** What a write sees: the store, with the writes decided before it but not yet on disk. Never changed in place. */
export interface View {
  get(key: string): unknown;
  /** The next sequence number of change records: 21 digits, so that they sort as text. */
  nextSequence(): string;
}
export interface Decision<T> {
  readonly changes: readonly LevelChange[];
  readonly answer: T;
}

/**
 * The one way to write. Decisions are made one after another against one view; those that wait while a batch is being written
 * go into the next one together, each whole. An answer is given when its batch is with the operating system: a process killed
 * after that loses nothing of it, and one killed before has done nothing of it.
 */
export interface Journal {
  /** `decide` runs synchronously; what it throws is the answer, and nothing is written. */
  write<T>(decide: (view: View) => Decision<T>): Promise<T>;
  /** For work that reads ranges: runs while no write is under way, and writes what it returns. */
  alone<T>(work: (view: View) => Promise<Decision<T>>): Promise<T>;
  /** The last sequence number that is on disk. */
  written(): string;
  idle(): Promise<void>;
}

interface Job {
  readonly decide: (view: View) => Decision<unknown>;
  readonly settle: (outcome: { answer: unknown } | { error: unknown }) => void;
}

export function openJournal(level: Level): Journal {
  let sequence = BigInt((level.getSync(SEQUENCE_KEY) as string | undefined) ?? '100000000000000000000');
  let onDisk = sequence;
  let waiting: Job[] = [];
  let turn: Promise<void> = Promise.resolve();
  let scheduled = false;
  let broken: unknown;

  const viewOver = (overlay: ReadonlyMap<string, unknown>): View => ({
    get: (key) => (overlay.has(key) ? overlay.get(key) : level.getSync(key)),
    nextSequence: () => {
      sequence += 1n;
      return sequence.toString();
    },
  });

  async function commit(changes: LevelChange[]): Promise<void> {
    // A batch that failed may be in the log or not: from then on nothing can be promised, so nothing more is written.
    if (broken !== undefined)
      throw new Error('The store failed earlier and must be restarted', { cause: broken });
    const reached = sequence;
    if (reached !== onDisk) changes.push({ type: 'put', key: SEQUENCE_KEY, value: reached.toString() });
    if (changes.length === 0) return;
    try {
      await level.batch(changes);
    } catch (cause) {
      broken = cause;
      throw new Error('The store could not be written', { cause });
    }
    onDisk = reached;
  }

  async function writeWaiting(): Promise<void> {
    scheduled = false;
    const jobs = waiting;
    waiting = [];
    const overlay = new Map<string, unknown>();
    const view = viewOver(overlay);
    const changes: LevelChange[] = [];
    const outcomes = jobs.map(({ decide }) => {
      try {
        const decision = decide(view);
        for (const change of decision.changes) {
          overlay.set(change.key, change.type === 'put' ? change.value : undefined);
          changes.push(change);
        }
        return { answer: decision.answer };
      } catch (error) {
        return { error };
      }
    });
    try {
      await commit(changes);
      for (const [at, job] of jobs.entries()) job.settle(outcomes[at] ?? { error: undefined });
    } catch (error) {
      for (const job of jobs) job.settle({ error });
    }
  }

  function write<T>(decide: (view: View) => Decision<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle: Job['settle'] = (outcome) =>
        'answer' in outcome ? resolve(outcome.answer as T) : reject(outcome.error);
      waiting.push({ decide, settle });
      if (scheduled) return;
      scheduled = true;
      turn = turn.then(writeWaiting);
    });
  }

  function alone<T>(work: (view: View) => Promise<Decision<T>>): Promise<T> {
    const done = turn.then(async () => {
      const { changes, answer } = await work(viewOver(new Map()));
      await commit([...changes]);
      return answer;
    });
    turn = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  return { write, alone, written: () => onDisk.toString(), idle: () => turn };
}
