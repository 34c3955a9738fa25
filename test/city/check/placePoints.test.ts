import { checkPlacePoints } from '../../../shared/city/check/checkPlacePoints.ts';
import { printFault } from '../../../shared/city/Fault.ts';
import { readCity } from '../../../shared/city/readCity.ts';
import { readCityFolder } from '../../../shared/city/readCityFolder.ts';
import { filesOf, smallCity, TODAY } from '../smallCity.ts';

const ONE = '990101001001001';
const TWO = '990101001001002';

/** The small city with these places: grids from 121.47 to 121.48 and on to 121.49, both from 31.23 to 31.24. */
const notesOf = (places: readonly string[], change: Readonly<Record<string, string>> = {}) => {
  const table = ['name,aliases,lng,lat,area,kind', ...places, ''].join('\n');
  const { faults, notes } = readCity(filesOf({ ...smallCity, 'places.csv': table, ...change }), TODAY);
  expect(faults).toEqual([]);
  return notes.map(printFault);
};

const REMEDY = '现在按所写的网格办；核对坐标，或让 area 空着。';

describe('a place whose point is not in the grid it names', () => {
  test('is told, with how far off it is', () => {
    expect(notesOf([`甲,,121.471,31.231,${ONE},`, `乙,,121.4796,31.235,${TWO},`])).toEqual([
      `places.csv:3: “乙”的坐标在 ${ONE}，写的是 ${TWO}，相差约 40 米。${REMEDY}`,
    ]);
  });

  test('is told when it is in no grid', () => {
    const outside = smallCity['areas.geojson']?.replaceAll('31.24]', '31.239]') ?? '';
    // A third grid keeps the city as wide as before.
    expect(
      notesOf([`甲,,121.471,31.2395,${ONE},`], {
        'areas.geojson': outside.replace('[121.48,31.239],[121.48,31.23]', '[121.485,31.25],[121.48,31.23]'),
      }),
    ).toEqual([`places.csv:2: “甲”的坐标不在任何网格里，写的是 ${ONE}，相差约 60 米。${REMEDY}`]);
  });

  test('is not told on the line between two grids, and not when it names none', () => {
    expect(
      notesOf([`甲,,121.48,31.235,${ONE},`, `乙,,121.48,31.236,${TWO},`, '丙,,121.471,31.231,,']),
    ).toEqual([]);
  });

  test('many are one note for the file', () => {
    const off = Array.from({ length: 18 }, (_, i) => `错${i},,121.4${71 + (i % 7)},31.23${i % 9},${TWO},`);
    const [note, ...others] = notesOf([`甲,,121.471,31.231,${ONE},`, ...off]);
    expect(others).toEqual([]);
    expect(note).toContain(
      `places.csv:3: 18 个地点的坐标不在所写的网格里，例如“错0”在 ${ONE}，写的是 ${TWO}，相差约 860 米`,
    );
    expect(note).not.toContain('偏移');
  });

  test('no place of the example city is', async () => {
    expect((await readCityFolder('cities/example', TODAY)).notes).toEqual([]);
  });
});

describe('places of the example city', () => {
  const read = readCityFolder('cities/example', TODAY);
  /** What is noted when its places stand so many degrees away. */
  const moved = async (by: (i: number) => readonly [number, number]) => {
    const { city } = await read;
    if (!city) throw new Error('The example city has faults');
    const places = city.places.map((place, i) => {
      const [dx, dy] = by(i);
      return { ...place, lng: place.lng + dx, lat: place.lat + dy };
    });
    const [note] = checkPlacePoints({
      city: { ...city, places },
      unreadable: new Set(),
      partial: new Set(),
      today: TODAY,
    });
    return note;
  };

  test('that were all moved like a Chinese web map are told to be so', async () => {
    // As 高德 shows them in Shanghai: some 440 m east and 220 m south.
    const note = await moved(() => [0.0046, -0.002]);
    expect(note).toMatchObject({ note: true, remedy: expect.stringContaining('import --crs gcj02') });
    const [, metres] = /整体偏移约 (\d+) 米/u.exec(note?.what ?? '') ?? [];
    expect(Math.abs(Number(metres) - 490)).toBeLessThan(60);
  });

  test.each<[string, (i: number) => readonly [number, number]]>([
    ['to all sides', (i) => [0.0046 * Math.cos(i), 0.0046 * Math.sin(i)]],
    ['but for most of them', (i) => (i % 3 === 0 ? [0.0046, -0.002] : [0, 0])],
    ['too far for a map', () => [0.02, 0]],
  ])('that were moved %s are not', async (_name, by) => {
    const note = await moved(by);
    expect(note?.what).toContain('个地点的坐标不在所写的网格里');
    expect(note?.what).not.toContain('整体偏移');
    expect(note?.remedy).toBe('现在按所写的网格办；核对坐标，或让 area 空着');
  });
});
