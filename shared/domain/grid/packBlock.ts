import { GRID_FORMAT } from './GRID_FORMAT.ts';
import type { Laying, Table } from './Laying.ts';
import type { TileBase } from './TileBase.ts';

const { tags } = GRID_FORMAT;

/** A tile's content with shapes numbered as in the block: masks of bits. */
interface Content {
  readonly shapes: readonly number[];
  readonly mask: number;
  /** Row (in units) and mask, by rising row. */
  readonly turns: readonly (readonly [number, number])[];
  /** Edge and mask, by rising lower end. */
  readonly edges: readonly (readonly [number, number])[];
}

/** Writes the block of a tile and answers its entry. */
export const packBlock = (laying: Laying, tile: Table, edges: readonly number[], base: TileBase): number => {
  const shapes = shapesOf(laying, edges, base);
  if (shapes.length <= 15) {
    const content = contentOf(laying, tile, { shapes, edges, base });
    const narrow = packNarrow(laying, tile, content);
    if (narrow !== undefined) return narrow * 8 + tags.narrow;
  }
  let next = 0;
  for (let from = Math.floor((shapes.length - 1) / 31) * 31; from >= 0; from -= 31) {
    const some = shapes.slice(from, from + 31);
    next = packWide(laying, contentOf(laying, tile, { shapes: some, edges, base }), next);
  }
  return next * 8 + tags.wide;
};

const shapesOf = (
  { edges: { first, owners } }: Laying,
  edges: readonly number[],
  base: TileBase,
): readonly number[] => {
  const shapes = new Set(base.flips.keys());
  for (const edge of edges)
    for (let at = first[edge] as number; at < (first[edge + 1] as number); at++)
      shapes.add(owners[at] as number);
  return [...shapes].sort((a, b) => a - b);
};

const contentOf = (
  { edges: { ends, first, owners } }: Laying,
  { y0 }: Table,
  { shapes, edges, base }: { shapes: readonly number[]; edges: readonly number[]; base: TileBase },
): Content => {
  const turns = new Map<number, number>();
  for (const [bit, shape] of shapes.entries())
    for (const row of base.flips.get(shape) ?? []) turns.set(row, (turns.get(row) ?? 0) | (1 << bit));
  const masked = edges.flatMap((edge): readonly (readonly [number, number])[] => {
    let mask = 0;
    for (let at = first[edge] as number; at < (first[edge + 1] as number); at++) {
      const bit = shapes.indexOf(owners[at] as number);
      if (bit >= 0) mask |= 1 << bit;
    }
    return mask === 0 ? [] : [[edge, mask]];
  });
  const lowest = ([edge]: readonly [number, number]): number => ends[4 * edge + 1] as number;
  return {
    shapes,
    mask: turns.get(y0) ?? 0,
    turns: [...turns].filter(([row]) => row !== y0).sort(([a], [b]) => a - b),
    edges: masked.sort((a, b) => lowest(a) - lowest(b) || a[0] - b[0]),
  };
};

/** Undefined when it does not fit. */
const packNarrow = (
  { edges: { ends }, words, indexBytes }: Laying,
  { x0, y0, ky }: Table,
  { shapes, mask, turns, edges }: Content,
): number | undefined => {
  const corners = new Map<number, number>();
  const cornerOf = (at: number): number => {
    const [x, y] = [(ends[at] as number) - x0, (ends[at + 1] as number) - y0];
    if (x !== (x << 16) >> 16 || y !== (y << 16) >> 16) return Number.NaN;
    const packed = (y << 16) | (x & 0xffff);
    const known = corners.get(packed) ?? corners.size;
    corners.set(packed, known);
    return known;
  };
  const pairs = edges.map(([edge]) => [cornerOf(4 * edge), cornerOf(4 * edge + 2)] as const);
  const fits = pairs.every(([low, high]) => !Number.isNaN(low + high));
  if (!fits || ky > 15 || corners.size > 63 || edges.length > 63 || turns.length > 31) return undefined;
  const at = words.reserve(0);
  words.push(corners.size | (edges.length << 6) | (turns.length << 12) | (mask << 17));
  for (const corner of corners.keys()) words.push(corner);
  for (const [i, [low, high]] of pairs.entries())
    words.push(low | (high << 6) | ((edges[i]?.[1] ?? 0) << 12));
  for (const [row, changed] of turns) words.push(((row - y0) << 16) | changed);
  const bytes = shapes.flatMap((shape) =>
    Array.from({ length: indexBytes }, (_, byte) => (shape >>> (8 * byte)) & 0xff),
  );
  for (let i = 0; i < bytes.length; i += 4)
    words.push(
      (bytes[i] ?? 0) |
        ((bytes[i + 1] ?? 0) << 8) |
        ((bytes[i + 2] ?? 0) << 16) |
        ((bytes[i + 3] ?? 0) << 24),
    );
  return at;
};

const packWide = ({ edges: { ends }, words }: Laying, content: Content, next: number): number => {
  const { shapes, mask, turns, edges } = content;
  const at = words.reserve(0);
  for (const word of [shapes.length, turns.length, edges.length, next, mask, ...shapes]) words.push(word);
  for (const turn of turns) for (const word of turn) words.push(word);
  for (const [edge, changed] of edges) {
    for (let i = 4 * edge; i < 4 * edge + 4; i++) words.push(ends[i] as number);
    words.push(changed);
  }
  return at;
};
