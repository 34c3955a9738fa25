/**
 * Shapes on one plane of whole units, 1e-7 degrees (about a centimetre), counted from its south-west corner. Corners that
 * several shapes have in common are one corner. Every edge has the inside of its shape on its left, also those of holes.
 */
export interface Mosaic {
  readonly size: number;
  /** Coordinates of corners. */
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  /** Corners of edges. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Edges of shape `i` are `first[i]` up to, not including, `first[i + 1]`; those of a ring follow each other. */
  readonly first: Int32Array;
  /** West, south, east, north of every shape, four numbers each. */
  readonly boxes: Float64Array;
  /** Longitude and latitude of a place. */
  readonly degrees: (x: number, y: number) => readonly [lng: number, lat: number];
  /** Square metres of one square unit at a height. */
  readonly scale: (y: number) => number;
}

/** Square metres. What is smaller comes of how borders are drawn and rounded, and is nobody's mistake. */
export const SLIVER = 1;

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export const boxOf = ({ boxes }: Mosaic, shape: number): Box => ({
  west: boxes[shape * 4] as number,
  south: boxes[shape * 4 + 1] as number,
  east: boxes[shape * 4 + 2] as number,
  north: boxes[shape * 4 + 3] as number,
});

/** Where the boxes of two shapes lie over each other; empty when east is not east of west. */
export const commonBox = (mosaic: Mosaic, a: number, b: number): Box => {
  const [one, other] = [boxOf(mosaic, a), boxOf(mosaic, b)];
  return {
    west: Math.max(one.west, other.west),
    south: Math.max(one.south, other.south),
    east: Math.min(one.east, other.east),
    north: Math.min(one.north, other.north),
  };
};
