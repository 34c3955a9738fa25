import type { Reply } from '../../shared/contracts/reply.ts';
import type { Turn } from '../../shared/contracts/turn.ts';
import type { BoardPolicy } from '../../shared/domain/board/BoardPolicy.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import type { Entry } from '../../shared/domain/case/CaseEvent.ts';
import type { Refusal } from '../../shared/domain/case/Refusal.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import type { Leave } from '../../shared/domain/ledger/Staffing.ts';
import type { StaffingRefusal } from '../../shared/domain/ledger/StaffingRefusal.ts';
import type { DateText, Instant } from '../../shared/domain/time/Instant.ts';
import type { Session } from './Session.ts';

/** What a dialog wants of the world. `key` is unique within the turn; the same turn asks the same again. */
export type Ask =
  | { readonly key: string; readonly kind: 'open'; readonly command: Extract<CaseCommand, { type: 'open' }> }
  | { readonly key: string; readonly kind: 'act'; readonly number: string; readonly command: CaseCommand }
  /** 并案: this case goes into another, which is looked up; refused as `noSuchCase` unless the asker may see it. */
  | { readonly key: string; readonly kind: 'merge'; readonly number: string; readonly into: string }
  /** The asker's own reports, newest first, at most ten. */
  | { readonly key: string; readonly kind: 'myCases'; readonly filed?: readonly string[] }
  /** What the asker's posts answer for now, oldest first, at most ten. */
  | { readonly key: string; readonly kind: 'myTasks' }
  /** These cases, those of them that the asker may see. */
  | { readonly key: string; readonly kind: 'listed'; readonly numbers: readonly string[] }
  /**
   * One case with its history; refused as `noSuchCase` unless the asker may see it. `held`: they were given a card of it, which is
   * open still, so that they may hear how it stands now; without the history.
   */
  | { readonly key: string; readonly kind: 'look'; readonly number: string; readonly held?: true }
  | { readonly key: string; readonly kind: 'inspectPhoto'; readonly photo: string }
  /** This conversation shall speak for whom the one-time code was given to. */
  | { readonly key: string; readonly kind: 'bind'; readonly code: string }
  /** The asker is away on these days: whoever stands in answers. */
  | { readonly key: string; readonly kind: 'takeLeave'; readonly from: DateText; readonly to?: DateText }
  /** The asker is back. */
  | { readonly key: string; readonly kind: 'endLeave' }
  /** It shall not speak for the person any more. */
  | { readonly key: string; readonly kind: 'unbind'; readonly person: string };

export type Answer =
  | { readonly kind: 'case'; readonly case: Case; readonly history?: readonly Entry[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** `more`: there are others of those asked for, newer ones only, or any. */
  | { readonly kind: 'cases'; readonly cases: readonly Case[]; readonly more?: 'newer' | 'any' }
  | { readonly kind: 'photo'; readonly verdict: 'photo' | 'missing' | 'tooLarge' | 'notAPhoto' }
  | { readonly kind: 'bound'; readonly outcome: BoundOutcome }
  | { readonly kind: 'unbound' }
  | { readonly kind: 'leave'; readonly outcome: FiledLeave };

/** The days, and who stands in; persons. */
type FiledLeave =
  | { readonly kind: 'done'; readonly leave: Leave; readonly standIns: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: StaffingRefusal };

/** `another`: it speaks for somebody else already, by a code (`bound`) or by the ledger. `wait`: too many wrong tries. */
type BoundOutcome =
  | { readonly kind: 'bound'; readonly person: string }
  | { readonly kind: 'another'; readonly person: string; readonly bound: boolean }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Instant };

export type Answers = Readonly<Record<string, Answer>>;

export type Step =
  | { readonly kind: 'asks'; readonly asks: readonly Ask[] }
  | { readonly kind: 'done'; readonly session: Session; readonly replies: readonly Reply[] };

/** A turn as the dialog sees it: who speaks is known from the conversation. */
export interface DialogTurn {
  readonly id: string;
  readonly conversation: string;
  readonly at: Instant;
  readonly said: Turn['said'];
  /** The staff person behind the conversation; absent for residents. */
  readonly person?: string;
  /** How the city names its people in public; absent: by surname. */
  readonly names?: BoardPolicy['names'];
  /** Where people reach the pages of this deployment, without a slash at its end. */
  readonly pages?: string;
}

/**
 * Pure. Called with no answers first; while it asks, the caller carries out the asks (idempotently, keyed by the turn's id and
 * the ask's key) and calls again with all answers so far. Same session, turn, knowledge and answers: same step.
 */
export type Dialog = (
  session: Session | undefined,
  turn: DialogTurn,
  know: Knowledge,
  answers: Answers,
) => Step;
