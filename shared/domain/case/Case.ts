import type { CaseKind } from '../city/City.ts';
import type { Instant } from '../time/Instant.ts';
import type { Clock } from './Clock.ts';

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
 * `supervisor@<leaf>`, `dispatcher@<area>`, `leader@<area>`, `expert@<area>`, `unit@<code>`, `resident@<conversation>`.
 */
export type Owner = `${'supervisor' | 'dispatcher' | 'leader' | 'expert' | 'unit' | 'resident'}@${string}`;

/** One unit's share of a case. */
export interface Task {
  readonly unit: string;
  readonly share: 'lead' | 'assist';
  /** `waiting`: another unit's comes first. `released`: not needed any more. */
  readonly status: 'waiting' | 'assigned' | 'handling' | 'done' | 'returned' | 'released';
  /** The route that chose the unit, or who dispatched it. */
  readonly rule: string;
  /** It begins when this unit has done its own. */
  readonly after?: string;
  /** 转办: who of the unit has it. Their colleagues still may act. */
  readonly person?: string;
  /** The dispatcher decided a return already: there is no second one. */
  readonly settled?: true;
  /** 延期, so many times. */
  readonly extensions?: number;
  /** Of an assisting task; the lead's is the case's. */
  readonly clock?: Clock;
}

/** What stands still, and where it goes on. */
export interface Pause {
  readonly kind: 'material' | 'suspension' | 'consultation';
  readonly since: Instant;
  readonly stage: Stage;
  readonly owner: Owner;
  readonly clock?: Clock;
  /** What the resident or the experts are asked, or why it is suspended. */
  readonly words: string;
}

/** What waits for the approval of somebody above. */
export interface Request {
  readonly kind: 'extend' | 'suspend' | 'return';
  readonly unit: string;
  /** Who asks. */
  readonly person: string;
  readonly reason: string;
  /** 延期: by so much. */
  readonly by?: string;
  readonly approver: Owner;
  readonly clock: Clock;
}

/** A resident whose own case was merged into this one (并案). */
export interface Joined {
  readonly number: string;
  readonly reporter: string;
}

/** What an expert answered (专家意见). */
export interface Opinion {
  readonly person: string;
  readonly accept: boolean;
  readonly words: string;
}

/** 容缺受理: material that may come later. */
export interface Owed {
  readonly code: string;
  readonly name: string;
  readonly clock: Clock;
}

/** 挂牌督办: published with the unit and the day by which it must be done. */
export interface Listing {
  readonly unit: string;
  readonly at: Instant;
  readonly due: Instant;
}

/** 匿名: nobody learns who it was. 保密: nobody but the desk and those above. */
export type Privacy = 'anonymous' | 'confidential';

export type Grade = 'A' | 'B' | 'C' | 'D';

export interface Rating {
  readonly overall: Grade;
  /** 信息公开 */
  readonly openness?: Grade;
  /** 服务结果 */
  readonly result?: Grade;
  readonly opinion?: string;
}

/** What one of the residents said; of merged cases each may. */
interface Voice {
  readonly reporter: string;
  readonly overall: Grade;
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
  readonly pause?: Pause;
  readonly request?: Request;
  /** The lowest rating that anybody gave. */
  readonly rating?: Rating;
  /** Who rated how since it was last handled. */
  readonly voices?: readonly Voice[];
  readonly joined?: readonly Joined[];
  /** The case it was merged into. */
  readonly into?: string;
  readonly privacy?: Privacy;
  /** 举报: the unit that is complained about. It never sees the case. */
  readonly about?: string;
  /** 巡查发现: found by staff; there is nobody to rate it. */
  readonly patrol?: true;
  /** 应急处置 is done, 修复 is not. */
  readonly contained?: true;
  /** 催一催 */
  readonly urges?: { readonly count: number; readonly at: Instant };
  /** How often the resident was asked for material, and the experts for their opinion. */
  readonly asked?: number;
  readonly consulted?: number;
  /** Who refused it, in which post. */
  readonly declinedBy?: { readonly person: string; readonly owner: Owner };
  readonly appealed?: true;
  readonly opinions?: readonly Opinion[];
  readonly owed?: readonly Owed[];
  /** What was promised for the material that is owed. */
  readonly promise?: string;
  readonly listed?: Listing;
  /** Leaves it was filed under before it was corrected. */
  readonly leavesBefore?: readonly string[];
  /** When it ended; of one that was taken up again, when it did before. */
  readonly endedAt?: Instant;
  /** Why it ended, where it did not end by being handled. */
  readonly reason?: string;
  /** Short ids of the last commands, to know a repeated one without reading the history. */
  readonly recent: readonly string[];
}
