import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawAreaMap } from '../functions/map/drawAreaMap.ts';
import { frame } from '../functions/map/frame.ts';
import { mapOfArea } from '../shared/application/mapOfArea.ts';
import { mapOfBox } from '../shared/application/mapOfBox.ts';
import type { CaseRow } from '../shared/application/ports.ts';
import { encodeParts } from '../shared/city/cityParts.ts';
import { openCity, type PartBytes } from '../shared/city/openCity.ts';
import { readCityFolder } from '../shared/city/readCityFolder.ts';
import type { City } from '../shared/domain/city/City.ts';
import type { Knowledge } from '../shared/domain/city/Knowledge.ts';
import { NO_STAFFING } from '../shared/domain/ledger/Staffing.ts';
import { memoryRows } from '../shared/store/memory/memoryStores.ts';
import { bigCity } from './bigCity.ts';
import { against, type Figure } from './Figure.ts';
import { randomFrom, voronoiCells } from './voronoi.ts';

const LEAVES = 100_000;
const CASES = 10_000;
const SEED = 1;
const TODAY = Date.parse('2026-09-28T10:00:00+08:00');
const VIEWS = [
  ['the city', '990101'],
  ['a street', '990101010'],
  ['a community', '990101010025'],
] as const;

/** The map of the dashboard and that of the chat pages, of a city of 100,000 leaves with 10,000 open cases: bytes → markup, in processor time. */
export const run = async (): Promise<readonly Figure[]> => {
  const dir = await mkdtemp(join(tmpdir(), 'map-'));
  try {
    await bigCity({ dir, cells: voronoiCells(LEAVES, SEED), services: 400, places: 1_000 });
    const { city, faults } = await readCityFolder(dir, '2026-09-28');
    if (!city) throw new Error(`The city is not sound: ${faults[0]?.what}`);
    return await measure(city);
  } finally {
    await rm(dir, { recursive: true });
  }
};

const measure = async (city: City): Promise<readonly Figure[]> => {
  const { manifest, bytes } = encodeParts(city);
  const parts = Object.fromEntries(
    Object.entries(manifest.parts).map(([name, hash]) => [name, bytes.get(hash)]),
  ) as unknown as PartBytes;
  const rows = await openCases(city);
  // Two stand for a function's first call and its next ones.
  const open = (): Knowledge => openCity(manifest, copyOf(parts), NO_STAFFING);
  const looks = VIEWS.map(([what, area]) => ({ what, area, know: open() }));
  const figures: Figure[] = [];
  for (const { what, area, know } of looks) {
    const look = mapOfArea({
      cities: { current: async () => know, at: async () => know },
      rows,
      now: () => TODAY,
    });
    const draw = async () =>
      frame('light', ...drawAreaMap(await look(area), { endpoint: ARN, width: 1_400, height: 800, page: 0 }))
        .text;
    const first = await timed(draw);
    const next = await timed(draw);
    figures.push(
      against(`the dashboard's map of ${what}: first look`, first.ms, { most: 1_000, unit: ' ms' }),
      against('— again', next.ms, { most: 1_000, unit: ' ms' }),
      against('— its size', Buffer.byteLength(next.value) / 1_000, { most: 200, unit: ' kB' }),
    );
  }
  const know = open();
  const areas = mapOfBox(know);
  for (const [what, box] of Object.entries(BOXES)) {
    const first = await timed(async () => JSON.stringify(areas(box, 600)));
    figures.push(
      against(`the chat's map of ${what}`, first.ms, { most: 1_000, unit: ' ms' }),
      against('— its size', Buffer.byteLength(first.value) / 1_000, { most: 1_000, unit: ' kB' }),
    );
  }
  return figures;
};

const ARN = 'arn:aws-cn:lambda:cn-northwest-1:123456789012:function:wangge-prod-cityMap';
const BOXES = {
  'the whole city': undefined,
  'a quarter of it': { west: 121.4, south: 31.2, east: 121.56, north: 31.34 },
  'two kilometres': { west: 121.41, south: 31.21, east: 121.43, north: 31.228 },
} as const;

const openCases = async (city: City) => {
  const rows = memoryRows();
  const leaves = city.areas.filter(({ polygons }) => polygons);
  const random = randomFrom(SEED);
  for (let i = 0; i < CASES; i++) {
    const leaf = leaves[Math.floor(random() ** 2 * leaves.length)]?.code ?? '';
    const row: CaseRow = {
      number: `20260928${String(i).padStart(7, '0')}`,
      version: 1,
      stage: 'handling',
      owner: 'unit@U001',
      service: '01000',
      place: '',
      lng: 0,
      lat: 0,
      leaf,
      openedAt: TODAY,
      overdue: i % 9 === 0,
    };
    await rows.save(row, 'web:r');
  }
  return rows;
};

/** What versions share is unpacked once: other bytes are another version's. */
const copyOf = (parts: PartBytes): PartBytes =>
  Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, bytes.slice()]),
  ) as unknown as PartBytes;

/** Processor time: what else the machine does is not in it. */
const timed = async <T>(act: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> => {
  const start = process.cpuUsage();
  const value = await act();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1_000 };
};
