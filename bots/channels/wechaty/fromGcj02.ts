import library from 'gcoord';

/** Its types are those of an ES module; Node gets the CommonJS one, which is its default export. */
const gcoord = library as unknown as typeof library.default;

export interface LngLat {
  readonly lng: number;
  readonly lat: number;
}

/**
 * WeChat's maps give GCJ-02, the shifted coordinates that maps in China must show; a city's areas are WGS-84. Unconverted, a point
 * lies up to 700 m off: in another grid. The library's formula is the one everybody uses, and good to a metre or so. Its way back
 * stops at 0.1 m; here it is turned round to less than a millimetre. Outside mainland China's box nothing is shifted.
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
  const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
  return { lng: x, lat: y };
};
