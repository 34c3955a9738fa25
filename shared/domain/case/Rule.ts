import type { Knowledge, RuleBook } from '../city/Knowledge.ts';
import type { Instant } from '../time/Instant.ts';
import type { Case, Stage } from './Case.ts';
import type { CaseCommand, CommandType } from './CaseCommand.ts';
import type { By, CaseEvent } from './CaseEvent.ts';
import type { Refusal } from './Refusal.ts';

/** What a decision may know besides the case and the command. All of it values: the same facts give the same decision. */
export interface Facts {
  readonly now: Instant;
  readonly by: By;
  /** The city version the case was opened under: limits, routes, working time. */
  readonly rules: RuleBook;
  /** The city version in force: who holds which post today, where things are, and the working days announced by now. */
  readonly ledger: Knowledge;
}

export type Decision =
  /** No events: there was nothing to do, and nothing is written. */
  | { readonly kind: 'events'; readonly events: readonly CaseEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type CommandOf<T extends CommandType> = Extract<CaseCommand, { type: T }>;

/**
 * `owner`: whoever holds the post whose turn it is; `reporter`: who reported it, or one whose case was merged into it; `unit`: of a
 * unit that has a task; `approver`: whoever decides what is asked for; `desk`: the dispatcher of the street; `clock`: the system.
 */
export type Who = 'owner' | 'reporter' | 'unit' | 'approver' | 'desk' | 'clock';

/** How one command is decided: where it is allowed, by whom, and what it then does. `decide` checks the first two. */
export interface Rule<T extends CommandType> {
  readonly stages: readonly Stage[];
  readonly who: Who;
  readonly apply: (state: Case, command: CommandOf<T>, facts: Facts) => Decision;
}

export const events = (...happened: readonly CaseEvent[]): Decision => ({ kind: 'events', events: happened });
export const refuse = (refusal: Refusal): Decision => ({ kind: 'refused', refusal });
