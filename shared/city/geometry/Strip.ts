import type { Box, Mosaic } from './Mosaic.ts';

/**
 * The part of edges that lies within the width of a box and above its foot. A shape is the sum of what lies under its upper edges
 * less what lies under its lower ones; so what two shapes have in common is the sum, over all pairs of their edges, of what lies
 * under both. Nothing in it depends on how edges touch, so nothing can go wrong where shapes share their borders.
 */
export class Strip {
  count = 0;
  private box: Box = { west: 0, south: 0, east: 0, north: 0 };
  private left = new Float64Array(64);
  private right = new Float64Array(64);
  /** Heights above the foot at both ends. */
  private leftHeight = new Float64Array(64);
  private rightHeight = new Float64Array(64);
  /** 1 for an upper edge, -1 for a lower one. */
  private side = new Float64Array(64);

  /** Empties the strip for another box. */
  reset(box: Box): void {
    this.box = box;
    this.count = 0;
  }

  add({ xs, ys, from, to }: Mosaic, edge: number): void {
    const [a, b] = [from[edge] as number, to[edge] as number];
    const [ax, bx] = [xs[a] as number, xs[b] as number];
    const { west, east, south } = this.box;
    if (ax === bx || Math.max(ax, bx) <= west || Math.min(ax, bx) >= east) return;
    const [ay, by] = [(ys[a] as number) - south, (ys[b] as number) - south];
    if (ay <= 0 && by <= 0) return;
    // Always from west to east: the edge that two shapes share must be cut alike for both.
    if (ax < bx) this.cut(ax, ay, (by - ay) / (bx - ax), [Math.max(ax, west), Math.min(bx, east), -1]);
    else this.cut(bx, by, (ay - by) / (ax - bx), [Math.max(bx, west), Math.min(ax, east), 1]);
  }

  private cut(
    x: number,
    y: number,
    slope: number,
    [from, to, side]: readonly [number, number, number],
  ): void {
    let [left, right] = [from, to];
    let [leftHeight, rightHeight] = [y + (left - x) * slope, y + (right - x) * slope];
    if (leftHeight <= 0 && rightHeight <= 0) return;
    if (leftHeight < 0) {
      left = Math.min(right, left - leftHeight / slope);
      leftHeight = 0;
    } else if (rightHeight < 0) {
      right = Math.max(left, right - rightHeight / slope);
      rightHeight = 0;
    }
    if (this.count === this.left.length) this.grow();
    this.left[this.count] = left;
    this.right[this.count] = right;
    this.leftHeight[this.count] = leftHeight;
    this.rightHeight[this.count] = rightHeight;
    this.side[this.count] = side;
    this.count++;
  }

  private grow(): void {
    const longer = (numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const grown = new Float64Array(numbers.length * 2);
      grown.set(numbers);
      return grown;
    };
    this.left = longer(this.left);
    this.right = longer(this.right);
    this.leftHeight = longer(this.leftHeight);
    this.rightHeight = longer(this.rightHeight);
    this.side = longer(this.side);
  }

  /** What this and the other strip of the same box have in common, in square units. */
  sharedWith(other: Strip): number {
    let sum = 0;
    for (let i = 0; i < this.count; i++) {
      const left = this.left[i] as number;
      const right = this.right[i] as number;
      for (let j = 0; j < other.count; j++) {
        const from = Math.max(left, other.left[j] as number);
        const to = Math.min(right, other.right[j] as number);
        if (from < to)
          sum +=
            (this.side[i] as number) * (other.side[j] as number) * this.underBoth(i, other, [j, from, to]);
      }
    }
    return sum;
  }

  private underBoth(i: number, other: Strip, [j, from, to]: readonly [number, number, number]): number {
    const [mineLeft, mineRight] = [this.heightAt(i, from), this.heightAt(i, to)];
    const [theirsLeft, theirsRight] = [other.heightAt(j, from), other.heightAt(j, to)];
    const [before, after] = [mineLeft - theirsLeft, mineRight - theirsRight];
    const ends = Math.min(mineLeft, theirsLeft) + Math.min(mineRight, theirsRight);
    if (before * after >= 0) return (ends / 2) * (to - from);
    const share = before / (before - after);
    const meeting = mineLeft + (mineRight - mineLeft) * share;
    const lower = [Math.min(mineLeft, theirsLeft), Math.min(mineRight, theirsRight)] as const;
    return (((lower[0] + meeting) * share + (meeting + lower[1]) * (1 - share)) / 2) * (to - from);
  }

  private heightAt(i: number, x: number): number {
    const left = this.left[i] as number;
    const height = this.leftHeight[i] as number;
    return (
      height + (((this.rightHeight[i] as number) - height) * (x - left)) / ((this.right[i] as number) - left)
    );
  }
}
