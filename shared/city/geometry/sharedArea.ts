import { commonPieces } from './commonPieces.ts';
import { type Box, boxOf, commonBox, type Mosaic } from './Mosaic.ts';
import { Strip } from './Strip.ts';

/** Pairs of edges beyond which cutting both into pieces is quicker than comparing each with each. */
const MANY = 2_000_000;

const mine = new Strip();
const theirs = new Strip();

/** Square metres that two shapes have in common. */
export const sharedArea = (mosaic: Mosaic, a: number, b: number): number => {
  const box = commonBox(mosaic, a, b);
  if (box.west >= box.east || box.south >= box.north) return 0;
  fill(mine, mosaic, a, box);
  if (mine.count === 0) return 0;
  fill(theirs, mosaic, b, box);
  if (mine.count * theirs.count > MANY)
    return commonPieces(mosaic, a, b).reduce((sum, { squareMetres }) => sum + squareMetres, 0);
  return mine.sharedWith(theirs) * mosaic.scale((box.south + box.north) / 2);
};

/** Square metres of a shape. */
export const areaOf = (mosaic: Mosaic, shape: number): number => {
  const { xs, ys, from, to, first } = mosaic;
  const { south, west, north } = boxOf(mosaic, shape);
  let sum = 0;
  for (let edge = first[shape] as number; edge < (first[shape + 1] as number); edge++) {
    const [a, b] = [from[edge] as number, to[edge] as number];
    sum +=
      ((xs[a] as number) - west) * ((ys[b] as number) - south) -
      ((xs[b] as number) - west) * ((ys[a] as number) - south);
  }
  return (sum / 2) * mosaic.scale((south + north) / 2);
};

const fill = (strip: Strip, mosaic: Mosaic, shape: number, box: Box): void => {
  strip.reset(box);
  const end = mosaic.first[shape + 1] as number;
  for (let edge = mosaic.first[shape] as number; edge < end; edge++) strip.add(mosaic, edge);
};
