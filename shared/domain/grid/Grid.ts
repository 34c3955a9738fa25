import type { Polygon } from '../city/City.ts';

/** Degrees, borders included. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Where a point lies, and how sure that is: phones err by 5 to 50 m. */
export interface Nearness {
  /** The shape that holds the point, or -1. */
  readonly index: number;
  /** Metres to the edge of that shape, good to 1 %; Infinity when none holds the point. */
  readonly edge: number;
  /** The other shapes within reach, nearest first. */
  readonly others: readonly { readonly index: number; readonly metres: number }[];
}

/** The shapes of a city's leaves, asked by point. A shape is named by its position in what was packed. */
export interface Grid {
  readonly size: number;
  /**
   * The one shape that holds the point, or -1. The point is rounded to 1e-7 degrees (1 cm) as the shapes were. Half-open: a border
   * belongs to the shape east or north of it, and where there is none (the edge of the city, a crack between two shapes) to the nearest
   * within 2 cm. Where shapes overlap the first one holds.
   */
  locate(lng: number, lat: number): number;
  near(lng: number, lat: number, metres: number): Nearness;
  /** The shapes that reach into a box, and maybe some that only their own box does; undefined when there are more than `most`. Ascending. */
  within(box: Box, most: number): readonly number[] | undefined;
  /** A shape as it was packed, rounded to 1e-7 degrees. */
  shape(index: number): readonly Polygon[];
}
