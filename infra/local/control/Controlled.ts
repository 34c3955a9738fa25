import type { Cities } from '../../../shared/application/cityPorts.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { Instant } from '../../../shared/domain/time/Instant.ts';
import type { ClockMove } from '../ClockMover.ts';
import type { LogLine } from '../compute/FunctionLog.ts';
import type { LocalClock } from '../compute/LocalClock.ts';
import type { Outcome } from '../compute/Outcome.ts';
import type { LocalStore } from '../LocalStore.ts';

/** What the control door drives: the part of a local cloud that only stands there, never in the deployed system. */
export interface Controlled {
  readonly socketUrl: string;
  readonly clock: LocalClock;
  readonly store: Pick<LocalStore, 'cases'>;
  readonly know: () => Knowledge;
  /** As the functions see it, whoever published or staffed it. */
  readonly cities: Cities;
  readonly advanceTo: (at: Instant) => Promise<string | undefined>;
  readonly moving: () => Promise<ClockMove | undefined>;
  readonly invoke: (functionName: string, event: unknown) => Promise<Outcome>;
  readonly token: (conversation: string) => Promise<string>;
  readonly onStep: (told: (line: LogLine) => void) => () => void;
}
