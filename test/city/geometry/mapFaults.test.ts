import { checkCity } from '../../../shared/city/checkCity.ts';
import { cityVersion } from '../../../shared/city/cityVersion.ts';
import { printFault } from '../../../shared/city/Fault.ts';
import { readCity } from '../../../shared/city/readCity.ts';
import type { City, Polygon, Ring } from '../../../shared/domain/city/City.ts';
import { filesOf, smallCity, TODAY } from '../smallCity.ts';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const ONE = box(121.47, 31.23, 121.48, 31.24);
const OTHER = box(121.48, 31.23, 121.49, 31.24);
const WHOLE = box(121.47, 31.23, 121.49, 31.24);

type Shape = readonly Polygon[];

/** The small city with other shapes: its two leaves, and its root if it has one. */
const readingOf = (one: Shape, other: Shape, root?: Shape) => {
  const map = JSON.parse(smallCity['areas.geojson'] ?? '') as { features: { geometry: unknown }[] };
  const draw = (i: number, shape: Shape): void => {
    const feature = map.features[i];
    if (feature) feature.geometry = { type: 'MultiPolygon', coordinates: shape };
  };
  draw(3, one);
  draw(4, other);
  if (root) draw(0, root);
  const { city, faults, notes } = readCity(
    filesOf({
      ...smallCity,
      'areas.geojson': JSON.stringify(map),
      'places.csv': 'name,aliases,lng,lat,area,kind\n',
    }),
    TODAY,
  );
  return { city, faults: faults.map(printFault), notes: notes.map(printFault) };
};
const faultsOf = (...shapes: Parameters<typeof readingOf>) => readingOf(...shapes).faults;

/** Degrees of about a metre. */
const METRE = { lng: 1.05e-5, lat: 0.902e-5 };

describe('what changes nothing about a map is no fault', () => {
  test.each<readonly [string, Ring]>([
    ['a ring that runs the other way', OTHER.toReversed()],
    ['a point written twice', OTHER.flatMap((point, i) => (i === 1 ? [point, point] : [point]))],
    [
      'a spike there and back',
      OTHER.flatMap((point, i) => (i === 1 ? [point, [121.4905, 31.2305], point] : [point])),
    ],
    ['a corner that the neighbour has not', [...OTHER.slice(0, 4), [121.48, 31.2363137], ...OTHER.slice(4)]],
    [
      'corners rounded otherwise',
      OTHER.map(([lng, lat]) => [lng + 0.4e-7, lat - 0.9e-7] as const).map((p, i, all) =>
        i === 4 ? (all[0] ?? p) : p,
      ),
    ],
    [
      'a hole cut open from the border',
      [
        ...OTHER.slice(0, 1),
        [121.482, 31.232],
        [121.482, 31.2320001],
        [121.4820001, 31.232],
        [121.482, 31.232],
        ...OTHER,
      ],
    ],
    [
      'less than a square metre over the border',
      OTHER.map(([lng, lat], i) => [i === 3 ? lng - 0.0015 * METRE.lng : lng, lat] as const),
    ],
  ])('%s', (_, ring) => {
    expect(faultsOf([[ONE]], [[ring]], [[WHOLE]])).toEqual([]);
  });

  test('two rings of one shape that touch at a corner', () => {
    const blocks = [[box(121.48, 31.23, 121.485, 31.235)], [box(121.485, 31.235, 121.49, 31.24)]];
    expect(faultsOf([[ONE]], blocks)).toEqual([]);
  });

  test('a leaf in the hole of another', () => {
    const hole = box(121.483, 31.233, 121.484, 31.234);
    expect(faultsOf([[ONE], [hole]], [[OTHER, hole]], [[WHOLE]])).toEqual([]);
  });
});

test('a square metre more or less decides', () => {
  const dent = (metres: number): Ring => [
    ...OTHER.slice(0, 4),
    [121.48, 31.236],
    [121.48 - metres * METRE.lng, 31.236],
    [121.48 - metres * METRE.lng, 31.236 - METRE.lat],
    [121.48, 31.236 - METRE.lat],
    [121.48, 31.23],
  ];
  expect(faultsOf([[ONE]], [[dent(0.9)]])).toEqual([]);
  expect(faultsOf([[ONE]], [[dent(1.2)]])).toEqual([
    expect.stringContaining(
      '990101001001002 二网格与 990101001001001 一网格重叠 1.2 平方米，如 121.479994, 31.235996 处',
    ),
  ]);
});

test('a city with an overlap is not published either', () => {
  const { city } = readingOf([[ONE]], [[OTHER]]);
  const areas =
    city?.areas.map((area) => (area.name === '二网格' ? { ...area, polygons: [[WHOLE]] } : area)) ?? [];
  const content = { ...(city as City), areas };
  const broken = { ...content, version: cityVersion(content) };
  expect(checkCity(broken, TODAY).map(printFault)).toEqual([
    'areas.geojson: 网格 990101001001002 二网格与 990101001001001 一网格重叠 1056284 平方米，如 121.475000, 31.235000 处。以一方的边界为准，改正另一方。',
  ]);
});

describe('a hole that leaves enclose', () => {
  const around = (west: number, south: number): Ring => box(west, south, west + 0.001, south + 0.0005);

  test('is noted where the root is not drawn, and keeps nobody from publishing', () => {
    const { city, faults, notes } = readingOf([[ONE]], [[OTHER, around(121.482, 31.232)]]);
    expect([faults, city?.id]).toEqual([[], 'small']);
    expect(notes).toEqual([
      'areas.geojson:1: 网格之间空着 5282 平方米，如 121.482500, 31.232250 处。若不是有意留出的，划给旁边的网格。',
    ]);
  });

  test('is not even noted when it is as large as a lake', () => {
    expect(readingOf([[ONE]], [[OTHER, box(121.482, 31.232, 121.486, 31.236)]]).notes).toEqual([]);
  });

  test('is a fault where the root is drawn', () => {
    const { faults, notes } = readingOf([[ONE]], [[OTHER, around(121.482, 31.232)]], [[WHOLE]]);
    expect(faults).toEqual([
      'areas.geojson:1: 990101 小城里有 5282 平方米的空隙，不属于任何网格，如 121.482500, 31.232250 处。把它划给旁边的网格，或改正最上级的边界。',
    ]);
    expect(notes).toEqual([]);
  });

  test('is none where the root has it too', () => {
    const lake = around(121.482, 31.232);
    expect(faultsOf([[ONE]], [[OTHER, lake]], [[WHOLE, lake]])).toEqual([]);
  });
});
