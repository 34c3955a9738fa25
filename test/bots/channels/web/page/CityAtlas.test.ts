import { CityAtlas } from '../../../../../bots/channels/web/page/CityAtlas.ts';
import type { Box } from '../../../../../bots/channels/web/page/CityShape.ts';
import type { AreasAnswer } from '../../../../../shared/contracts/web.ts';

/** One area a square of so many degrees, over a tenth of a degree. */
const grid = (
  level: string,
  side: number,
  [west, south, east, north] = [121, 31, 121.1, 31.1],
): AreasAnswer => {
  const features: AreasAnswer['features'] = [];
  for (let x = Math.round(west / side); x * side < east - 1e-9; x++)
    for (let y = Math.round(south / side); y * side < north - 1e-9; y++) {
      const [lng, lat] = [x * side, y * side];
      const ring = [
        [lng, lat],
        [lng + side, lat],
        [lng + side, lat + side],
        [lng, lat + side],
        [lng, lat],
      ] as [number, number][];
      features.push({
        type: 'Feature',
        properties: { code: `${level}${x}.${y}`, name: `${x}.${y}`, level },
        geometry: { type: 'Polygon', coordinates: [ring] },
      });
    }
  return { type: 'FeatureCollection', level, leaves: level === 'cell', features };
};

/** Cells only where the box is small. */
const setUp = (whole = grid('street', 0.05)) => {
  const asked: string[] = [];
  const trouble = { on: false };
  const atlas = new CityAtlas(whole, async (name) => {
    asked.push(name);
    if (trouble.on) throw new Error('offline');
    const box = name.split(',').map(Number);
    const [west = 0, , east = 0] = box;
    return east - west < 0.03
      ? grid('cell', 0.001, box as [number, number, number, number])
      : grid('community', 0.01, box as [number, number, number, number]);
  });
  const seen = (lng: number, lat: number, degrees: number): Box => {
    const low = atlas.whole.toSpot({ lng: lng - degrees / 2, lat: lat - degrees / 2 });
    const high = atlas.whole.toSpot({ lng: lng + degrees / 2, lat: lat + degrees / 2 });
    return { left: low.x, right: high.x, top: high.y, bottom: low.y };
  };
  const codeAt = (lng: number, lat: number) => atlas.leafAt(atlas.whole.toSpot({ lng, lat }))?.code;
  return { atlas, asked, trouble, seen, codeAt };
};

describe('the map of a large city', () => {
  test('shows finer areas where somebody looks, and keeps them', async () => {
    const { atlas, asked, seen, codeAt } = setUp();
    expect(atlas.detail(seen(121.0505, 31.0505, 0.05))).toBeUndefined();
    expect(codeAt(121.0505, 31.0505)).toMatch(/^street/u);
    expect(await atlas.look(seen(121.0505, 31.0505, 0.05))).toBe(true);
    expect(codeAt(121.0505, 31.0505)).toMatch(/^community/u);
    expect(await atlas.look(seen(121.0505, 31.0505, 0.01))).toBe(true);
    expect(codeAt(121.0505, 31.0505)).toMatch(/^cell/u);
    expect(atlas.detail(seen(121.0505, 31.0505, 0.01))?.leaves[0]?.code).toMatch(/^cell/u);
    expect(atlas.detail(seen(121.0505, 31.0505, 0.05))?.leaves[0]?.code).toMatch(/^community/u);
    expect(asked).toHaveLength(2);
  });

  test('asks once for what it has, whether somebody moves a little or looks closer at cells', async () => {
    const { atlas, asked, seen } = setUp();
    await atlas.look(seen(121.0505, 31.0505, 0.01));
    for (const view of [seen(121.051, 31.051, 0.01), seen(121.0505, 31.0505, 0.001)])
      expect(await atlas.look(view)).toBe(false);
    expect(asked).toHaveLength(1);
    expect(await atlas.look(seen(121.08, 31.0505, 0.01))).toBe(true);
  });

  test('asks nothing when all of it is seen, nor of a small city', async () => {
    const large = setUp();
    expect(await large.atlas.look(large.seen(121.05, 31.05, 0.2))).toBe(false);
    const small = setUp(grid('cell', 0.02));
    expect(await small.atlas.look(small.seen(121.05, 31.05, 0.001))).toBe(false);
    expect([large.asked, small.asked]).toEqual([[], []]);
  });

  test('works with what it has while there is no network, and asks again later', async () => {
    const { atlas, asked, trouble, seen, codeAt } = setUp();
    await atlas.look(seen(121.0505, 31.0505, 0.05));
    trouble.on = true;
    await expect(atlas.look(seen(121.0505, 31.0505, 0.01))).rejects.toThrow('offline');
    expect(codeAt(121.0505, 31.0505)).toMatch(/^community/u);
    trouble.on = false;
    expect(await atlas.look(seen(121.0505, 31.0505, 0.01))).toBe(true);
    expect(asked).toHaveLength(3);
  });

  test('says that a spot is outside only where cells are known', async () => {
    const { atlas, seen } = setUp();
    const beyond = atlas.whole.toSpot({ lng: 121.1005, lat: 31.0505 });
    expect(atlas.isOutside(beyond)).toBe(false);
    const box = seen(121.0995, 31.0505, 0.004);
    await atlas.look(box);
    expect(atlas.isOutside(atlas.whole.toSpot({ lng: 121.0995, lat: 31.0505 }))).toBe(false);
    const small = new CityAtlas(grid('cell', 0.02), () => Promise.reject(new Error('never')));
    expect(small.isOutside(small.whole.toSpot({ lng: 121.2, lat: 31.05 }))).toBe(true);
  });

  test('asks for boxes on a lattice: neighbours in the same place ask for the same', async () => {
    const one = setUp();
    const other = setUp();
    await one.atlas.look(one.seen(121.0505, 31.0505, 0.01));
    await other.atlas.look(other.seen(121.0506, 31.0506, 0.0101));
    expect(one.asked).toEqual(other.asked);
  });
});
