import type { Area } from '../city/City.ts';

/** A point's cell and how sure that is: metres to its edge, and the cells that begin near, nearest first. */
export interface Nearby {
  readonly leaf: Area;
  readonly edge: number;
  readonly others: readonly { readonly leaf: Area; readonly metres: number }[];
}
