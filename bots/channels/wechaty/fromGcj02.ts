export interface LngLat {
  readonly lng: number;
  readonly lat: number;
}

/** Krasovsky 1940, which the shift is defined on. */
const A = 6_378_245;
const EE = 0.006_693_421_622_965_943;

/**
 * WeChat's maps give GCJ-02, the shifted coordinates that maps in China must show; a city's areas are WGS-84. Unconverted, a point
 * lies up to 700 m off: in another grid. The formula is the one everybody uses, and good to a metre or so; here it is turned round to
 * less than a millimetre. Outside mainland China's box nothing is shifted.
 */
export const fromGcj02 = (shifted: LngLat): LngLat => {
  let guess = shifted;
  for (let round = 0; round < 4; round++) {
    const again = toGcj02(guess);
    guess = { lng: guess.lng + shifted.lng - again.lng, lat: guess.lat + shifted.lat - again.lat };
  }
  return guess;
};

/** What a map in China shows for a true place. */
export const toGcj02 = ({ lng, lat }: LngLat): LngLat => {
  if (lng < 72.004 || lng > 137.8347 || lat < 0.8293 || lat > 55.8271) return { lng, lat };
  const x = lng - 105;
  const y = lat - 35;
  const rad = (lat / 180) * Math.PI;
  const magic = 1 - EE * Math.sin(rad) ** 2;
  const root = Math.sqrt(magic);
  return {
    lng: lng + (shiftLng(x, y) * 180) / ((A / root) * Math.cos(rad) * Math.PI),
    lat: lat + (shiftLat(x, y) * 180) / (((A * (1 - EE)) / (magic * root)) * Math.PI),
  };
};

const ripple = (x: number): number => ((Math.sin(6 * x * Math.PI) + Math.sin(2 * x * Math.PI)) * 20 * 2) / 3;

const slope = (value: number): number =>
  ((Math.sin(value * Math.PI) * 20 + Math.sin((value / 3) * Math.PI) * 40) * 2) / 3;

const shiftLat = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  ripple(x) +
  slope(y) +
  ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3;

const shiftLng = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  ripple(x) +
  slope(x) +
  ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
