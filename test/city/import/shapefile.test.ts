import { zipSync } from 'fflate';
import { CODE, importMap, SQUARE } from './gridMap.ts';
import { dbfOf, shpOf } from './shapefileOf.ts';
import { eachWorkplace, gbk } from './workplace.ts';

const place = eachWorkplace();

const areas = importMap(place);

describe('a Shapefile', () => {
  const clockwise = SQUARE.toReversed();
  const LONGITUDE =
    'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
  const rows = (encode: (text: string) => Uint8Array) =>
    dbfOf(['CODE', 'NAME'], [[encode(CODE), encode('建设路第一网格')]]);
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const zip = (parts: Readonly<Record<string, Uint8Array | string>>): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? utf8(part) : part]),
      ),
    );

  test.each<[string, (text: string) => Uint8Array, string | undefined]>([
    ['GBK', gbk, 'GBK'],
    ['GBK that says UTF-8', gbk, 'UTF-8'],
    ['GBK that says nothing', gbk, undefined],
    ['UTF-8', utf8, 'UTF-8'],
    ['UTF-8 that says 936', utf8, '936'],
    ['UTF-8 that says nothing', utf8, undefined],
  ])('in %s is read', async (_name, encode, cpg) => {
    const parts = {
      'w.shp': shpOf([clockwise]),
      'w.dbf': rows(encode),
      'w.prj': LONGITUDE,
      ...(cpg ? { 'w.cpg': cpg } : {}),
    };
    const { found } = await areas('w.zip', zip(parts));
    expect(found?.at(-1)?.properties).toMatchObject({ code: CODE, name: '建设路第一网格' });
  });

  test('in a projection is turned into longitude and latitude', async () => {
    const prj =
      'PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    const ring = [
      [500000, 3456000],
      [500000, 3457000],
      [501000, 3457000],
      [501000, 3456000],
      [500000, 3456000],
    ] as const;
    const { found, said } = await areas(
      'w.zip',
      zip({ 'w.shp': shpOf([ring]), 'w.dbf': rows(utf8), 'w.prj': prj }),
    );
    const [lng = 0, lat = 0] = found?.at(-1)?.geometry?.coordinates[0]?.[0] ?? [];
    expect([said, lng]).toEqual([said, 120]);
    // The length of the meridian to there, by the formula of the ellipsoid.
    expect(Math.abs(lat - 31.2259)).toBeLessThan(0.01);
  });

  test('beside its other files is read; without them that is told', async () => {
    await place().put('w.dbf', rows(utf8));
    const noted = await areas('w.shp', shpOf([clockwise]));
    expect(noted.out[0]).toBe(
      'w.shp: 注意：没有 .prj 文件，坐标当作经纬度读。核对位置；有 .prj 就放在一起。',
    );
    expect(noted.found?.at(-1)?.geometry?.coordinates[0]).toHaveLength(5);
    expect((await areas('v.shp', shpOf([clockwise]), '--yes')).out[0]).toContain(
      'v.shp: 没有同名的 .dbf 文件',
    );
  });

  test.each<[string, Uint8Array | string, string]>([
    ['a damaged archive', 'PK', 'w.zip: 压缩包已损坏。'],
    ['an archive of something else', zip({ 'a.txt': 'x' }), 'w.zip: 压缩包里没有 .shp 文件。'],
    ['a damaged one', zip({ 'w.shp': 'xxxx', 'w.dbf': 'x' }), 'w.zip: Shapefile 已损坏，读不出来。'],
    [
      'tables of another length',
      zip({ 'w.shp': shpOf([clockwise, clockwise]), 'w.dbf': rows(utf8), 'w.prj': LONGITUDE }),
      'w.zip: .shp 有 2 个图形，.dbf 有 1 行。',
    ],
  ])('%s is told', async (_name, content, line) => {
    const { code, said } = await areas('w.zip', content);
    expect([code, said]).toEqual([1, expect.stringContaining(line)]);
  });
});
