import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Sent } from './Journey.ts';

/** A person of a journey at a channel's real doors. */
export interface Person {
  /** Throws with the door's own words when it refuses. `id`: the channel's id of the message. */
  readonly send: (sent: Sent, id: string) => Promise<void>;
  /** Presses a button of the newest message that has it. */
  readonly press: (choice: string, id: string) => Promise<void>;
  /** Everything this person was told so far, in order. */
  readonly heard: () => Promise<readonly Reply[]>;
  /** Resolves as soon as something may have arrived, or after `ms`. */
  readonly arrival: (ms: number) => Promise<void>;
  readonly leave: () => Promise<void>;
}
