import type { CaseKind, LimitName } from '../city/City.ts';
import type { Instant } from '../time/Instant.ts';

/** The stages of a case, in the words of the field (待核实 … 已归档). */
export type Stage =
  | 'verifying'
  | 'screening'
  | 'dispatching'
  | 'assigned'
  | 'handling'
  | 'checking'
  | 'rating'
  | 'closed'
  | 'waiting'
  | 'consulting'
  | 'suspended'
  | 'declined'
  | 'withdrawn'
  | 'merged';

/** Stages in which somebody has to do something, in the order a case walks through them. */
export const OPEN: readonly Stage[] = [
  'verifying',
  'screening',
  'dispatching',
  'assigned',
  'handling',
  'checking',
  'rating',
  'waiting',
  'consulting',
  'suspended',
];

/** Stages in which nothing more is due. */
export const ENDED: ReadonlySet<Stage> = new Set(['closed', 'declined', 'withdrawn', 'merged']);

/**
 * Whose turn it is, as a post rather than a person, so that people may change:
 * `supervisor@<leaf>`, `dispatcher@<area>`, `unit@<code>`, `resident@<conversation>`.
 */
export type Owner = `${'supervisor' | 'dispatcher' | 'unit' | 'resident'}@${string}`;

/** What the clock of a stage does next. */
export type ClockStep = 'remind' | 'overdue' | 'urge' | 'lapse';

export interface Clock {
  readonly limit: LimitName | 'rate';
  readonly since: Instant;
  readonly due: Instant;
  readonly next: { readonly step: ClockStep; readonly at: Instant };
  readonly overdue?: true;
  /** Urged so many times. */
  readonly urged?: number;
  /** The deadline crosses into a year whose working days are not announced. */
  readonly provisional?: true;
}

export interface Task {
  readonly unit: string;
  readonly share: 'lead' | 'assist';
  readonly status: 'assigned' | 'handling' | 'done';
  /** The route that chose the unit, or who dispatched it. */
  readonly rule: string;
}

export type Grade = 'A' | 'B' | 'C' | 'D';

export interface Rating {
  readonly overall: Grade;
  /** 信息公开 */
  readonly openness?: Grade;
  /** 服务结果 */
  readonly result?: Grade;
  readonly opinion?: string;
}

export interface CasePlace {
  readonly lng: number;
  readonly lat: number;
  readonly name: string;
}

/** The fold of a case's history. Small on purpose: it is written with every command. */
export interface Case {
  readonly number: string;
  /** How many entries its history has. */
  readonly version: number;
  /** Hash of the last entry. */
  readonly hash: string;
  /** City version it was opened under. */
  readonly city: string;
  readonly stage: Stage;
  readonly owner: Owner;
  readonly kind: CaseKind;
  readonly service: string;
  readonly condition: string;
  readonly urgent: boolean;
  readonly leaf: string;
  readonly place: CasePlace;
  readonly text: string;
  readonly photos: readonly string[];
  /** Conversation of the person who reported it. */
  readonly reporter: string;
  readonly openedAt: Instant;
  readonly tasks: readonly Task[];
  readonly rounds: number;
  /** Since when it is with its owner; absent in cases from before this was kept. */
  readonly ownedSince?: Instant;
  /** Who answered for it while it was with this owner, and does no longer. */
  readonly handedFrom?: readonly string[];
  /** Everybody who ever reported it handled, in whatever round and for whatever unit: none of them may check it. */
  readonly handledBy?: readonly string[];
  readonly clock?: Clock;
  readonly rating?: Rating;
  /** Why it ended, where it did not end by being handled. */
  readonly reason?: string;
  /** Short ids of the last commands, to know a repeated one without reading the history. */
  readonly recent: readonly string[];
}
