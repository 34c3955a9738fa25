import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';

/** A message of somebody, or of the system itself. Cases are named by the message that opened them. */
export interface Message {
  readonly id: string;
  /** A person of the ledger, `web:r-…` for a resident, `clock` for the system. */
  readonly who: string;
  /** Absent: it opens one. */
  readonly on?: string;
  readonly command:
    | Exclude<CaseCommand, { type: 'merge' | 'tick' }>
    | { readonly type: 'merge'; readonly into: string };
}

/** The n-th thing that a use case waits for fails: before it had its effect, or after. */
export interface Crash {
  readonly at: number;
  readonly effect: 'before' | 'after';
}

/** What happens in a run. Plain data: a run is a list of them, and can be written down. */
export type Step =
  | { readonly says: Message; readonly crash?: Crash }
  /** Two at the same moment; the second begins so many awaits later. */
  | { readonly both: readonly [Message, Message]; readonly lag: number }
  /** A message is delivered again. */
  | { readonly again: string; readonly crash?: Crash }
  /** Minutes. */
  | { readonly wait: number }
  /** The stream hands an entry to the function that tells people, or to the one that keeps the lists; `anew`: once more. */
  | {
      readonly notify: string;
      readonly seq: number;
      readonly anew?: true;
      readonly crash?: Crash;
    }
  | { readonly project: string; readonly seq: number; readonly crash?: Crash }
  | { readonly sweep: true; readonly crash?: Crash }
  | { readonly release: true; readonly crash?: Crash }
  /** `keep`: it stays in its queue and comes a second time. */
  | { readonly tick: string; readonly keep?: true; readonly crash?: Crash }
  | { readonly lose: string }
  /** Another version of the city is in force. */
  | { readonly city: string };

export interface Run {
  readonly at: number;
  readonly steps: readonly Step[];
  /** How it ends when nothing fails any more: everybody does what is asked of them, or nobody does anything. */
  readonly ending: 'goodWill' | 'silence';
}
