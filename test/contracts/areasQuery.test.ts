import { areasQuerySchema } from '../../shared/contracts/web.ts';

describe('the question for a map', () => {
  test('is for all of the city, or a box of degrees', () => {
    expect(areasQuerySchema.parse({})).toEqual({ most: 600 });
    expect(areasQuerySchema.parse({ box: '121.4,31.2,121.5,31.25', most: '20' })).toEqual({
      box: { west: 121.4, south: 31.2, east: 121.5, north: 31.25 },
      most: 20,
    });
    expect(areasQuerySchema.parse({ box: '-1.5,-2,0,3' }).box).toEqual({
      west: -1.5,
      south: -2,
      east: 0,
      north: 3,
    });
  });

  test.each([
    { box: '' },
    { box: '121,31,122' },
    { box: '121,31,122,32,33' },
    { box: '122,31,121,32' },
    { box: '121,32,122,31' },
    { box: 'a,b,c,d' },
    { box: '1e9,0,2e9,1' },
    { box: '121,31,NaN,32' },
    { most: '0' },
    { most: '1001' },
    { most: 'x' },
    { bbox: '121,31,122,32' },
  ])('%j is none', (query) => {
    expect(areasQuerySchema.safeParse(query).success).toBe(false);
  });
});
