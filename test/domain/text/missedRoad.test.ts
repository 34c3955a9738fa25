import type { Place } from '../../../shared/domain/city/City.ts';
import { buildPlaceFinder } from '../../../shared/domain/text/buildPlaceFinder.ts';
import { openPlaces } from '../../../shared/domain/text/openPlaces.ts';
import { packPlaces } from '../../../shared/domain/text/packPlaces.ts';

const place = (name: string, lng: number, ...aliases: string[]): Place => ({
  name,
  aliases,
  lng,
  lat: 31.23,
  area: '990101001001001',
  kind: '门牌',
});
const { find, miss } = buildPlaceFinder(
  openPlaces(
    packPlaces([
      place('建设路188号', 121.49),
      place('建设路12号', 121.471, '建设路十二号'),
      place('建设路中山路路口', 121.474, '中山路建设路路口'),
      place('建设路60号', 121.477),
      place('解放路15号', 121.472),
      place('建设路街道办事处', 121.478),
      place('向阳小区', 121.47),
    ]),
  ),
);
const ROAD = ['建设路12号', '建设路中山路路口', '建设路60号', '建设路188号'];

describe('a road without a number', () => {
  test.each([
    '建设路路灯坏了',
    '建设路的路灯坏了',
    '路灯坏了，在建设路',
    '建设路',
    '建设路上没有路灯',
    '建设路道路破损',
    '建设路路面坏了',
    '建设路边的垃圾',
    '建设路3个路灯坏了',
    '建设路北段',
    '是不是建设路？',
    '建設路的路燈壞了',
    '从建设路到解放路都黑了',
  ])('gives what is known along it, from one end to the other: %s', (text) => {
    expect(find(text)).toEqual([]);
    const found = miss(text);
    expect(found).toMatchObject({ kind: 'road' });
    expect(found?.near.map(({ name }) => name)).toEqual(ROAD);
  });

  test('at a crossing gives its crossings', () => {
    expect(miss('建设路路口的红绿灯')).toMatchObject({
      said: '建设路路口',
      near: [{ name: '建设路中山路路口' }],
    });
    expect(miss('解放路路口')?.near.map(({ name }) => name)).toEqual(['解放路15号']);
  });

  test('of which only crossings are known gives those', () => {
    expect(miss('中山路路灯坏了')).toMatchObject({ said: '中山路', near: [{ name: '建设路中山路路口' }] });
  });

  test.each([
    '建设路街道的路灯',
    '建设路小学门口',
    '建设路第二小学',
    '建设路菜市场',
    '便民药店建设路店',
    '银行建设路支行',
    '新建设路路灯坏了',
    '东建设路',
    '建设路一巷路灯坏了',
    '建设路支路',
    '建设路步行街',
    '建设路12路公交站',
    '建设路3号线',
    '建设路灯坏了',
    '建设路和月亮路路口',
    '月亮路和建设路路口',
    '月亮路路灯坏了',
    '道路坏了',
    '建设路没问题',
    '除了建设路都黑了',
  ])('is not in %s', (text) => expect(miss(text)?.kind).not.toBe('road'));

  test.each(['不是建设路', '不在建设路', '我不住建设路', '而非建设路', '路灯坏了，不是建设路'])(
    'is where it is not in %s',
    (text) => expect(miss(text)).toMatchObject({ kind: 'road', near: [], denied: true }),
  );

  test('that is denied gives way to another', () => {
    expect(miss('不是建设路，是解放路')).toMatchObject({ said: '解放路', near: [{ name: '解放路15号' }] });
  });

  test('gives way to a number and to a name with one wrong character', () => {
    expect(miss('建设路14号')?.kind).toBe('number');
    expect(miss('建设路向羊小区')).toMatchObject({ kind: 'spelling', said: '向羊小区' });
  });
});
