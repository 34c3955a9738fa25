import type { Area } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import type { Box } from '../../shared/domain/grid/Grid.ts';
import { html, type Markup } from '../console/html.ts';
import type { SpotRing } from './clipRing.ts';
import type { Sheet } from './layRing.ts';
import { phrases } from './phrases.ts';
import { type PlacedName, placeNames } from './placeNames.ts';
import { traceShapes } from './traceShapes.ts';
import type { FlatRing, Shapes } from './unfoldShapes.ts';

const SIDE = 600;
/** How much around the cell is shown, as a share of its longer side. */
const AROUND = 0.4;
const MOST_NEIGHBOURS = 80;
const METRES_A_DEGREE = 111_320;

/** A cell and, in grey, what borders on it: north up, a square. Empty for a cell without a shape. */
export const drawCell = (know: Knowledge, leaf: Area, shapes: Shapes): Markup | '' => {
  const shape = shapes.of(leaf.code);
  if (shape.length === 0) return '';
  const { box, sheet } = frameOf(shape);
  const around = (know.leavesWithin(box, MOST_NEIGHBOURS) ?? []).filter(({ code }) => code !== leaf.code);
  const [own = [], ...others] = traceShapes([shape, ...around.map(({ code }) => shapes.of(code))], sheet);
  const names = placeNames(
    [{ name: leaf.name, rings: own }, ...around.map(({ name }, at) => ({ name, rings: others[at] ?? [] }))],
    SIDE,
  );
  return html`<svg class="cell" viewBox="0 0 ${SIDE} ${SIDE}" role="img" aria-label="${phrases.map(leaf.name)}"><rect width="${SIDE}" height="${SIDE}" fill="#f4f5f4"/>${others.filter(({ length }) => length > 0).map((rings) => html`<path d="${pathOf(rings)}" ${NEIGHBOUR}/>`)}<path d="${pathOf(own)}" ${CELL}/>${names.others.map((name) => drawName(name, OTHER))}${names.own ? drawName(names.own, OWN) : ''}</svg>`;
};

/** The square around a shape, in degrees, and the drawing of it. */
const frameOf = (shape: readonly FlatRing[]): { readonly box: Box; readonly sheet: Sheet } => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of shape)
    for (let at = 0; at < ring.length; at += 2) {
      const [lng, lat] = [ring[at] as number, ring[at + 1] as number];
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  const tall = METRES_A_DEGREE;
  const wide = METRES_A_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const half = (Math.max((east - west) * wide, (north - south) * tall) * (1 + 2 * AROUND)) / 2;
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  const box = {
    west: lng - half / wide,
    east: lng + half / wide,
    south: lat - half / tall,
    north: lat + half / tall,
  };
  const unit = SIDE / (2 * half);
  const sheet = { west: box.west, north: box.north, scale: { x: wide * unit, y: tall * unit }, side: SIDE };
  return { box, sheet };
};

const pathOf = (rings: readonly SpotRing[]): string =>
  rings.map((ring) => `M${ring.map((spot) => spot.join(' ')).join('L')}z`).join('');

const drawName = ({ text, size, x, y }: PlacedName, look: Markup): Markup =>
  html`<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle" dominant-baseline="central" ${look}>${text}</text>`;

const NEIGHBOUR = html`fill="#e3e6e4" stroke="#9aa39f" stroke-width="2" fill-rule="evenodd"`;
const CELL = html`fill="#bfe3d6" stroke="#14574a" stroke-width="6" stroke-linejoin="round" fill-rule="evenodd"`;
/** Where the cell is too narrow for its name, light around the letters parts them from the lines. */
const OWN = html`font-weight="700" fill="#0b3b31" paint-order="stroke" stroke="#fff" stroke-width="5" stroke-linejoin="round"`;
const OTHER = html`fill="#5a625e"`;
