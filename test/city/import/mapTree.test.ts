import { CODE, cell, collection, importMap, SQUARE } from './gridMap.ts';
import { eachWorkplace } from './workplace.ts';

const place = eachWorkplace();

const areas = importMap(place);

describe('a map of grids alone', () => {
  test('gets its upper areas, levels, parents and kind', async () => {
    const { found, out, code } = await areas(
      'a.geojson',
      collection([cell({ 网格编码: Number(CODE), 名称: '一网格' })]),
    );
    expect(found?.map(({ properties }) => properties)).toEqual([
      { code: '990101', name: '990101', level: 'county' },
      { code: '990101001', name: '990101001', level: 'street', parent: '990101' },
      { code: '990101001001', name: '990101001001', level: 'community', parent: '990101001' },
      { code: CODE, name: '一网格', level: 'grid', parent: '990101001001', kind: 'urban' },
    ]);
    expect(found?.at(-1)?.geometry?.coordinates).toEqual([SQUARE]);
    expect(out).toEqual(
      expect.arrayContaining([
        'a.geojson 990101: 注意：上级区域没有给，已补上，名称暂写编码（还有 990101001、990101001001）。在 areas.geojson 里改成真名。',
        '区域（a.geojson）：读到 1，用了 1',
        '已写入 new',
        '  city.yaml 是按通常情况写的：核对代号、名称、办公时间',
        '  3 个区域的名称暂写编码：在 areas.geojson 里改成真名',
      ]),
    );
    expect([code, await place().text('new/city.yaml')]).toEqual([
      1,
      expect.stringContaining('levels: [county, street, community, grid]'),
    ]);
  });

  test('takes the names that its upper areas had', async () => {
    const { found } = await areas(
      'a.geojson',
      collection([cell({ code: CODE, name: '一网格' })]),
      '--city',
      place().path('small'),
    );
    expect(found?.slice(0, 3).map(({ properties }) => properties.name)).toEqual(['小城', '一街', '一社区']);
  });

  test('of two counties gets a city above them', async () => {
    const { found } = await areas(
      'a.geojson',
      collection([cell({ code: CODE }), cell({ code: '990102001001001' })]),
    );
    expect(
      found?.slice(0, 3).map(({ properties }) => [properties.code, properties.level, properties.parent]),
    ).toEqual([
      ['990100', 'city', undefined],
      ['990101', 'county', '990100'],
      ['990102', 'county', '990100'],
    ]);
  });

  test('reads levels, kinds and parents in Chinese, and codes filled up with zeros', async () => {
    const { found, out } = await areas(
      'a.geojson',
      collection([
        { type: 'Feature', properties: { 编码: '990101000000', 名称: '小城', 级别: '区县' }, geometry: null },
        { type: 'Feature', properties: { 编码: '990101001000', 名称: '一街', 级别: '街道' }, geometry: null },
        {
          type: 'Feature',
          properties: { 编码: '990101001001', 名称: '一社区', 上级: '一街' },
          geometry: null,
        },
        cell({ 编码: CODE, 名称: '一网格', 上级: '一社区', 城乡类型: '农村' }),
      ]),
    );
    expect(
      found?.map(({ properties: { code, level, parent, kind } }) => [code, level, parent, kind]),
    ).toEqual([
      ['990101', 'county', undefined, undefined],
      ['990101001', 'street', '990101', undefined],
      ['990101001001', 'community', '990101001', undefined],
      [CODE, 'grid', '990101001001', 'rural'],
    ]);
    expect(out[0]).toBe('a.geojson#1: 注意：12 位统计编码末尾补的 0 已去掉（还有 #2）。看看对不对。');
  });

  test('keeps multipolygons and drops heights', async () => {
    const { found } = await areas(
      'a.geojson',
      collection([cell({ code: CODE }, [[SQUARE.map(([x, y]) => [x, y, 4.5])]] as never, 'MultiPolygon')]),
    );
    expect(found?.at(-1)?.geometry).toEqual({ type: 'MultiPolygon', coordinates: [[SQUARE]] });
  });
});

describe('coordinates', () => {
  const swapped = SQUARE.map(([x, y]) => [y, x]);

  test('that are swapped stop the import; --swap puts them right', async () => {
    const map = collection([cell({ code: CODE }, swapped), cell({ code: '990101001001002' }, swapped)]);
    const { code, out } = await areas('a.geojson', map);
    expect([code, out[0]]).toEqual([
      1,
      'a.geojson#1: 坐标的经纬度写反了（纬度在前）（还有 #2）。加 --swap。',
    ]);
    expect((await areas('a.geojson', map, '--swap')).found?.at(-1)?.geometry?.coordinates).toEqual([SQUARE]);
  });

  test('that are right stop it when --swap was said', async () => {
    const { code, out } = await areas('a.geojson', collection([cell({ code: CODE })]), '--swap');
    expect([code, out[0]]).toEqual([1, 'a.geojson#1: 坐标的经纬度写反了（纬度在前）。去掉 --swap。']);
  });

  test.each<[string, object, readonly number[][] | undefined, string]>([
    [
      'in metres',
      {},
      [
        [40520000, 3456000],
        [40520100, 3456000],
        [40520000, 3456100],
        [40520000, 3456000],
      ],
      '坐标像是以米为单位的投影坐标，不是经纬度。从地图软件导出时选 EPSG:4326（经纬度）。',
    ],
    [
      'abroad',
      {},
      [
        [2.3, 48.8],
        [2.4, 48.8],
        [2.4, 48.9],
        [2.3, 48.8],
      ],
      '图形不在国内。看看坐标系选得对不对。',
    ],
    [
      'of another system by name',
      { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4527' } } },
      undefined,
      '坐标系不是经纬度（WGS-84 或 CGCS2000）。从地图软件导出时选 EPSG:4326。',
    ],
  ])('%s are told', async (_name, head, ring, line) => {
    const { code, said } = await areas('a.geojson', collection([cell({ code: CODE }, ring)], head));
    expect([code, said]).toEqual([1, expect.stringContaining(line)]);
    expect(await place().names()).toEqual(['a.geojson', 'small']);
  });

  test.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4490', 'EPSG:4326'])(
    'of %s are taken',
    async (name) => {
      const { found } = await areas(
        'a.geojson',
        collection([cell({ code: CODE })], { crs: { type: 'name', properties: { name } } }),
      );
      expect(found).toHaveLength(4);
    },
  );
});
