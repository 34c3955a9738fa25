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
  /** Asked all along: whether to wait no longer. */
  readonly enough: () => boolean;
}

const PAUSE = 5;

const waiting = ({ pending, worked }: Pick<IdleParts, 'pending' | 'worked'>): readonly [string, number][] => {
  const depths = pending();
  return worked.flatMap((name): [string, number][] => {
    const { visible, inFlight } = depths[name] ?? { visible: 0, inFlight: 0 };
    return visible + inFlight > 0 ? [[name, visible + inFlight]] : [];
  });
};

/** How many messages could be taken now, or are being worked on. */
export const messagesWaiting = (parts: Pick<IdleParts, 'pending' | 'worked'>): number =>
  waiting(parts).reduce((sum, [, count]) => sum + count, 0);

const rest = (parts: IdleParts): boolean => parts.runtime.working === 0 && waiting(parts).length === 0;

/** Whether all streams are read to their end. One that cannot go on answers late: nobody waits longer for it than for the rest. */
const drained = async (parts: IdleParts): Promise<boolean> => {
  let all: boolean | undefined;
  const looked = Promise.all(parts.streams.map((stream) => stream.isDrained())).then((empty) => {
    all = empty.every(Boolean);
  });
  while (all === undefined && !parts.enough()) await Promise.race([looked, sleep(PAUSE)]);
  return all ?? false;
};

const describe = (parts: IdleParts): string => {
  const { working } = parts.runtime;
  const found = waiting(parts).map(([name, count]) => `${count} in ${name}`);
  if (working > 0) found.push(`${working} functions at work`);
  return found.join(', ') || 'a stream is not read to its end';
};

/**
 * Resolves when nothing more happens by itself: no message that could be taken now (those held for later do not count), no
 * invocation, every stream read to its end. When that is not to be waited for any longer, answers what is still going on.
 */
export const waitUntilIdle = async (parts: IdleParts): Promise<string | undefined> => {
  while (!parts.enough()) {
    await parts.releaseDue();
    if (!rest(parts)) {
      await sleep(PAUSE);
      continue;
    }
    const { begun } = parts.runtime;
    if ((await drained(parts)) && rest(parts) && parts.runtime.begun === begun) return undefined;
  }
  return describe(parts);
};
