import type { Grade } from '../case/Case.ts';

/** What a filed case teaches whoever gets one like it. Nothing in it tells who reported it, or at which door. */
export interface SolvedCase {
  readonly number: string;
  readonly service: string;
  readonly condition: string;
  readonly leaf: string;
  /** What was reported, to be compared with and never shown. */
  readonly text: string;
  /** What worked. */
  readonly report: string;
  readonly rating?: Grade;
  /** How often it had to be done again. */
  readonly rounds: number;
}
