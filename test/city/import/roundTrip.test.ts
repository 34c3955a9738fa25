import { readFile } from 'node:fs/promises';
import gcoord from 'gcoord';
import { readCityFolder } from '../../../shared/city/readCityFolder.ts';
import type { City } from '../../../shared/domain/city/City.ts';
import { TODAY } from '../smallCity.ts';
import { eachWorkplace, gbk, workbook } from './workplace.ts';

/** Its types are those of an ES module; Node gets the CommonJS one. */
const { transform, WGS84, GCJ02, BD09 } = gcoord as unknown as typeof gcoord.default;

const place = eachWorkplace();

const rowsOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(','));

const example = async (): Promise<City> => {
  const { city } = await readCityFolder('cities/example', TODAY);
  if (!city) throw new Error('The example is broken');
  return city;
};

/** Every number within a centimetre or ten, everything else the same. */
const expectSame = (found: unknown, wanted: unknown): void => {
  const round = (_key: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value;
  expect(JSON.parse(JSON.stringify(found, round))).toEqual(JSON.parse(JSON.stringify(wanted, round)));
};

const furthest = (found: City, wanted: City): number => {
  const numbers = (city: City): number[] => [
    ...city.places.flatMap(({ lng, lat }) => [lng, lat]),
    ...city.areas.flatMap((area) => (area.polygons ?? []).flat(3)),
  ];
  const others = numbers(wanted);
  return Math.max(...numbers(found).map((value, i) => Math.abs(value - (others[i] ?? Number.NaN))));
};

test('the example comes back from workbooks with Chinese headers, a GBK table and shifted maps', async () => {
  const before = await example();
  const ledger = rowsOf(await readFile('cities/example/ledger.csv', 'utf8'));
  const units = await readFile('cities/example/units.csv', 'utf8');
  const map = JSON.parse(await readFile('cities/example/areas.geojson', 'utf8'));
  for (const { geometry } of map.features) if (geometry) transform(geometry, WGS84, GCJ02);
  const places = before.places.map(({ name, aliases, lng, lat, area, kind }) => {
    const [x, y] = transform([lng, lat], WGS84, BD09);
    return [name, aliases.join('、'), x, y, Number(area), kind];
  });
  const [, ...posts] = ledger;
  const roles = {
    supervisor: '网格员',
    dispatcher: '派遣员',
    leader: '负责人',
    handler: '经办人',
    expert: '专家',
    auditor: '督查员',
    operator: '管理员',
  };
  const inChinese = posts.map(
    ([area, role = '', unit, person, name, phone, channel, deputy, superior, from = '', to]) => [
      Number(area),
      roles[role as keyof typeof roles],
      unit,
      person,
      name,
      Number(phone),
      channel,
      deputy,
      superior,
      new Date(`${from}T00:00:00`),
      to,
    ],
  );
  const { code, said } = await place().run([
    '--to',
    place().path('new'),
    '--city',
    'cities/example',
    '--crs',
    'areas=gcj02,places=bd09',
    '--areas',
    await place().put('网格.geojson', JSON.stringify(map)),
    '--ledger',
    await place().put(
      '台账.xlsx',
      workbook({
        台账: [
          [
            '网格编号',
            '岗位',
            '责任单位',
            '工号',
            '姓名',
            '联系电话',
            '渠道',
            '代理人',
            '上级',
            '任期起',
            '任期止',
          ],
          ...inChinese,
        ],
      }),
    ),
    '--places',
    await place().put(
      '地点.xls',
      workbook(
        { 地点: [['地名', '别名', '经度', '纬度', '网格编码', '类型'], ...places] },
        undefined,
        'biff8',
      ),
    ),
    '--units',
    await place().put(
      '单位.csv',
      gbk(
        units
          .replace('code,name,parent,phone,channel', '单位编码;单位名称;上级单位;电话;渠道')
          .replaceAll(',', ';'),
      ),
    ),
    '--routes',
    'cities/example/routes.csv',
  ]);
  expect(said).toContain('文件是 GBK 编码');
  expect(said).toContain('台账（台账.xlsx）：读到 141，用了 141');
  expect(code).toBe(0);
  const { city: after } = await readCityFolder(place().path('new'), TODAY);
  if (!after) throw new Error(said);
  expect(furthest(after, before)).toBeLessThan(1e-6);
  expectSame({ ...after, version: '' }, { ...before, version: '' });
});

test('a folder imported from itself is the same, byte for byte', async () => {
  const sources = ['areas.geojson', 'ledger.csv', 'places.csv', 'units.csv', 'routes.csv'];
  const args = sources.flatMap((file) => [`--${file.split('.')[0]}`, `cities/example/${file}`]);
  const { code, out } = await place().run(['--to', place().path('new'), '--city', 'cities/example', ...args]);
  expect([code, out.slice(5)]).toEqual([
    0,
    [
      '与 cities/example 相比没有变化',
      '已写入 new',
      '还要做的：',
      '  city.yaml 是照 cities/example 抄的，代号仍是 example：改成自己的代号和名称',
      expect.stringMatching(/^检查：没有问题，版本 [0-9a-f]{16}$/u),
    ],
  ]);
  for (const file of sources)
    expect(await place().text(`new/${file}`)).toBe(await readFile(`cities/example/${file}`, 'utf8'));
});
