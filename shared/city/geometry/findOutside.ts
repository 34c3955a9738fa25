import Flatbush from 'flatbush';
import { findPieces, type Piece } from './findPieces.ts';
import { lineOf, linesOf } from './Line.ts';
import { boxOf, type Mosaic, SLIVER } from './Mosaic.ts';
import { Strip } from './Strip.ts';
import { areaOf } from './sharedArea.ts';

/** How much of a shape lies outside: all of it together, and a place in the largest piece. */
export interface Outside {
  readonly squareMetres: number;
  readonly inside: () => Piece['inside'] | undefined;
}

const mine = new Strip();
const theirs = new Strip();

/** Asks of shapes whether they lie within `whole`, which may have very many corners: undefined when they do, but for a sliver. */
export const findOutside = (mosaic: Mosaic, whole: number): ((shape: number) => Outside | undefined) => {
  const { first, from, to, xs, ys } = mosaic;
  const start = first[whole] as number;
  const count = (first[whole + 1] as number) - start;
  const index = count > 0 ? new Flatbush(count) : undefined;
  for (let edge = start; edge < start + count; edge++) {
    const [a, b] = [from[edge] as number, to[edge] as number];
    const [ax, bx, ay, by] = [xs[a] as number, xs[b] as number, ys[a] as number, ys[b] as number];
    index?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index?.finish();
  return (shape) => {
    const box = boxOf(mosaic, shape);
    mine.reset(box);
    for (let edge = first[shape] as number; edge < (first[shape + 1] as number); edge++)
      mine.add(mosaic, edge);
    theirs.reset(box);
    // What lies beside or below the shape says nothing about it.
    for (const edge of index?.search(box.west, box.south, box.east, Infinity) ?? [])
      theirs.add(mosaic, start + edge);
    const within = mine.sharedWith(theirs) * mosaic.scale((box.south + box.north) / 2);
    const squareMetres = areaOf(mosaic, shape) - within;
    if (squareMetres <= SLIVER) return undefined;
    const piece = (): Piece | undefined => {
      // What lies east of the shape says nothing about it; what lies west of it counts.
      const beside = index?.search(-Infinity, box.south, box.east, box.north) ?? [];
      const lines = [...linesOf(mosaic, shape, 0), ...beside.map((edge) => lineOf(mosaic, start + edge, 1))];
      return findPieces(mosaic, lines, (first, second) => first > 0 && second <= 0, [
        box.south,
        box.north,
      ])[0];
    };
    return { squareMetres, inside: () => piece()?.inside };
  };
};
