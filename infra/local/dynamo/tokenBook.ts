import type { Level, LevelChange } from 'dynalite/db/index.js';
import { readRange } from './readRange.ts';
import { tokenKey, under } from './storeKeys.ts';

/** A transaction that was done: under which parameters, and what reading it again costs. */
interface DoneTransaction {
  readonly at: number;
  readonly fingerprint: string;
  readonly reads: readonly (readonly [table: string, units: number])[];
}
export interface TokenBook {
  find(token: string, now: number): DoneTransaction | undefined;
  /** Remembers at once and gives the change to write with the transaction: should that fail, the journal is closed for good. */
  put(token: string, done: DoneTransaction): LevelChange;
  forgetOld(now: number): Promise<void>;
}

const KEPT_MS = 10 * 60_000;

export async function openTokenBook(level: Level): Promise<TokenBook> {
  const known = new Map<string, DoneTransaction>();
  for await (const [key, value] of readRange(level, under('token~'))) {
    known.set(key.slice(tokenKey(0, '').length), value as DoneTransaction);
  }
  return {
    find(token, now) {
      const done = known.get(token);
      return done !== undefined && now - done.at < KEPT_MS ? done : undefined;
    },
    put(token, done) {
      known.delete(token);
      known.set(token, done);
      return { type: 'put', key: tokenKey(done.at, token), value: done };
    },
    async forgetOld(now) {
      const horizon = now - KEPT_MS;
      for (const [token, done] of known) if (done.at <= horizon) known.delete(token);
      await level.clear({ gte: 'token~', lt: tokenKey(Math.max(0, horizon), '') });
    },
  };
}
