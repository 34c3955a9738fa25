import type { CaseKind } from '../city/City.ts';
import type { Change } from '../ledger/changedHolders.ts';
import type { Instant } from '../time/Instant.ts';
import type {
  CasePlace,
  Joined,
  Listing,
  Owed,
  Owner,
  Pause,
  Privacy,
  Rating,
  Request,
  Stage,
  Task,
} from './Case.ts';
import type { Clock, ClockName, ClockStep } from './Clock.ts';

/** What somebody reported to have done. */
interface Handled {
  readonly unit: string;
  readonly person: string;
  readonly report: string;
  readonly photos: readonly string[];
}

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
      readonly privacy?: Privacy;
      readonly about?: string;
      readonly patrol?: true;
      readonly owed?: readonly Owed[];
      readonly promise?: string;
    }
  | { readonly type: 'supplemented'; readonly text?: string; readonly photos?: readonly string[] }
  /** Owed material came. */
  | {
      readonly type: 'supplied';
      readonly material: string;
      readonly text?: string;
      readonly photos?: readonly string[];
    }
  | {
      readonly type: 'corrected';
      readonly service: string;
      readonly condition: string;
      readonly urgent: boolean;
      readonly kind: CaseKind;
      readonly leaf?: string;
      readonly place?: CasePlace;
    }
  | { readonly type: 'verified' }
  /** `post`: in which post it was refused. Without one nobody did: `reason` is what was owed and did not come. */
  | { readonly type: 'declined'; readonly reason: string; readonly post?: Owner }
  | { readonly type: 'appealed'; readonly reason: string }
  | { readonly type: 'accepted' }
  | { readonly type: 'unroutable'; readonly weighed: readonly string[] }
  /** 并案 */
  | { readonly type: 'merged'; readonly into: string }
  | { readonly type: 'unmerged' }
  | { readonly type: 'joined'; readonly cases: readonly Joined[] }
  /** 当场办结 */
  | {
      readonly type: 'solved';
      readonly person: string;
      readonly report: string;
      readonly photos: readonly string[];
    }
  /** `reason`: where somebody overruled what stood before. */
  | { readonly type: 'dispatched'; readonly tasks: readonly Task[]; readonly reason?: string }
  /** `clock`: of an assisting task. */
  | { readonly type: 'signed'; readonly unit: string; readonly person: string; readonly clock?: Clock }
  /** 退回. `rule`: why it is not theirs. */
  | { readonly type: 'returned'; readonly unit: string; readonly person: string; readonly reason: string }
  /** 转办 within the unit: to a colleague, or to a unit below. */
  | {
      readonly type: 'transferred';
      readonly unit: string;
      readonly to: { readonly person: string } | { readonly unit: string };
    }
  /** 会办 */
  | { readonly type: 'cohandled'; readonly task: Task; readonly reason: string }
  /** Not needed any more, or its turn now: what became of other units' tasks. */
  | { readonly type: 'released'; readonly units: readonly string[] }
  | { readonly type: 'begun'; readonly unit: string; readonly clock: Clock }
  | { readonly type: 'requested'; readonly request: Request }
  | { readonly type: 'approved'; readonly kind: Request['kind']; readonly unit: string }
  /** `lapsed`: nobody decided in time. */
  | {
      readonly type: 'rejected';
      readonly kind: Request['kind'];
      readonly unit: string;
      readonly reason: string;
      readonly lapsed?: true;
    }
  | { readonly type: 'extended'; readonly unit: string; readonly name: ClockName; readonly clock: Clock }
  | { readonly type: 'paused'; readonly pause: Pause }
  /** `clocks`: of assisting tasks, as they run on. */
  | {
      readonly type: 'resumed';
      readonly because: 'answered' | 'lapsed' | 'decided';
      readonly clocks: readonly { readonly name: ClockName; readonly clock: Clock }[];
    }
  | { readonly type: 'opined'; readonly person: string; readonly accept: boolean; readonly words: string }
  /** 应急处置 is done. */
  | (Handled & { readonly type: 'contained' })
  | (Handled & { readonly type: 'done' })
  | { readonly type: 'passed' }
  | { readonly type: 'failed'; readonly reason: string; readonly round: number }
  /** `reporter`: of merged cases, whose it is; else the one who reported it. */
  | { readonly type: 'rated'; readonly rating: Rating; readonly reporter?: string }
  /** 回访 */
  | { readonly type: 'visited'; readonly agreed: boolean; readonly words: string }
  /** The level above ends it after the last round. */
  | { readonly type: 'concluded'; readonly reason: string }
  | { readonly type: 'filed'; readonly rated: boolean }
  | { readonly type: 'withdrawn'; readonly reason?: string }
  /** One of several residents takes back what they said; it goes on for the others. */
  | { readonly type: 'left'; readonly reporter: string }
  | { readonly type: 'urged'; readonly count: number }
  | {
      readonly type: 'rang';
      readonly name: ClockName;
      readonly step: ClockStep;
      readonly next?: Clock['next'];
    }
  | { readonly type: 'listed'; readonly listing: Listing }
  /** 容缺受理: taken up again, its time to supply what is owed begins anew. */
  | { readonly type: 'owedAnew'; readonly material: string; readonly clock: Clock }
  /** The working days of a year were announced. */
  | { readonly type: 'recomputed'; readonly name: ClockName; readonly clock: Clock }
  /** Others answer for the post it is with; where it stands and by when is as it was. */
  | (Change & { readonly type: 'handedOver'; readonly owner: Owner })
  /** The case changes hands: every other event says why, this one says where to. */
  | { readonly type: 'moved'; readonly to: Stage; readonly owner: Owner; readonly clock?: Clock };

/** Who did it. `system` is the clock. */
export interface By {
  readonly person: string;
  readonly role: 'resident' | 'supervisor' | 'dispatcher' | 'leader' | 'expert' | 'handler' | 'system';
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
