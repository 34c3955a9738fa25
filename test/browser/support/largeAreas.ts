import type { AreasAnswer } from '../../../shared/contracts/web.ts';

type Box = readonly [west: number, south: number, east: number, north: number];

const WHOLE: Box = [121.44, 31.2, 121.76, 31.52];
const LEVELS = [
  { level: 'street', name: '街道', side: 0.08 },
  { level: 'community', name: '社区', side: 0.01 },
  { level: 'grid', name: '网格', side: 0.001 },
] as const;
const MOST = 600;

/** A city of a hundred thousand square cells, as its door answers: whole, or a box of it. */
export const largeAreas = (named?: string): AreasAnswer => {
  const box = named === undefined ? WHOLE : (named.split(',').map(Number) as unknown as Box);
  for (const layer of LEVELS.toReversed()) {
    const cells = cellsIn(box, layer.side);
    if (cells.length > MOST) continue;
    return {
      type: 'FeatureCollection',
      level: layer.level,
      leaves: layer.level === 'grid',
      features: [
        { type: 'Feature', properties: { code: 'root', name: '大城', level: 'county' }, geometry: null },
        ...cells.map(([x, y]) => feature(layer, x, y)),
      ],
    };
  }
  throw new Error('Even the streets are too many');
};

const cellsIn = ([west, south, east, north]: Box, side: number): readonly (readonly [number, number])[] => {
  const from = (low: number, least: number): number => Math.floor(Math.max(low, least) / side + 1e-6);
  const to = (high: number, most: number): number => Math.ceil(Math.min(high, most) / side - 1e-6);
  const [x0, x1] = [from(west, WHOLE[0]), to(east, WHOLE[2])];
  const [y0, y1] = [from(south, WHOLE[1]), to(north, WHOLE[3])];
  // Only as many as it takes to see that they are too many.
  if ((x1 - x0) * (y1 - y0) > 2 * MOST) return Array.from({ length: MOST + 1 }, () => [0, 0] as const);
  return Array.from({ length: Math.max(0, x1 - x0) }, (_, i) =>
    Array.from({ length: Math.max(0, y1 - y0) }, (__, j) => [x0 + i, y0 + j] as const),
  ).flat();
};

const feature = (
  { level, name, side }: (typeof LEVELS)[number],
  x: number,
  y: number,
): AreasAnswer['features'][number] => {
  const corner = (dx: number, dy: number): [number, number] => [(x + dx) * side, (y + dy) * side];
  const ring = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)];
  return {
    type: 'Feature',
    properties: { code: `${level}.${x}.${y}`, name: `${x % 100}-${y % 100}${name}`, level, parent: 'root' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
};
