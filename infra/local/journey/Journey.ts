import type { Role } from '../../../shared/domain/city/City.ts';
import type { Duration } from '../../../shared/domain/time/Duration.ts';
import type { Instant } from '../../../shared/domain/time/Instant.ts';

/** A written conversation. The format: docs/journeys.md. */
export interface Journey {
  readonly file: string;
  readonly title: string;
  /** Folder of the city. */
  readonly cityDir: string;
  /** Where the clock stands at the beginning; absent: now. */
  readonly at?: Instant;
  readonly people: readonly Cast[];
  readonly steps: readonly Step[];
}

/** A person of the journey: a new resident on a channel, or whoever holds a post. */
export type Cast =
  | { readonly name: string; readonly kind: 'resident'; readonly channel: string }
  | {
      readonly name: string;
      readonly kind: 'staff';
      readonly post: Role;
      readonly area?: string;
      readonly unit?: string;
    }
  /** Somebody of the ledger, or who will be in it, by their id. */
  | { readonly name: string; readonly kind: 'person'; readonly id: string };

/** A substring, or an expression whose named groups become variables. Variables in it are filled in when it is heard. */
export type Wanted =
  | { readonly kind: 'part'; readonly text: string }
  | { readonly kind: 'expression'; readonly source: string; readonly flags: string };

export type Sent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly lng: number; readonly lat: number; readonly name?: string }
  | { readonly kind: 'photo'; readonly file: string }
  | { readonly kind: 'unknown'; readonly what: string }
  /** The conversation is opened by the code posted in a cell. */
  | { readonly kind: 'hello'; readonly cell: string };

/** What a case is expected to be: texts as written, variables not yet filled in. */
export type Expected = Readonly<Partial<Record<ExpectedField, string>>> & { readonly case: string };
export const EXPECTED_FIELDS = [
  'status',
  'service',
  'area',
  'unit',
  'overdue',
  'due',
  'rating',
  'rounds',
  'owner',
] as const;
export type ExpectedField = (typeof EXPECTED_FIELDS)[number];

export type Action =
  /** `id`: the channel's id of the message; the same id again is the same message delivered again. */
  | { readonly kind: 'sends'; readonly person: string; readonly sent: Sent; readonly id?: string }
  | { readonly kind: 'presses'; readonly person: string; readonly choice: string }
  | { readonly kind: 'hears'; readonly person: string; readonly wanted: Wanted }
  | { readonly kind: 'hearsNothing'; readonly person: string }
  | { readonly kind: 'expect'; readonly expected: Expected }
  /** A one-time code is given to somebody of the ledger; the variable is it. */
  | { readonly kind: 'code'; readonly person: string; readonly variable: string }
  /** A folder put in force; or the one in force with one text of a file in place of another. */
  | { readonly kind: 'publishes'; readonly folder: string }
  | { readonly kind: 'changes'; readonly file: string; readonly from: string; readonly to: string }
  /** The posts of one person become another's, as `npm run city -- handover` does it. */
  | { readonly kind: 'handsOver'; readonly words: readonly string[] }
  | { readonly kind: 'wait'; readonly duration: Duration }
  | { readonly kind: 'at'; readonly at: Instant };

export type Step = Action & {
  readonly line: number;
  /** As written, for the transcript. */
  readonly written: string;
};
