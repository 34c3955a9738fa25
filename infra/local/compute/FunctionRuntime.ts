import type { ClockCell } from './clockCell.ts';
import { FunctionPool, type PoolHooks, type Runnable } from './FunctionPool.ts';
import type { Outcome } from './Outcome.ts';

/** Why a function is invoked: `read` can lead to nothing that follows, so nobody has to wait for it to be idle. */
export type Cause = 'work' | 'read';

/** All functions of one local run, by name. */
export class FunctionRuntime {
  readonly #pools: ReadonlyMap<string, FunctionPool>;
  /** How many invocations that may lead to something are under way. */
  #working = 0;
  /** How many ever began: two equal readings around a look at the queues mean nothing happened between. */
  #begun = 0;

  constructor(runnables: readonly Runnable[], clock: ClockCell, hooks: PoolHooks) {
    this.#pools = new Map(runnables.map((each) => [each.name, new FunctionPool(each, clock, hooks)]));
  }

  get working(): number {
    return this.#working;
  }

  get begun(): number {
    return this.#begun;
  }

  async invoke(name: string, event: unknown, cause: Cause = 'work'): Promise<Outcome> {
    const pool = this.#pools.get(name);
    if (!pool)
      throw new Error(`No function ${name} in the template; there are ${[...this.#pools.keys()].join(' ')}`);
    const counts = cause === 'work' ? 1 : 0;
    this.#working += counts;
    this.#begun += counts;
    try {
      return await pool.invoke(event);
    } finally {
      this.#working -= counts;
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.stop()));
  }
}
