import Flatbush from 'flatbush';
import { type Corners, SAME } from './Corners.ts';

/** Units: no less than the distance at which corners are the same, where a unit is shortest. */
const REACH = 3;

/**
 * Tells the corners that an edge between two others passes through, in order. One neighbour has such a corner on a straight border, the
 * other has not: with it in both, their border is the same.
 */
export const splitEdges = (corners: Corners): ((from: number, to: number) => readonly number[]) => {
  const { xs, ys, count, metresEast, metresNorth } = corners;
  if (count === 0) return () => [];
  const index = new Flatbush(count, 16, Int32Array);
  for (let corner = 0; corner < count; corner++) index.add(xs[corner] as number, ys[corner] as number);
  index.finish();
  return (from, to) => {
    const [x, y] = [xs[from] as number, ys[from] as number];
    const [east, north] = [((xs[to] as number) - x) * metresEast, ((ys[to] as number) - y) * metresNorth];
    const length = Math.hypot(east, north);
    /** Metres along the edge, and away from it. */
    const along = (corner: number): number =>
      (((xs[corner] as number) - x) * metresEast * east +
        ((ys[corner] as number) - y) * metresNorth * north) /
      length;
    const away = (corner: number): number =>
      Math.abs(
        ((xs[corner] as number) - x) * metresEast * north - ((ys[corner] as number) - y) * metresNorth * east,
      ) / length;
    const between = (corner: number): boolean => {
      if (corner === from || corner === to || away(corner) > SAME) return false;
      const place = along(corner);
      return place > SAME && place < length - SAME;
    };
    const [tx, ty] = [xs[to] as number, ys[to] as number];
    return index
      .search(
        Math.min(x, tx) - REACH,
        Math.min(y, ty) - REACH,
        Math.max(x, tx) + REACH,
        Math.max(y, ty) + REACH,
        between,
      )
      .sort((one, other) => along(one) - along(other));
  };
};
