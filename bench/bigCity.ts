import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statutoryDays } from '../shared/city/statutoryDays.ts';
import type { Ring } from '../shared/domain/city/City.ts';

export interface BigCity {
  /** A folder that exists. */
  readonly dir: string;
  /** Outer rings of the leaves, closed, in degrees. */
  readonly cells: Iterable<Ring>;
  readonly services: number;
  readonly places: number;
  /** Every leaf has a fault of its own: a kind that is not known, a supervisor who is gone, a unit that is not there. */
  readonly broken?: boolean;
}

const COUNTY = '990101';
const COMMUNITIES = 50;
const GRIDS = 100;
const GROUPS = 10;
const UNITS = 40;

/**
 * Writes a city folder as large as wanted: streets of fifty communities of a hundred grids, one supervisor a grid, rules for the
 * county, for every street and for some communities. The same cells give the same folder.
 */
export const bigCity = async ({ dir, cells, services, places, broken = false }: BigCity): Promise<void> => {
  const leaves = arrange([...cells]);
  const streets = [...new Set(leaves.map(({ street }) => street))];
  const communities = [...new Set(leaves.map(({ community }) => community))];
  const feature = (properties: object, geometry: object | null): string =>
    JSON.stringify({ type: 'Feature', properties, geometry });
  const features = [
    feature({ code: COUNTY, name: '大城', level: 'county' }, null),
    ...streets.map((code) =>
      feature({ code, name: `${code.slice(-3)}街道`, level: 'street', parent: COUNTY }, null),
    ),
    ...communities.map((code) =>
      feature({ code, name: `${code.slice(-3)}社区`, level: 'community', parent: code.slice(0, 9) }, null),
    ),
    ...leaves.map(({ code, community, ring }) =>
      feature(
        {
          code,
          name: `${code.slice(-3)}网格`,
          level: 'grid',
          parent: community,
          ...(broken ? {} : { kind: 'urban' }),
        },
        { type: 'Polygon', coordinates: [ring] },
      ),
    ),
  ];
  const write = (file: string, lines: readonly string[]) =>
    writeFile(join(dir, file), `${lines.join('\n')}\n`);
  await mkdir(join(dir, 'calendar'), { recursive: true });
  await writeFile(join(dir, 'calendar/2026.json'), JSON.stringify({ ...statutoryDays(2026), final: true }));
  await write('city.yaml', settings);
  await write('areas.geojson', ['{"type":"FeatureCollection","features":[', features.join(',\n'), ']}']);
  await write('catalog.yaml', catalog(services));
  await write('units.csv', [
    'code,name,parent,phone,channel',
    ...range(UNITS).map((i) => `${unit(i)},${i}号单位,${i ? unit(0) : ''},12345,web`),
  ]);
  await write('routes.csv', routes(streets, communities, services));
  await write('ledger.csv', ledger(streets, leaves, broken));
  await write('places.csv', [
    'name,aliases,lng,lat,area,kind',
    ...range(places).map((i) => {
      const { code, inside } = leaves[(i * 7919) % leaves.length] as Leaf;
      // Every other place is to be found by its point.
      return `${1 + (i % 50)}弄${i}号,${i}号楼|${i}幢,${inside.join(',')},${broken ? `${code.slice(0, 12)}999` : i % 2 ? code : ''},门牌`;
    }),
  ]);
};

interface Leaf {
  readonly code: string;
  readonly street: string;
  readonly community: string;
  readonly ring: Ring;
  readonly inside: readonly [number, number];
}

/** Strips from west to east are streets, pieces of them from south to north communities. */
const arrange = (rings: readonly Ring[]): readonly Leaf[] => {
  const middles = rings.map((ring) => ({ ring, inside: middleOf(ring) }));
  const strips = chunks(
    middles.toSorted((a, b) => a.inside[0] - b.inside[0]),
    COMMUNITIES * GRIDS,
  );
  return strips.flatMap((strip, s) => {
    const street = `${COUNTY}${digits(s + 1)}`;
    const pieces = chunks(
      strip.toSorted((a, b) => a.inside[1] - b.inside[1]),
      GRIDS,
    );
    return pieces.flatMap((piece, c) => {
      const community = `${street}${digits(c + 1)}`;
      return piece.map((cell, g) => ({ ...cell, street, community, code: `${community}${digits(g + 1)}` }));
    });
  });
};

const middleOf = (ring: Ring): readonly [number, number] => {
  const corners = ring.slice(1);
  const sum = (axis: 0 | 1): number => corners.reduce((total, corner) => total + corner[axis], 0);
  return [round(sum(0) / corners.length), round(sum(1) / corners.length)];
};

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const digits = (n: number, width = 3): string => String(n).padStart(width, '0');
const unit = (i: number): string => `U${digits(i)}`;
const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  range(Math.ceil(items.length / size)).map((i) => items.slice(i * size, (i + 1) * size));

const groupOf = (service: number): string => digits(1 + (service % GROUPS), 2);
const codeOf = (service: number): string => `${groupOf(service)}${digits(service)}`;

const settings = [
  'id: big',
  'name: 大城',
  'timezone: Asia/Shanghai',
  'hours: [["09:00", "12:00"], ["13:30", "17:30"]]',
  'levels: [county, street, community, grid]',
  'rounds: 2',
  'unratedAfter: 5wd',
  'duplicates: { metres: 100, within: 7d }',
  'notices: { quiet: ["21:30", "07:30"] }',
];

const catalog = (services: number): readonly string[] => [
  'groups:',
  ...range(GROUPS).map((i) => `  - { code: "${groupOf(i)}", name: 第${i}大类 }`),
  'services:',
  ...range(services).flatMap((i) => [
    `  - code: "${codeOf(i)}"`,
    `    name: 第${i}项`,
    `    group: "${groupOf(i)}"`,
    '    kind: request',
    `    words: [${range(8).map((n) => `说法${i}之${n}`)}]`,
    '    not: []',
    '    verify: true',
    '    check: true',
    '    needs: [place, text]',
    '    conditions:',
    '      - { code: a, name: 一般, urgent: false, limits: { verify: 2h, accept: 2wh, sign: 1wh, handle: 3wd, check: 4wh } }',
    '      - { code: b, name: 严重, urgent: true, limits: { verify: 30m, accept: 30m, sign: 30m, handle: 8h, check: 4h } }',
  ]),
];

/** The county by group, each street for every fifth service, each community for one. */
const routes = (
  streets: readonly string[],
  communities: readonly string[],
  services: number,
): readonly string[] => [
  'service,area,unit,share',
  ...range(GROUPS).map((i) => `${groupOf(i)}*,${COUNTY},${unit(i)},lead`),
  ...streets.flatMap((street, s) =>
    range(services)
      .filter((i) => i % 5 === s % 5)
      .map((i) => `${codeOf(i)},${street},${unit(i % UNITS)},lead`),
  ),
  ...communities.map((community, c) => `${codeOf(c % services)},${community},${unit(c % UNITS)},lead`),
];

const ledger = (streets: readonly string[], leaves: readonly Leaf[], broken: boolean): readonly string[] => [
  'area,role,unit,person,name,phone,channel,deputy,superior,from,to',
  `${COUNTY},leader,,L000,王秀英,,web,,,2025-01-01,`,
  ...range(UNITS).map((i) => `${COUNTY},handler,${unit(i)},H${i},处置员,,web,,L000,2025-01-01,`),
  ...streets.map((code, i) => `${code},dispatcher,,D${i},派遣员,,web,,L000,2025-01-01,`),
  ...leaves.map(
    ({ code }, i) =>
      `${code},supervisor,,S${i},网格员,,web,S${(i + 1) % leaves.length},L000,2025-01-01,${broken ? '2025-12-31' : ''}`,
  ),
];
