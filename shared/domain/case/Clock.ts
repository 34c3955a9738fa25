import type { LimitName } from '../city/City.ts';
import type { Instant } from '../time/Instant.ts';

/**
 * What a clock does next. Work that is somebody's goes up the ladder: 提醒 remind, 催办 urge (at the limit), 黄牌 yellow, 红牌督办 red,
 * 挂牌督办 list. What ends by itself is reminded of and then lapses.
 */
export type ClockStep = (typeof CLOCK_STEPS)[number];

export const CLOCK_STEPS = ['remind', 'urge', 'yellow', 'red', 'list', 'lapse'] as const;

/** What a clock measures: limits of the catalog, and those of the city's policy. */
export type ClockLimit =
  | LimitName
  | 'repair'
  | 'rate'
  | 'material'
  | 'approve'
  | 'visit'
  | 'consult'
  | 'review'
  | 'owe';

/** Which of a case's clocks: of its stage, of a unit's assisting task, of a request that waits for approval, of material that is owed. */
export type ClockName = 'stage' | 'request' | `task:${string}` | `owed:${string}`;

/** What moved a limit after it began, in order. */
export type ClockMove =
  /** It stood still between two instants. */
  | { readonly kind: 'stood'; readonly from: Instant; readonly to: Instant }
  /** 延期, by a duration such as `2wd`. */
  | { readonly kind: 'extended'; readonly by: string };

export interface Clock {
  readonly limit: ClockLimit;
  /** As in the catalog: `5wd`. */
  readonly lasts: string;
  readonly since: Instant;
  readonly due: Instant;
  /** Absent: it has gone up the whole ladder. */
  readonly next?: { readonly step: ClockStep; readonly at: Instant };
  readonly overdue?: true;
  /** The deadline crosses into a year whose working days are not announced. */
  readonly provisional?: true;
  readonly moves?: readonly ClockMove[];
}

/** Clocks at whose end something happens by itself, instead of a ladder for somebody who is late. */
const LAPSING: ReadonlySet<ClockLimit> = new Set([
  'rate',
  'material',
  'approve',
  'visit',
  'consult',
  'review',
  'owe',
]);

export const lapses = ({ limit }: Pick<Clock, 'limit'>): boolean => LAPSING.has(limit);
