import type { Corner } from './Border.ts';

type Line = readonly Corner[];

/** Joins lines that have a shape to their left into its polygons: rings against the clock and the holes that lie in them. */
export const joinRings = (lines: readonly Line[], least: number): readonly (readonly Line[])[] => {
  const rings = chained(lines)
    .map((ring) => ({ ring, area: areaOf(ring) }))
    .filter(({ ring, area }) => ring.length > 3 && area !== 0)
    .sort((a, b) => b.area - a.area);
  const outer = rings.filter(({ area }, i) => area > 0 && (i === 0 || area >= least));
  const polygons = outer.map(({ ring }) => [ring]);
  for (const { ring, area } of rings) {
    if (area > -least) continue;
    // Outer rings come largest first, so the last one around a hole is the nearest.
    const around = polygons.findLast(([shell = []]) => contains(shell, ring)) ?? polygons[0];
    around?.push(ring);
  }
  return polygons;
};

const chained = (lines: readonly Line[]): readonly Line[] => {
  const from = new Map<string, Line[]>();
  for (const line of lines) {
    const key = String(line[0]);
    from.set(key, [...(from.get(key) ?? []), line]);
  }
  const rings: Line[] = [];
  const left = new Set(lines);
  for (const line of left) {
    const ring = line.slice(0, 1);
    for (
      let next: Line | undefined = line;
      next;
      next = from.get(String(ring.at(-1)))?.find((other) => left.has(other))
    ) {
      left.delete(next);
      ring.push(...next.slice(1));
      if (String(ring.at(-1)) === String(ring[0])) break;
    }
    if (String(ring.at(-1)) === String(ring[0])) rings.push(ring);
  }
  return rings;
};

const areaOf = (ring: Line): number => {
  const [x0, y0] = ring[0] ?? [0, 0];
  let double = 0;
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[i + 1] ?? [x0, y0];
    double += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return double / 2;
};

/** By the middle of the hole's first edge: corners may touch. */
const contains = (shell: Line, [a, b]: Line): boolean => {
  if (!a || !b) return false;
  const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  let inside = false;
  for (const [i, [ax, ay]] of shell.entries()) {
    const [bx, by] = shell[i + 1] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
};
