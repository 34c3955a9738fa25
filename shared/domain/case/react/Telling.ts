import type { Instant } from '../../time/Instant.ts';
import type { Case, Owner, Request } from '../Case.ts';
import type { Entry } from '../CaseEvent.ts';
import type { ClockStep } from '../Clock.ts';

/** Who hears of it. */
export type Audience =
  /** Everybody who reported it. */
  | { readonly who: 'reporters' }
  | { readonly who: 'residents'; readonly conversations: readonly string[] }
  | { readonly who: 'person'; readonly person: string }
  /** Whoever answers in a post; with their deputies; whoever leads it; their superiors. */
  | { readonly who: 'post' | 'deputies' | 'leader' | 'superior'; readonly owner: Owner };

/** What the staff are told of. */
export const STAFF_TELLINGS = [
  'verifyTask',
  'dispatchTask',
  'unitTask',
  'assistTask',
  'checkTask',
  'reworkTask',
  'appealTask',
  'decideTask',
  'visitTask',
  'expertTask',
  'approveTask',
  'supplemented',
  'answered',
  'unanswered',
  'urged',
  'joined',
  'stopped',
  'released',
  'approved',
  'rejected',
  'consulted',
  'resumed',
  'assistDone',
  'reminder',
  'urge',
  'yellow',
  'red',
  'list',
] as const;

/** What residents are told of. */
export const RESIDENT_TELLINGS = [
  'accepted',
  'corrected',
  'declined',
  'owedLapsed',
  'merged',
  'unmerged',
  'askMaterial',
  'materialReminder',
  'materialLapsed',
  'supplyReminder',
  'extended',
  'suspended',
  'goesOn',
  'contained',
  'result',
  'reworking',
  'escalated',
  'concluded',
  'filedUnrated',
  'rateReminder',
] as const;

type TellingKind = (typeof STAFF_TELLINGS)[number] | (typeof RESIDENT_TELLINGS)[number];

export interface Telling {
  readonly to: Audience;
  readonly kind: TellingKind;
  /** The report of the handling, the reason, the question, the words added. */
  readonly words?: string;
  readonly photos?: readonly string[];
  readonly count?: number;
  /** What it was filed as before a correction. */
  readonly was?: Pick<Case, 'service' | 'condition'>;
  /** By when it must be done, where that is not the clock of the stage. */
  readonly due?: Instant;
  /** What is asked for, granted or not. */
  readonly request?: Pick<Request, 'kind' | 'unit'> & { readonly by?: string };
  /** The unit it is about, where that is not the lead. */
  readonly unit?: string;
  /** The case it went into. */
  readonly into?: string;
  /** Steps of the ladder that are told together, after an outage. */
  readonly steps?: readonly ClockStep[];
}

/** An entry, and the case around it. */
export interface Situation {
  readonly entry: Entry;
  /** Absent for the first entry. */
  readonly before?: Case;
  readonly after: Case;
  /** Up to and with the entry. */
  readonly history: readonly Entry[];
}
