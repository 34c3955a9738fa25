import { lstat, mkdir, readlink, rm, symlink } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { readCityFolder } from '../../../shared/city/readCityFolder.ts';
import { TODAY } from '../smallCity.ts';
import { eachWorkplace } from './workplace.ts';

const place = eachWorkplace();

const UNITS =
  '单位编码,单位名称,上级单位,电话,渠道\nU00,指挥中心,,12345,web\nU03,路灯养护所,U00,0990-5550103,web\n';

describe('a folder that is there already', () => {
  test('is not touched without --yes, and what would change is shown', async () => {
    const before = await place().text('small/units.csv');
    const { code, out, err } = await place().run([
      '--to',
      place().path('small'),
      '--units',
      await place().put('u.csv', UNITS),
    ]);
    expect(code).toBe(1);
    expect(out.slice(0, 4)).toEqual([
      '单位（u.csv）：读到 2，用了 2',
      '与 small 相比：',
      '单位：改名 1',
      expect.stringContaining('路灯养护所'),
    ]);
    expect(err).toEqual([
      '什么都没有写：small 里已有内容。加 --yes 就换掉它（原来的会留着），或用 --to 写到别处',
    ]);
    expect([await place().text('small/units.csv'), await place().names()]).toEqual([
      before,
      ['small', 'u.csv'],
    ]);
  });

  test('is replaced with --yes, kept beside it, and what was not given stays', async () => {
    await place().put('small/备注.txt', '别丢');
    const before = await place().text('small/units.csv');
    const file = await place().put('u.csv', UNITS);
    const { code, out } = await place().run(['--to', place().path('small'), '--units', file, '--yes']);
    expect([code, out.at(-1)]).toEqual([0, expect.stringMatching(/^检查：没有问题，版本/u)]);
    const [, aside = '', ...others] = await place().names();
    expect([aside, others]).toEqual([expect.stringMatching(/^small\.before-\d{8}-\d{6}$/u), ['u.csv']]);
    expect(out).toContain(`已写入 small；原来的留在 ${aside}，看过没问题可以删去`);
    expect(await place().text(`${aside}/units.csv`)).toBe(before);
    expect(await place().text('small/units.csv')).toContain('路灯养护所');
    expect(await place().text('small/备注.txt')).toBe('别丢');
  });

  test('that is empty is filled without asking', async () => {
    await place().put('new/x', '');
    await rm(place().path('new/x'));
    const file = await place().put('u.csv', UNITS);
    expect(
      (await place().run(['--to', place().path('new'), '--city', place().path('small'), '--units', file]))
        .code,
    ).toBe(0);
  });
});

describe('links', () => {
  const MAP = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: '990101001001001', name: '新网格', kind: 'urban' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [121.47, 31.23],
              [121.48, 31.23],
              [121.48, 31.24],
              [121.47, 31.23],
            ],
          ],
        },
      },
    ],
  });

  test.each<[string, readonly string[]]>([
    ['without --yes', []],
    ['with --yes', ['--yes']],
    ['when it fails', ['--yes', '--kind', 'urban', '--map', 'name=-', '--map', 'code=-']],
  ])('in the folder are not written through %s', async (_, more) => {
    const names = ['areas.geojson', 'routes.csv', 'units.csv'];
    await mkdir(place().path('data'));
    for (const name of names) {
      await place().put(`data/${name}`, await place().text(`small/${name}`));
      await rm(place().path(`small/${name}`));
      await symlink(place().path(`data/${name}`), place().path(`small/${name}`));
    }
    // Nothing to copy: a link to nothing, which writing would follow, and one to a folder around it.
    await symlink(place().path('data/none.csv'), place().path('small/备注.csv'));
    await symlink('..', place().path('small/up'));
    const before = await Promise.all(names.map((name) => place().text(`data/${name}`)));
    const units = await place().put('u.csv', UNITS);
    const { code, said } = await place().run([
      '--to',
      place().path('small'),
      '--areas',
      await place().put('m.geojson', MAP),
      '--units',
      units,
      ...more,
    ]);
    expect([code === 0, said.includes('什么都没有写')]).toEqual([false, !said.includes('已写入')]);
    expect(await Promise.all(names.map((name) => place().text(`data/${name}`)))).toEqual(before);
    expect(await place().names('data')).toEqual(names);
    const written = said.includes('已写入');
    expect(written).toBe(more.length === 1);
    expect((await lstat(place().path('small/units.csv'))).isSymbolicLink()).toBe(!written);
    expect((await place().text('small/units.csv')).includes('路灯养护所')).toBe(written);
    expect(await place().text('small/routes.csv')).toBe(before[1]);
  });

  test('to nothing are not written through either', async () => {
    await rm(place().path('small/units.csv'));
    await symlink(place().path('none.csv'), place().path('small/units.csv'));
    const units = await place().put('u.csv', UNITS);
    expect((await place().run(['--to', place().path('small'), '--units', units, '--yes'])).code).toBe(0);
    expect(await place().names()).not.toContain('none.csv');
    expect(await place().text('small/units.csv')).toContain('路灯养护所');
  });

  test.each(['', '/', '/.'])('to a folder mean that folder, named with %j at the end', async (end) => {
    await symlink('small', place().path('here'));
    const units = await place().put('u.csv', UNITS);
    const asked = ['--to', `${place().path('here')}${end}`, '--units', units];
    const first = await place().run(asked);
    expect([first.code, first.said]).toEqual([1, expect.stringContaining('什么都没有写：small 里已有内容')]);
    const { code, said } = await place().run([...asked, '--yes']);
    expect([code, said]).toEqual([0, expect.stringContaining('已写入 small；原来的留在 small.before-')]);
    expect([await readlink(place().path('here')), (await place().names()).length]).toEqual(['small', 4]);
    expect(await place().text('here/units.csv')).toContain('路灯养护所');
  });

  test.each(['nowhere', 'u.csv'])('to %s are no place for a folder', async (target) => {
    await symlink(target, place().path('here'));
    const units = await place().put('u.csv', UNITS);
    const { code, said } = await place().run(['--to', place().path('here'), '--units', units]);
    expect([code, said]).toEqual([1, expect.stringContaining('指向的不是文件夹')]);
    expect(await place().names()).toEqual(['here', 'small', 'u.csv']);
  });
});

test('what nobody gave has its headers, and is told', async () => {
  const { code, out } = await place().run([
    '--to',
    place().path('新城'),
    '--units',
    await place().put('u.csv', UNITS),
  ]);
  expect(code).toBe(1);
  expect(out.slice(0, 10)).toEqual([
    '单位（u.csv）：读到 2，用了 2',
    '新城 里没有可比较的，全部是新的',
    '已写入 新城',
    '还要做的：',
    '  city.yaml 是按通常情况写的：核对代号、名称、办公时间',
    '  areas.geojson 还是空的：用 --areas 导入地图',
    '  ledger.csv 只有表头：用 --ledger 导入，或照表头填写',
    '  places.csv 只有表头：用 --places 导入，或照表头填写',
    '  routes.csv 只有表头：用 --routes 导入，或照表头填写',
    '  catalog.yaml 还没有事项：从 cities/example 抄来，再按本地的改',
  ]);
  expect((await place().names('新城')).toSorted()).toEqual([
    'areas.geojson',
    'catalog.yaml',
    'city.yaml',
    'ledger.csv',
    'places.csv',
    'routes.csv',
    'units.csv',
  ]);
  expect(await place().text('新城/city.yaml')).toContain('id: "mycity"');
});

test('a folder with faults is written, checked, and answers 1', async () => {
  const file = await place().put('u.csv', UNITS.replace('U03,', 'U04,'));
  const { code, out, err } = await place().run([
    '--to',
    place().path('new'),
    '--city',
    place().path('small'),
    '--units',
    file,
  ]);
  expect([code, err]).toEqual([1, [expect.stringMatching(/^共 \d+ 处问题$/u)]]);
  expect(out).toContain('已写入 new');
  expect(out.at(-1)).toMatch(/U03/u);
});

test('a mere mistake leaves nothing behind', async () => {
  const { code } = await place().run([
    '--to',
    place().path('new'),
    '--units',
    await place().put('u.csv', '甲,乙\n1,2\n'),
  ]);
  expect([code, await place().names()]).toEqual([1, ['small', 'u.csv']]);
});

test.each([
  [['--units', 'u.csv'], '没有写 --to'],
  [['--to', 'x'], '没有写来源'],
  [['--to', 'x', '--units'], '--units'],
])('%j is wrong usage, with help', async (args, said) => {
  const { code, err } = await place().run(args);
  expect([code, err.join()]).toEqual([2, expect.stringContaining(said)]);
  expect(err.join()).toContain('例 / examples');
});

test('a start that is no folder is told', async () => {
  const { code, err } = await place().run([
    '--to',
    place().path('new'),
    '--units',
    'u.csv',
    '--city',
    place().path('nowhere'),
  ]);
  expect([code, err]).toEqual([1, ['--city nowhere 不是文件夹：检查路径']]);
});

test('has help', async () => {
  const { code, out } = await place().run(['--help']);
  expect([code, out[0]]).toEqual([
    0,
    expect.stringMatching(/--areas[\s\S]*--crs[\s\S]*--stage[\s\S]*import --to cities\/mine/u),
  ]);
});

test('is compared with what is published when a stage is named', async () => {
  const { city } = await readCityFolder(place().path('small'), TODAY);
  if (!city) throw new Error('The small city is broken');
  const asked: string[] = [];
  const file = await place().put('u.csv', UNITS);
  const args = [
    '--to',
    place().path('new'),
    '--city',
    place().path('small'),
    '--units',
    file,
    '--stage',
    'dev',
    '--table',
    't',
  ];
  const { out } = await place().run(args, async ({ stage, table }) => {
    asked.push(stage, String(table));
    const pointer = { version: city.version, at: 0 };
    return {
      name: stage,
      blobs: {
        get: async (id: string) => (id === 'small' ? gzipSync(JSON.stringify(city)) : new Uint8Array()),
        put: async () => {},
      },
      store: { pointer: async () => pointer, history: async () => [pointer] },
    } as never;
  });
  expect(asked).toEqual(['dev', 't']);
  expect(out.slice(1, 3)).toEqual(['与已发布的 small 相比：', '单位：改名 1']);
});
