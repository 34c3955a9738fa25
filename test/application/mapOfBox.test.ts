import { mapOfBox } from '../../shared/application/mapOfBox.ts';
import { areasAnswerSchema } from '../../shared/contracts/web.ts';
import type { Area, Polygon } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { EAST, smallCity, smallKnowledge, WEST } from '../support/smallCity.ts';

const map = mapOfBox(smallKnowledge());
const shown = (answer: ReturnType<typeof map>) =>
  answer.features.filter(({ geometry }) => geometry).map(({ properties }) => properties.code);
const inWest = { west: 121.4705, south: 31.2305, east: 121.471, north: 31.231 };

describe('the map of a box', () => {
  test('of a small city is all its leaves, exact, under the areas above', () => {
    const answer = areasAnswerSchema.parse(map(undefined, 600));
    expect([answer.level, answer.leaves, shown(answer)]).toEqual(['grid', true, [WEST, EAST]]);
    expect(answer.features.map(({ properties }) => properties.code).sort()).toEqual(
      smallCity.areas.map(({ code }) => code).sort(),
    );
    const west = answer.features.find(({ properties }) => properties.code === WEST);
    expect(west?.geometry?.coordinates).toEqual(smallCity.areas[3]?.polygons);
  });

  test('holds the leaves that touch it and no other', () => {
    const answer = map(inWest, 600);
    expect([answer.leaves, shown(answer)]).toEqual([true, [WEST]]);
    expect(answer.features.map(({ properties }) => properties.level)).toEqual([
      'community',
      'street',
      'county',
      'grid',
    ]);
    expect(shown(map({ west: 10, south: 10, east: 11, north: 11 }, 600))).toEqual([]);
  });

  test.each<[number, string, boolean, number]>([
    [600, 'grid', true, 400],
    [399, 'community', false, 4],
    [3, 'street', false, 2],
    [1, 'county', false, 1],
  ])('shows the finest level of which at most %i are there: %s', (most, level, leaves, count) => {
    const answer = mapOfBox(smallKnowledge({ areas: manyAreas(), places: [] }))(undefined, most);
    expect([answer.level, answer.leaves, shown(answer).length]).toEqual([level, leaves, count]);
    const box = { west: 120, south: 30, east: 122, north: 32 };
    const again = mapOfBox(smallKnowledge({ areas: manyAreas(), places: [] }))(box, most);
    expect([again.level, shown(again).length]).toEqual([level, count]);
  });

  test('stays under a megabyte whatever detail the leaves have, and neighbours stay neighbours', () => {
    const detailed = mapOfBox(smallKnowledge({ areas: manyAreas(60), places: [] }))(undefined, 600);
    expect(shown(detailed)).toHaveLength(400);
    expect(JSON.stringify(detailed).length).toBeLessThan(1_000_000);
    const corners = (code: string) =>
      new Set(
        (detailed.features.find(({ properties }) => properties.code === code)?.geometry?.coordinates ?? [])
          .flat(2)
          .map(String),
      );
    const [first, second] = shown(detailed).slice(0, 2);
    const common = [...corners(first ?? '')].filter((corner) => corners(second ?? '').has(corner));
    expect(common.length).toBeGreaterThan(1);
  });

  test.each([
    ['round', 0],
    ['ragged', 0.5],
  ])('of a thousand %s leaves of 500 corners in a small part of it stays under a megabyte', (_, ragged) => {
    const answer = mapOfBox(crowdedCity(1, ragged))(undefined, 1_000);
    areasAnswerSchema.parse(answer);
    expect([answer.leaves, shown(answer).length]).toEqual([true, 1_000]);
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(1_000_000);
    // What is too small for the lattice is no more than its box, closed, and where it was.
    const found = answer.features.find(({ properties }) => properties.code === '990101001001500');
    const ring = (found?.geometry?.coordinates[0]?.[0] ?? []) as Polygon[number];
    expect([4, 5]).toContain(ring.length);
    expect(ring[0]).toEqual(ring.at(-1));
    for (const [lng, lat] of ring)
      expect(Math.hypot(lng - middleOf(500)[0], lat - middleOf(500)[1])).toBeLessThan(1e-4);
  });

  test('shows the level above where leaves do not fit however roughly they are drawn', () => {
    const answer = mapOfBox(crowdedCity(40))(undefined, 1_000);
    expect([answer.level, answer.leaves, shown(answer)]).toEqual(['community', false, ['990101001001']]);
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(1_000_000);
  });
});

/** Asked for shapes as they are: to pack half a million corners takes longer than to draw them. */
const crowdedCity = (islands: number, ragged = 0): Knowledge => {
  const areas = crowded(islands, ragged);
  const shapes = new Map(areas.map(({ code, polygons }) => [code, polygons]));
  const bare = areas.map(({ polygons: _, ...area }) => area);
  const top = square(0, 0, 1);
  return { ...smallKnowledge({ areas: bare, places: [] }), shapeOf: (code) => shapes.get(code) ?? [top] };
};

/** A thousand leaves of 500 corners, all but one of them in a small part of the city; each of so many islands. */
const crowded = (islands: number, ragged = 0): readonly Area[] => {
  let seed = 1;
  const random = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const disc = ([x, y]: readonly [number, number], radius: number): Polygon => {
    const corners = Math.floor(500 / islands);
    const ring = Array.from({ length: corners }, (_, i): readonly [number, number] => {
      const far = radius * (1 - ragged * random());
      const turn = (i / corners) * 2 * Math.PI;
      return [x + far * Math.cos(turn), y + far * Math.sin(turn)];
    });
    return [[...ring, ring[0] as readonly [number, number]]];
  };
  const parts: readonly Area[] = [
    { code: '990101', name: '区', level: 'county' },
    { code: '990101001', name: '街道', level: 'street', parent: '990101' },
    { code: '990101001001', name: '社区', level: 'community', parent: '990101001' },
  ];
  const leaves = Array.from({ length: 1_000 }, (_, at): Area => {
    const code = `990101001001${String(at).padStart(3, '0')}`;
    const [x, y] = middleOf(at);
    const polygons = Array.from({ length: islands }, (_, i) =>
      at === 0 ? disc([122.5 + i / 50, 31], 0.005) : disc([x + i * 5e-7, y], 2e-5 / islands),
    );
    return { code, name: code, level: 'grid', parent: '990101001001', polygons };
  });
  return [...parts, ...leaves];
};

const middleOf = (at: number): readonly [number, number] => [
  121 + (at % 32) * 4e-5,
  31 + Math.floor(at / 32) * 4e-5,
];

/** Two streets of two communities of a hundred square leaves; `detail`: points on each side. */
const manyAreas = (detail = 1): readonly Area[] => {
  const parts: Area[] = [{ code: '990101', name: '区', level: 'county' }];
  for (const street of ['990101001', '990101002']) {
    parts.push({ code: street, name: street, level: 'street', parent: '990101' });
    for (const community of [`${street}001`, `${street}002`]) {
      parts.push({ code: community, name: community, level: 'community', parent: street });
      for (let i = 0; i < 100; i++) {
        const east = 20 * Number(street.at(-1)) + 10 * Number(community.at(-1)) + (i % 10);
        const code = `${community}${String(i + 1).padStart(3, '0')}`;
        const polygons = [square(east, Math.floor(i / 10), detail)];
        parts.push({ code, name: code, level: 'grid', parent: community, polygons });
      }
    }
  }
  return parts;
};

const square = (x: number, y: number, detail: number): Polygon => {
  const at = (dx: number, dy: number): [number, number] => [
    Math.round((121 + (x + dx) / 1_000) * 1e7) / 1e7,
    Math.round((31 + (y + dy) / 1_000) * 1e7) / 1e7,
  ];
  const sides = [
    (t: number) => at(t, 0),
    (t: number) => at(1, t),
    (t: number) => at(1 - t, 1),
    (t: number) => at(0, 1 - t),
  ];
  const ring = sides.flatMap((side) => Array.from({ length: detail }, (_, i) => side(i / detail)));
  return [[...ring, at(0, 0)]];
};
