/** x, y in units. */
export type Corner = readonly [number, number];

/** A straight piece between two neighbours, seen from its lower to its upper end; -1 where there is none. */
export interface Border {
  readonly low: Corner;
  readonly high: Corner;
  readonly left: number;
  readonly right: number;
}
