import Flatbush from 'flatbush';
import type { Line } from './Line.ts';

/** The heights at which lines end or cross each other, from south to north. */
export const heightsOf = (lines: readonly Line[]): readonly number[] => {
  if (lines.length === 0) return [];
  const heights = new Set<number>();
  const index = new Flatbush(lines.length);
  for (const { ax, ay, bx, by } of lines) {
    heights.add(ay).add(by);
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  for (const [i, line] of lines.entries()) {
    const { ax, ay, bx, by } = line;
    const near = index.search(
      Math.min(ax, bx),
      Math.min(ay, by),
      Math.max(ax, bx),
      Math.max(ay, by),
      (j) => j > i,
    );
    for (const j of near) {
      const y = crossingOf(line, lines[j] as Line);
      if (y !== undefined) heights.add(y);
    }
  }
  return [...new Float64Array(heights).sort()];
};

const sideOf = ({ ax, ay, bx, by }: Line, x: number, y: number): number =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax);

const crossingOf = (p: Line, q: Line): number | undefined => {
  const [from, to] = [sideOf(q, p.ax, p.ay), sideOf(q, p.bx, p.by)];
  if (from * to >= 0 || sideOf(p, q.ax, q.ay) * sideOf(p, q.bx, q.by) >= 0) return undefined;
  return p.ay + (p.by - p.ay) * (from / (from - to));
};
