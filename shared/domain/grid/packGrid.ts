import type { Polygon } from '../city/City.ts';
import { type FlatShapes, flattenShapes } from './flattenShapes.ts';
import { GRID_FORMAT, type GridHeader, HEADER, headerChecksum } from './GRID_FORMAT.ts';
import type { Table } from './Laying.ts';
import { layTiles } from './layTiles.ts';
import { packShapes } from './packShapes.ts';
import { shareEdges } from './shareEdges.ts';
import { TileBase } from './TileBase.ts';
import { Words } from './Words.ts';

/** How many different edges there are for one tile of the table: more make it smaller and slower. */
const EDGES_PER_TILE = 4;

/**
 * Packs shapes (their position is their index) into bytes, with corners rounded to 1e-7 degrees, so that a corner that neighbours share
 * is the same integers. The same shapes give the same bytes. A shape may have no polygons. Throws for a corner that is not on the earth.
 */
export const packGrid = (shapes: readonly (readonly Polygon[])[]): Uint8Array => {
  const flat = flattenShapes(shapes);
  const edges = shareEdges(flat);
  const box = boxOf(flat);
  const table = tableOver(box, edges.count);
  const words = new Words();
  words.reserve(HEADER.length);
  const indexBytes =
    shapes.length < 2 ** 8 ? 1 : shapes.length < 2 ** 16 ? 2 : shapes.length < 2 ** 24 ? 3 : 4;
  layTiles({ edges, words, indexBytes }, table, countTo(edges.count), new TileBase(-Infinity, Infinity));
  const { offsets, bytes } = packShapes(flat, table);
  const shapesWord = words.length;
  const shapesByte = 4 * (shapesWord + offsets.length);
  writeHeader(words, {
    ...{ magic: GRID_FORMAT.magic, version: GRID_FORMAT.version, bytes: shapesByte + bytes.length },
    ...{ size: shapes.length, ...table, ...box, shapesWord, indexBytes, spare: 0, checksum: 0 },
  });
  const packed = new Uint8Array(shapesByte + bytes.length);
  new Int32Array(packed.buffer, 0, shapesWord).set(words.toArray());
  new Uint32Array(packed.buffer, 4 * shapesWord, offsets.length).set(offsets);
  packed.set(bytes, shapesByte);
  return packed;
};

type UnitBox = Pick<GridHeader, 'west' | 'south' | 'east' | 'north'>;

/** Of a city without shapes: one point where none is. */
const boxOf = ({ corners }: FlatShapes): UnitBox => {
  if (corners.length === 0) return { west: 0, south: 0, east: -1, north: -1 };
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < corners.length; i += 2) {
    const [x, y] = [corners[i] as number, corners[i + 1] as number];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return { west, south, east, north };
};

/** Tiles as wide as high or twice as wide: a degree of longitude is the shorter one. */
const tableOver = ({ west, south, east, north }: UnitBox, edges: number): Table => {
  const [x0, y0] = [west - GRID_FORMAT.margin, south - GRID_FORMAT.margin];
  const [width, height] = [east - x0 + GRID_FORMAT.margin + 1, north - y0 + GRID_FORMAT.margin + 1];
  const area = (width * height * EDGES_PER_TILE) / Math.max(1, edges);
  const bits = Math.max(4, Math.ceil(Math.log2(area)));
  const ky = Math.min(28, Math.floor(bits / 2));
  const kx = Math.min(28, bits - ky);
  return { x0, y0, kx, ky, cols: Math.ceil(width / 2 ** kx), rows: Math.ceil(height / 2 ** ky) };
};

function* countTo(count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield i;
}

const writeHeader = (words: Words, header: GridHeader): void => {
  for (const [at, name] of HEADER.entries()) words.set(at, header[name]);
  words.set(HEADER.indexOf('checksum'), headerChecksum(words.toArray()));
};
