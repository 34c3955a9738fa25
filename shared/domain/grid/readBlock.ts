import { GRID_FORMAT } from './GRID_FORMAT.ts';
import type { GridView } from './viewGrid.ts';

/** What a tile holds, spelled out. */
export interface Block {
  readonly shapes: readonly number[];
  readonly edges: readonly BlockEdge[];
}

interface BlockEdge {
  /** x, y of the lower end, x, y of the upper, in units. */
  readonly ends: readonly [number, number, number, number];
  readonly shapes: readonly number[];
}

const { tags } = GRID_FORMAT;

/** The content of a tile's entry. For everything but the plain look-up, which reads the words in place. */
export const readBlock = (view: GridView, entry: number, x0: number, y0: number): Block => {
  const value = entry >>> 3;
  switch (entry & 7) {
    case tags.whole:
      return { shapes: [value], edges: [] };
    case tags.narrow:
      return readNarrow(view, value, x0, y0);
    case tags.wide:
      return readWide(view, value);
    default:
      return { shapes: [], edges: [] };
  }
};

const readNarrow = ({ words, bytes, header }: GridView, at: number, x0: number, y0: number): Block => {
  const word = (i: number): number => words[i] ?? 0;
  const corners = at + 1;
  const edgesAt = corners + (word(at) & 63);
  const turnsAt = edgesAt + ((word(at) >>> 6) & 63);
  const end = turnsAt + ((word(at) >>> 12) & 31);
  const shapeOf = (bit: number): number => {
    let index = 0;
    for (let byte = header.indexBytes - 1; byte >= 0; byte--)
      index = index * 256 + (bytes[4 * end + bit * header.indexBytes + byte] ?? 0);
    return index;
  };
  let all = word(at) >>> 17;
  for (let i = turnsAt; i < end; i++) all |= word(i) & 0xffff;
  for (let i = edgesAt; i < turnsAt; i++) all |= word(i) >>> 12;
  const shapes = bitsOf(all).map(shapeOf);
  const edgeAt = (i: number): BlockEdge => {
    const edge = word(edgesAt + i);
    const [low, high] = [word(corners + (edge & 63)), word(corners + ((edge >>> 6) & 63))];
    return {
      ends: [x0 + ((low << 16) >> 16), y0 + (low >> 16), x0 + ((high << 16) >> 16), y0 + (high >> 16)],
      shapes: bitsOf(edge >>> 12).map(shapeOf),
    };
  };
  return {
    shapes,
    // Only for whoever asks: which shapes there are takes a fraction of it.
    get edges() {
      return Array.from({ length: turnsAt - edgesAt }, (_, i) => edgeAt(i));
    },
  };
};

const readWide = ({ words }: GridView, first: number): Block => {
  const shapes: number[] = [];
  const edges: BlockEdge[] = [];
  // Blocks do not overlap: together they are no longer than the bytes.
  let left = words.length;
  for (let at = first; at > 0; ) {
    const word = (i: number): number => words[at + i] ?? 0;
    const start = 5 + word(0) + 2 * word(1);
    const end = start + 5 * word(2);
    left -= end;
    if (left < 0 || Math.min(word(0), word(1), word(2)) < 0)
      throw new Error('The bytes of the grid are damaged');
    const own = Array.from({ length: Math.min(31, word(0)) }, (_, i) => word(5 + i));
    shapes.push(...own);
    for (let i = start; i < end; i += 5)
      edges.push({
        ends: [word(i), word(i + 1), word(i + 2), word(i + 3)],
        shapes: bitsOf(word(i + 4)).flatMap((bit) => own[bit] ?? []),
      });
    at = word(3) < at ? word(3) : 0;
  }
  return { shapes, edges };
};

const bitsOf = (mask: number): readonly number[] => {
  const bits: number[] = [];
  for (let rest = mask >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0)
    bits.push(31 - Math.clz32(rest & -rest));
  return bits;
};
