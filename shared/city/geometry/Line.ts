import type { Mosaic } from './Mosaic.ts';

/** A straight stretch of border, with what it bounds on its left. */
export interface Line {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  /** Which of two covers it belongs to. */
  readonly cover: 0 | 1;
}

export const lineOf = ({ xs, ys, from, to }: Mosaic, edge: number, cover: 0 | 1): Line => {
  const [a, b] = [from[edge] as number, to[edge] as number];
  return { ax: xs[a] as number, ay: ys[a] as number, bx: xs[b] as number, by: ys[b] as number, cover };
};

/** All lines of a shape. */
export const linesOf = (mosaic: Mosaic, shape: number, cover: 0 | 1): readonly Line[] => {
  const start = mosaic.first[shape] as number;
  return Array.from({ length: (mosaic.first[shape + 1] as number) - start }, (_, n) =>
    lineOf(mosaic, start + n, cover),
  );
};
