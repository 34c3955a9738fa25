import type { Area, Point, Polygon } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import type { Box } from '../../shared/domain/grid/Grid.ts';
import { pointInside } from '../../shared/domain/grid/pointInside.ts';
import { html, type Markup } from '../console/html.ts';
import { phrases } from './phrases.ts';
import { type Spot, tracePaths } from './tracePaths.ts';

const SIDE = 600;
/** How much around the cell is shown, as a share of its longer side. */
const AROUND = 0.4;
const MOST_NEIGHBOURS = 80;
const METRES_A_DEGREE = 111_320;

type Place = (at: Point) => Spot;

/** A cell and, in grey, what borders on it: north up, a square. Empty for a cell without a shape. */
export const drawCell = (know: Knowledge, leaf: Area): Markup | '' => {
  const shape = know.shapeOf(leaf.code);
  const middle = pointInside(shape);
  if (!middle) return '';
  const { box, place } = frameOf(shape);
  const around = (know.leavesWithin(box, MOST_NEIGHBOURS) ?? []).filter(({ code }) => code !== leaf.code);
  const [own = '', ...others] = tracePaths(
    [shape, ...around.map(({ code }) => know.shapeOf(code))].map((polygons) => ringsOf(polygons, place)),
    SIDE,
  );
  const neighbour = (path: string): Markup =>
    html`<path d="${path}" fill="#e3e6e4" stroke="#9aa39f" stroke-width="2" fill-rule="evenodd"/>`;
  return html`<svg class="cell" viewBox="0 0 ${SIDE} ${SIDE}" role="img" aria-label="${phrases.map(leaf.name)}"><rect width="${SIDE}" height="${SIDE}" fill="#f4f5f4"/>${others.filter(Boolean).map(neighbour)}<path d="${own}" fill="#bfe3d6" stroke="#14574a" stroke-width="6" stroke-linejoin="round" fill-rule="evenodd"/>${namesAround(know, leaf, box)}${label(leaf.name, place(middle), 'own')}</svg>`;
};

/** The square around a shape, in degrees, and where its points fall in the drawing. */
const frameOf = (shape: readonly Polygon[]): { readonly box: Box; readonly place: Place } => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of shape.flat(2)) {
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
  const scale = SIDE / (2 * half);
  return {
    box,
    place: (at) => [
      Math.round((at.lng - box.west) * wide * scale),
      Math.round((box.north - at.lat) * tall * scale),
    ],
  };
};

const ringsOf = (shape: readonly Polygon[], place: Place): readonly (readonly Spot[])[] =>
  shape.flat().map((ring) => ring.map(([lng, lat]) => place({ lng, lat })));

/** The neighbours' names, each in the middle of what is seen of it: where so many steps of a coarse raster fall. */
const namesAround = (know: Knowledge, leaf: Area, { west, south, east, north }: Box): readonly Markup[] => {
  const steps = Array.from({ length: RASTER - 1 }, (_, at) => (at + 1) / RASTER);
  const spots = steps.flatMap((across) =>
    steps.map((down) => ({
      x: across * SIDE,
      y: down * SIDE,
      area: know.locate({ lng: west + across * (east - west), lat: north - down * (north - south) }),
    })),
  );
  const seen = Map.groupBy(spots, ({ area }) => area);
  return [...seen].flatMap(([area, own]) => {
    if (!area || area.code === leaf.code || own.length < ENOUGH) return [];
    const middle = { x: mean(own.map(({ x }) => x)), y: mean(own.map(({ y }) => y)) };
    const far = (spot: { readonly x: number; readonly y: number }): number =>
      Math.hypot(spot.x - middle.x, spot.y - middle.y);
    const { x, y } = own.reduce((best, spot) => (far(spot) < far(best) ? spot : best));
    return [label(area.name, [x, y], 'other')];
  });
};

const RASTER = 12;
const ENOUGH = 6;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const label = (name: string, [x, y]: readonly [number, number], kind: 'own' | 'other'): Markup => {
  const text = [...name].slice(0, 10).join('');
  const size = kind === 'own' ? 36 : 20;
  // A name does not run out of the picture.
  const half = ([...text].length * size) / 2 + 6;
  const at = Math.round(Math.max(half, Math.min(SIDE - half, x)));
  return html`<text x="${at}" y="${Math.round(y)}" text-anchor="middle" dominant-baseline="middle" font-size="${size}" ${kind === 'own' ? OWN : OTHER}>${text}</text>`;
};

const OWN = html`font-weight="700" fill="#0b3b31"`;
const OTHER = html`fill="#5a625e"`;
