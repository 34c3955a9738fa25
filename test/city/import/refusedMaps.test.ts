import { CODE, cell, collection, importMap, SQUARE } from './gridMap.ts';
import { eachWorkplace, gbk } from './workplace.ts';

const place = eachWorkplace();

const areas = importMap(place);

describe('what stops a map', () => {
  const whole = collection([cell({ code: CODE, name: '一网格' })]);
  test.each<[string, string | Uint8Array, string]>([
    [
      'a file that was not written to its end',
      whole.slice(0, -40),
      'a.geojson#1: JSON 从第 1 个图形起读不下去，或没有写完。从地图软件重新导出。',
    ],
    [
      'a broken one',
      whole.replace('"properties":', '"properties"'),
      'a.geojson#1: JSON 从第 1 个图形起读不下去，或没有写完。从地图软件重新导出。',
    ],
    [
      'another kind of JSON',
      '{"type":"Topology"}',
      'a.geojson: 不是 GeoJSON 的 FeatureCollection。从地图软件导出为 GeoJSON（要素集合）。',
    ],
    ['a list', '[1]', 'a.geojson: 不是 GeoJSON 的 FeatureCollection。从地图软件导出为 GeoJSON（要素集合）。'],
    [
      'an empty file',
      '',
      'a.geojson: 不是 GeoJSON 的 FeatureCollection。从地图软件导出为 GeoJSON（要素集合）。',
    ],
    ['no features', collection([]), 'a.geojson: 里面一个图形也没有。看看导出时选对了图层没有。'],
    ['another encoding', gbk(whole), 'a.geojson: 文件不是 UTF-8 编码。导出时编码选 UTF-8。'],
    [
      'no code',
      collection([cell({ name: '一网格' })]),
      'a.geojson: 图形没有“编码”（code）属性。补上它；属性名不同时用 --map 属性名=code。',
    ],
    [
      'unknown properties',
      collection([cell({ code: CODE, OBJECTID: 1, Shape_Area: 2 })]),
      'a.geojson: 不认识的属性：OBJECTID、Shape_Area。用 --map 属性名=含义 说明，或加 --ignore 不要这些属性。',
    ],
    [
      'two names',
      collection([cell({ code: CODE, NAME: '一', MC: '二' })]),
      'a.geojson: 属性 NAME、MC 都是 name。用 --map 说明不要哪个，如 --map MC=-。',
    ],
  ])('%s is told, and nothing is written', async (_name, content, line) => {
    const { code, out } = await areas('a.geojson', content);
    expect([code, out]).toEqual([1, expect.arrayContaining([line])]);
    expect(await place().names()).toEqual(['a.geojson', 'small']);
  });

  test('a grid whose kind nobody says', async () => {
    const file = await place().put('a.geojson', whole);
    const { code, out } = await place().run(['--to', place().path('new'), '--areas', file]);
    expect([code, out[0]]).toEqual([1, expect.any(String)]);
    expect(out).toContain('a.geojson#1: 没有写城乡类型。加 --kind urban（城镇）或 --kind rural（乡村）。');
  });

  test('a file with a byte order mark does not', async () => {
    expect((await areas('a.geojson', `\uFEFF${whole}`)).found).toHaveLength(4);
  });
});

describe('a shape that cannot be used', () => {
  test.each<[string, object, string]>([
    [
      'a line',
      cell({ code: CODE }, SQUARE, 'LineString'),
      '图形是 LineString，不是面。只导出面图层（Polygon、MultiPolygon）。',
    ],
    ['no coordinates', cell({ code: CODE }, []), '图形的坐标读不出来。从地图软件重新导出这个图形。'],
    [
      'texts for coordinates',
      cell({ code: CODE }, [...SQUARE.slice(0, 2), ['a', 'b'] as never]),
      '图形里有不是坐标的内容。从地图软件重新导出这个图形。',
    ],
    [
      'a code of no level',
      cell({ code: '12345' }),
      '编码“12345”的位数看不出是哪一级。区县 6 位、街道 9 位、社区 12 位、网格 15 位；其他位数要写级别。',
    ],
    ['an empty code', cell({ code: null }), '没有写编码。把编码存成文本再导出。'],
    [
      'a number that lost digits',
      cell({ code: 99010100100100112 }),
      '99010100100100112 超过 15 位，表格软件已把后面的位数变成 0。把编码存成文本再导出。',
    ],
  ])('%s is told and counted, the others are used', async (_name, feature, line) => {
    const { out, found } = await areas('a.geojson', collection([cell({ code: '990101001001009' }), feature]));
    expect(out).toEqual(
      expect.arrayContaining([`a.geojson#2: 跳过：${line}`, '区域（a.geojson）：读到 2，用了 1，跳过 1']),
    );
    expect(found).toHaveLength(4);
  });
});
