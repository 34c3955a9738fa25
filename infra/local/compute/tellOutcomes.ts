import { setTimeout as sleep } from 'node:timers/promises';
import type { LogLine } from './FunctionLog.ts';
import type { FunctionRuntime } from './FunctionRuntime.ts';
import type { Outcome } from './Outcome.ts';

type Invoke = Pick<FunctionRuntime, 'invoke'>;

/** The runtime for those who ask and hear the answer, and for those who only set off work. */
export interface ToldRuntime {
  readonly doors: Invoke;
  readonly work: Invoke;
}

export interface TellParts {
  readonly shortName: (name: string) => string;
  readonly tell: (line: LogLine) => void;
  /** Keeps a line in the function's own log. */
  readonly keep: (name: string, line: string) => void;
  /** When a function, by its short name, last said something itself. */
  readonly lastLine: ReadonlyMap<string, number>;
  readonly ended: AbortSignal;
}

/** A function's lines come by another way than its answer, and a little later. */
const LINES_COME_WITHIN = 40;

/** What a function throws is said where everybody looks; and that it worked, where it says nothing itself. */
export const tellOutcomes = (runtime: Invoke, parts: TellParts): ToldRuntime => {
  const tellFailure = (name: string, outcome: Outcome): void => {
    if (outcome.ok || parts.ended.aborted) return;
    const { errorType, errorMessage, trace = [] } = outcome.error;
    const message = `failed: ${errorType}: ${errorMessage}`;
    parts.tell({ level: 'ERROR', from: parts.shortName(name), message });
    parts.keep(name, JSON.stringify({ level: 'DEBUG', message, trace }));
  };

  const tellSilent = async (name: string, began: number): Promise<void> => {
    const from = parts.shortName(name);
    const ms = Math.round(performance.now() - began);
    await sleep(LINES_COME_WITHIN);
    if ((parts.lastLine.get(from) ?? 0) < began)
      parts.tell({ level: 'INFO', from, message: `done in ${ms} ms` });
  };

  const invoke: Invoke['invoke'] = async (name, event, cause) => {
    const outcome = await runtime.invoke(name, event, cause);
    tellFailure(name, outcome);
    return outcome;
  };
  return {
    doors: { invoke },
    work: {
      invoke: async (name, event, cause) => {
        const began = performance.now();
        const outcome = await invoke(name, event, cause);
        if (outcome.ok) void tellSilent(name, began);
        return outcome;
      },
    },
  };
};
