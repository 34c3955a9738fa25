import type { CaseKind } from '../city/City.ts';
import type { Change } from '../ledger/changedHolders.ts';
import type { Instant } from '../time/Instant.ts';
import type { CasePlace, Clock, ClockStep, Owner, Rating, Stage, Task } from './Case.ts';

/** What can become true of a case. Adding to the lifecycle means adding here, in `decide` and in `evolve`. */
export type CaseEvent =
  | {
      readonly type: 'opened';
      readonly city: string;
      readonly kind: CaseKind;
      readonly service: string;
      readonly condition: string;
      readonly urgent: boolean;
      readonly leaf: string;
      readonly place: CasePlace;
      readonly text: string;
      readonly photos: readonly string[];
      readonly reporter: string;
      /** Encrypted at rest, never in a push: only where the service needs it. */
      readonly phone?: string;
    }
  | { readonly type: 'supplemented'; readonly text?: string; readonly photos?: readonly string[] }
  | {
      readonly type: 'corrected';
      readonly service: string;
      readonly condition: string;
      readonly urgent: boolean;
      readonly kind: CaseKind;
    }
  | { readonly type: 'verified' }
  | { readonly type: 'declined'; readonly reason: string }
  | { readonly type: 'accepted' }
  | { readonly type: 'unroutable'; readonly weighed: readonly string[] }
  | { readonly type: 'dispatched'; readonly tasks: readonly Task[] }
  | { readonly type: 'signed'; readonly unit: string; readonly person: string }
  | {
      readonly type: 'done';
      readonly unit: string;
      readonly person: string;
      readonly report: string;
      readonly photos: readonly string[];
    }
  | { readonly type: 'passed' }
  | { readonly type: 'failed'; readonly reason: string; readonly round: number }
  | { readonly type: 'rated'; readonly rating: Rating }
  | { readonly type: 'filed'; readonly rated: boolean }
  | { readonly type: 'rang'; readonly step: ClockStep; readonly count: number; readonly next?: Clock['next'] }
  /** Others answer for the post it is with; where it stands and by when is as it was. */
  | (Change & { readonly type: 'handedOver'; readonly owner: Owner })
  /** The case changes hands: every other event says why, this one says where to. */
  | { readonly type: 'moved'; readonly to: Stage; readonly owner: Owner; readonly clock?: Clock };

/** Who did it. `system` is the clock. */
export interface By {
  readonly person: string;
  readonly role: 'resident' | 'supervisor' | 'dispatcher' | 'handler' | 'system';
}

/** One line of the history: what one command did. */
export interface Entry {
  readonly number: string;
  readonly seq: number;
  readonly at: Instant;
  readonly by: By;
  /** Id of the command: a turn's id, or the instant a tick was for. */
  readonly command: string;
  /** Under which the logs know the message that led to it, all the way. */
  readonly correlation?: string;
  readonly events: readonly CaseEvent[];
  /** SHA-256 over the entry before and this one. */
  readonly hash: string;
}
