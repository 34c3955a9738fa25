import type { Place } from '../../../shared/domain/city/City.ts';
import { exactName } from '../../../shared/domain/text/findNames.ts';
import { openPlaces } from '../../../shared/domain/text/openPlaces.ts';
import { packPlaces } from '../../../shared/domain/text/packPlaces.ts';

const PLACES: readonly Place[] = [
  {
    name: '向阳小区',
    aliases: ['向阳里'],
    lng: 121.4704801,
    lat: 31.231077,
    area: '990101001001001',
    kind: '小区',
  },
  { name: '便民药店', aliases: [], lng: 121.1, lat: 31.1, area: '990101001001001', kind: '商业' },
  { name: '便民药店', aliases: ['便民药店'], lng: 121.2, lat: 31.2, area: '990101002002003', kind: '商业' },
  { name: '𠮷祥路1号', aliases: ['A座'], lng: -0.1, lat: 0, area: '', kind: '' },
];

describe('packed places', () => {
  const bytes = packPlaces(PLACES);
  const index = openPlaces(bytes);
  const named = (name: string) => {
    const { low, high } = exactName(index, name);
    return Array.from({ length: high - low }, (_, at) => index.place(index.ownerOf(low + at)));
  };

  test.each([
    ['向阳里', [0]],
    ['便民药店', [1, 2]],
    ['𠮷祥路1号', [3]],
    ['a座', [3]],
    ['向阳', []],
    ['向阳小区北门', []],
  ])('%s has its places, in their order, to the last digit', (name, owners) => {
    expect(named(name)).toEqual(
      owners.map((at) => {
        const { name: own, lng, lat, area } = PLACES[at] as Place;
        return { name: own, lng, lat, area };
      }),
    );
  });

  test('are the same bytes again', () => {
    expect(packPlaces(PLACES)).toEqual(bytes);
  });

  test('are read wherever the bytes lie', () => {
    const moved = new Uint8Array(bytes.byteLength + 3);
    moved.set(bytes, 3);
    expect(openPlaces(moved.subarray(3)).place(0)).toEqual(index.place(0));
    expect(openPlaces(Buffer.from(bytes)).nameAt(0)).toBe(index.nameAt(0));
  });

  test('may be none', () => {
    const { all } = openPlaces(packPlaces([]));
    expect(all).toEqual({ low: 0, high: 0 });
  });

  test.each([
    ['empty', new Uint8Array()],
    ['cut', bytes.slice(0, -1)],
    ['too long', Uint8Array.from([...bytes, 0])],
    ['something else', new TextEncoder().encode(JSON.stringify(PLACES))],
  ])('are refused when the bytes are %s', (_, given) => {
    expect(() => openPlaces(given)).toThrow('no packed places');
  });
});
