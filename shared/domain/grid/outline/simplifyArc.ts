import { distanceTo, type Scale } from '../distanceTo.ts';
import type { Corner } from './Border.ts';

/** Douglas–Peucker: leaves out corners without moving the line by more than a tolerance, in what the scale turns units into. */
export const simplifyArc = (
  corners: readonly Corner[],
  tolerance: number,
  scale: Scale,
): readonly Corner[] => {
  const last = corners.length - 1;
  const kept = new Set([0, last]);
  const spans: (readonly [number, number])[] = [[0, last]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const { at, distance } = farthest(corners, from, to, scale);
    if (at < 0 || distance <= tolerance) continue;
    kept.add(at);
    spans.push([from, at], [at, to]);
  }
  return corners.filter((_, i) => kept.has(i));
};

const farthest = (corners: readonly Corner[], from: number, to: number, scale: Scale) => {
  let [at, distance] = [-1, -1];
  const [ax, ay] = corners[from] ?? [0, 0];
  const [bx, by] = corners[to] ?? [0, 0];
  for (let i = from + 1; i < to; i++) {
    const [x, y] = corners[i] ?? [0, 0];
    const away = distanceTo([ax, ay, bx, by], { x, y }, scale);
    if (away > distance) [at, distance] = [i, away];
  }
  return { at, distance };
};
