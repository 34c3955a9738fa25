import type { Polygon } from '../../../shared/domain/city/City.ts';

const units = (degrees: number): number => Math.round(degrees * 1e7);

/** The half-open test in big integers, as plainly as it can be said: the reference. */
export const holdsExactly = (polygons: readonly Polygon[], lng: number, lat: number): boolean => {
  const passed = polygons
    .flat()
    .flatMap((ring) => ring.slice(1).filter((to, i) => passes(ring[i] ?? to, to, [lng, lat])));
  return passed.length % 2 === 1;
};

const passes = (from: Corner, to: Corner, [lng, lat]: Corner): boolean => {
  const [low, high] = from[1] < to[1] ? [from, to] : [to, from];
  if (units(low[1]) > units(lat) || units(lat) >= units(high[1])) return false;
  const [ax, ay, bx, by, x, y] = [...low, ...high, lng, lat].map((degrees) => BigInt(units(degrees))) as Six;
  return (x - ax) * (by - ay) >= (bx - ax) * (y - ay);
};

type Corner = readonly [number, number];
type Six = [bigint, bigint, bigint, bigint, bigint, bigint];
