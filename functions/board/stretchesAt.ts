import type { SpotRing } from './clipRing.ts';

/** Where a level line is inside a shape: between its first and second crossing of an edge, its third and fourth… */
export const stretchesAt = (
  rings: readonly SpotRing[],
  level: number,
): readonly (readonly [left: number, right: number])[] => {
  const crossings: number[] = [];
  for (const ring of rings)
    for (const [at, [x, y]] of ring.entries()) {
      const [nextX, nextY] = ring[at + 1] ?? ring[0] ?? [x, y];
      if (y > level !== nextY > level) crossings.push(x + ((level - y) / (nextY - y)) * (nextX - x));
    }
  crossings.sort((a, b) => a - b);
  return crossings.flatMap((left, at) => {
    const right = crossings[at + 1];
    return at % 2 === 0 && right !== undefined && right > left ? [[left, right] as const] : [];
  });
};
