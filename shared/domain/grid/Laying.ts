import type { SharedEdges } from './shareEdges.ts';
import type { Words } from './Words.ts';

/** A table of tiles: its south-west corner, the tiles' width and height as powers of two, how many of them. */
export interface Table {
  readonly x0: number;
  readonly y0: number;
  readonly kx: number;
  readonly ky: number;
  readonly cols: number;
  readonly rows: number;
}

/** What the tiles are made of, and where they go. */
export interface Laying {
  readonly edges: SharedEdges;
  readonly words: Words;
  readonly indexBytes: number;
}
