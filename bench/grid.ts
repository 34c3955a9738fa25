import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Point, Ring } from '../shared/domain/city/City.ts';
import { buildOutlines } from '../shared/domain/grid/buildOutlines.ts';
import { openGrid } from '../shared/domain/grid/openGrid.ts';
import { packGrid } from '../shared/domain/grid/packGrid.ts';
import { against, type Figure, perSecond } from './Figure.ts';
import { libraries } from './gridLibraries.ts';
import { askPostgis } from './postgis.ts';
import { randomFrom, voronoiCells } from './voronoi.ts';

const CELLS = 100_000;
const LOOKUPS = 300_000;
const SEED = 20_260_928;

/** Point → cell on 100,000 irregular cells, beside libraries and PostGIS: same points, same answers. */
export const run = async (): Promise<readonly Figure[]> => {
  const cells = voronoiCells(CELLS, SEED);
  const points = scattered(cells);
  const at = (i: number): Point => points[i % points.length] ?? { lng: 0, lat: 0 };
  const shapes = cells.map((ring) => [[ring]]);
  const packing = seconds(() => packGrid(shapes));
  const bytes = packGrid(shapes);
  const grid = openGrid(bytes);
  const answers = points.map(({ lng, lat }) => grid.locate(lng, lat));
  const ours = perSecond(2_000_000, (i) => grid.locate(at(i).lng, at(i).lat));
  const onBorders = cells
    .slice(0, 20_000)
    .map((ring) => ({ lng: ring[0]?.[0] ?? 0, lat: ring[0]?.[1] ?? 0 }));

  const others = libraries(cells).map(({ name, locate }) => {
    const speed = perSecond(LOOKUPS, (i) => locate(at(i)));
    const different = points.filter((point, i) => locate(point) !== answers[i]).length;
    if (different > 0) throw new Error(`${name} answers ${different} of ${points.length} points otherwise`);
    const otherwise = onBorders.filter((point) => locate(point) !== grid.locate(point.lng, point.lat)).length;
    return { name, speed, otherwise };
  });
  const best = Math.max(...others.map(({ speed }) => speed));
  const near = perSecond(50_000, (i) => grid.near(at(i).lng, at(i).lat, 50));
  const first = firstAnswer(bytes, at(0));
  if (first.index !== answers[0]) throw new Error('Another process answers otherwise');
  const lost = onBorders.filter(({ lng, lat }) => grid.locate(lng, lat) === -1).length;

  return [
    against(`point → cell, ${CELLS.toLocaleString('en')} irregular cells`, ours, {
      least: 2_000_000,
      unit: '/s',
    }),
    against('the same, times the best library', ours / best, { least: 3, unit: '×' }),
    ...others.map(({ name, speed, otherwise }) => ({
      what: `${name}, same ${points.length.toLocaleString('en')} points, same answers`,
      value: `${Math.round(speed).toLocaleString('en')} /s; of ${onBorders.length.toLocaleString('en')} corners ${otherwise.toLocaleString('en')} otherwise`,
    })),
    besidePostgis(cells, points.slice(0, 50_000), answers),
    against(`corners in no cell, of ${onBorders.length.toLocaleString('en')}`, lost, { most: 0, unit: '' }),
    {
      what: 'distance to the edge and neighbours within 50 m',
      value: `${Math.round(near).toLocaleString('en')} /s`,
    },
    against('bytes → first answer, in a new process', first.ms, { most: 10, unit: 'ms' }),
    against('memory by then, the bytes included', first.bytes / 1e6, { most: 15, unit: 'MB' }),
    published(bytes, packing),
    million(),
    outlines(cells),
  ];
};

/** Points all over the city; none lies on a border, but for chance. */
const scattered = (cells: readonly Ring[]): readonly Point[] => {
  const random = randomFrom(SEED);
  const corners = cells.flat();
  const lngs = corners.map(([lng]) => lng).sort((a, b) => a - b);
  const lats = corners.map(([, lat]) => lat).sort((a, b) => a - b);
  const between = (sorted: readonly number[]): number => {
    const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
    return Math.round((low + (0.001 + 0.998 * random()) * (high - low)) * 1e7) / 1e7;
  };
  return Array.from({ length: LOOKUPS }, () => ({ lng: between(lngs), lat: between(lats) }));
};

const besidePostgis = (
  cells: readonly Ring[],
  points: readonly Point[],
  answers: readonly number[],
): Figure => {
  const what = `PostGIS, ST_Covers with GiST, ${points.length.toLocaleString('en')} points in one query`;
  const said = askPostgis(cells, points);
  if (typeof said === 'string') return { what, value: said };
  const different = said.covers.filter((covering, i) => !covering.includes(answers[i] ?? -1)).length;
  if (different > 0) throw new Error(`PostGIS answers ${different} of ${points.length} points otherwise`);
  return {
    what: `${what} (${said.version}), same answers`,
    value: `${Math.round(said.perSecond).toLocaleString('en')} /s`,
  };
};

const firstAnswer = (
  bytes: Uint8Array,
  { lng, lat }: Point,
): { index: number; ms: number; bytes: number } => {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-bench-'));
  try {
    const file = join(folder, 'grid');
    writeFileSync(file, bytes);
    const script = new URL('firstAnswer.ts', import.meta.url).pathname;
    return JSON.parse(
      execFileSync(process.execPath, [script, file, `${lng}`, `${lat}`], { encoding: 'utf8' }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const published = (bytes: Uint8Array, packing: number): Figure => {
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  const sizes = [bytes, gzipSync(bytes), brotli].map(({ length }) => (length / 1e6).toFixed(1));
  return {
    what: 'published size: as it is, gzip, brotli; packed in',
    value: `${sizes.join(', ')} MB; ${packing.toFixed(1)} s`,
  };
};

const million = (): Figure => {
  const shapes = voronoiCells(1_000_000, SEED).map((ring) => [[ring]]);
  return against('1,000,000 irregular cells', packGrid(shapes).length / 1e6, { most: 100, unit: 'MB' });
};

/** Communities of 20 cells, streets of 20 communities. */
const outlines = (cells: readonly Ring[]): Figure => {
  const side = Math.sqrt(CELLS / 20);
  const part = (value: number, centre: number, degree: number): number =>
    Math.floor((((value - centre) * degree) / (Math.sqrt(CELLS) * 100) + 0.5) * side * 0.999);
  const communities = cells.map((ring) => {
    const [lng, lat] = ring[0] ?? [0, 0];
    return [part(lng, 121.4, 95_300), part(lat, 31.2, 110_870)] as const;
  });
  const level = 'grid';
  const street = (place: readonly [number, number]): string =>
    `s${place.map((at) => Math.floor(at / 4.5)).join('-')}`;
  const above = new Map(communities.map((place) => [`c${place.join('-')}`, street(place)]));
  const areas = [
    { code: 'root', name: '', level } as const,
    ...[...new Set(above.values())].map((code) => ({ code, name: '', level, parent: 'root' }) as const),
    ...[...above].map(([code, parent]) => ({ code, name: '', level, parent }) as const),
    ...cells.map((ring, i) => {
      const parent = `c${communities[i]?.join('-')}`;
      return { code: `l${i}`, name: '', level, parent, polygons: [[ring]] } as const;
    }),
  ];
  const spent = seconds(() => buildOutlines(areas));
  return against(`outlines of the ${above.size.toLocaleString('en')} communities and what is above`, spent, {
    most: 10,
    unit: 's',
  });
};

/** Of this thread's processor time. */
const seconds = (work: () => void): number => {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
};
