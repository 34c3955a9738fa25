import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueDepth } from '../gateway/types.ts';
import type { FunctionRuntime } from './FunctionRuntime.ts';
import type { StreamMapping } from './StreamMapping.ts';

export interface IdleParts {
  readonly runtime: Pick<FunctionRuntime, 'working' | 'begun'>;
  readonly streams: readonly Pick<StreamMapping, 'isDrained'>[];
  readonly pending: () => Readonly<Record<string, QueueDepth>>;
  /** Resolves when no message whose time has come is held back. */
  readonly releaseDue: () => Promise<void>;
  /** Names of the queues that functions work off: what lies in others waits for somebody else. */
  readonly worked: readonly string[];
}

const PAUSE = 5;

const rest = (parts: IdleParts): boolean => {
  if (parts.runtime.working > 0) return false;
  const depths = parts.pending();
  return parts.worked.every((name) => {
    const depth = depths[name];
    return !depth || depth.visible + depth.inFlight === 0;
  });
};

/**
 * Resolves when nothing more happens by itself: no message that could be taken now (those held for later do not count), no
 * invocation, every stream read to its end. Throws after `limit` ms with what is still going on.
 */
export const waitUntilIdle = async (parts: IdleParts, limit: number): Promise<void> => {
  const until = performance.now() + limit;
  while (performance.now() < until) {
    await parts.releaseDue();
    if (!rest(parts)) {
      await sleep(PAUSE);
      continue;
    }
    const begun = parts.runtime.begun;
    const drained = await Promise.all(parts.streams.map((stream) => stream.isDrained()));
    if (drained.every(Boolean) && rest(parts) && parts.runtime.begun === begun) return;
  }
  throw new Error(
    `Not idle after ${limit} ms: ${parts.runtime.working} at work, queues ${JSON.stringify(parts.pending())}`,
  );
};
