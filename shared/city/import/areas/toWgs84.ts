import library from 'gcoord';

/** Its types are those of an ES module; Node gets the CommonJS one, which is its default export. */
const gcoord = library as unknown as typeof library.default;

export const CRS_NAMES = ['wgs84', 'gcj02', 'bd09'] as const;
export type CrsName = (typeof CRS_NAMES)[number];

type Position = readonly [number, number];
/** Degrees in, WGS-84 degrees out, with seven decimals: a centimetre, and what grids are stored with. */
export type ToWgs84 = (position: Position) => [number, number];

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
const SHIFTS = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;
/** Each round makes the rest at least twenty times smaller; the library alone stops at 0.1–0.3 m. */
const ROUNDS = 6;

/** Turns coordinates of Chinese web maps (GCJ-02: 高德, 腾讯; BD-09: 百度) back: looks for the place that they show there. */
export const toWgs84 = (crs: CrsName): ToWgs84 => {
  if (crs === 'wgs84') return ([lng, lat]) => [round(lng), round(lat)];
  const shift = SHIFTS[crs];
  return ([lng, lat]) => {
    let [x, y] = [lng, lat];
    for (let n = 0; n < ROUNDS; n++) {
      const [shownX, shownY] = gcoord.transform([x, y], gcoord.WGS84, shift);
      x += lng - shownX;
      y += lat - shownY;
    }
    return [round(x), round(y)];
  };
};
