import { gzipSync } from 'node:zlib';
import { decodeCity } from '../../../../shared/city/decodeCity.ts';
import { staffingStore } from '../../../../shared/city/staffingStore.ts';
import { smallCity, withChange } from '../../../city/smallCity.ts';
import { openDesk } from './openDesk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk({ city: 'small' });
});
afterEach(() => desk.close());

const route = (...args: string[]) => desk.run('route', ...args);
const inFolder = (...args: string[]) => route('--city', desk.dir, ...args);

describe('route', () => {
  test('says every rule weighed, which decided, who answers and the limits, with the lines of the folder', async () => {
    const { code, out, err } = await inFolder('--service', '01037', '--place', '建设路1号');
    expect([code, err, desk.opened]).toEqual([0, [], []]);
    expect(out).toEqual([
      '事项：01037 路灯异常（按编码）',
      '网格：990101001001001 一网格 ← 990101001001 一社区 ← 990101001 一街 ← 990101 小城（地点 建设路1号）',
      '派遣规则（从小区域到大区域；同一区域从细事项到粗事项；先有的为准）：',
      '  1. 01037@990101001001001 没有',
      '  2. 01*@990101001001001 没有',
      '  3. *@990101001001001 没有',
      '  4. 01037@990101001001 没有',
      '  5. 01*@990101001001 没有',
      '  6. *@990101001001 没有',
      '  7. 01037@990101001 没有',
      '  8. 01*@990101001 没有',
      '  9. *@990101001 没有',
      '  10. 01037@990101 → 主办 U03 路灯管理所（routes.csv 第 2 行） ✓ 定了',
      '  11. 01*@990101 → 主办 U00 指挥中心（routes.csv 第 3 行），轮不到：前面已定',
      '  12. *@990101 → 主办 U00 指挥中心（routes.csv 第 4 行），轮不到：前面已定',
      '主办：U03 路灯管理所，由 01037@990101 定：排在前面的都没有写主办',
      '协办：无',
      '今天由谁负责：',
      '  网格监督员：S001 李建国 13800010002，网格监督员，代理人 S002 张桂兰，上级 L001 王秀英',
      '  主办 U03 路灯管理所：H001 刘志强 13800010004，处置人员，没有代理人，上级 L001 王秀英',
      '时限：',
      '  a 不亮：核实 2h，受理 2wh，签收 1wh，处置 3wd，核查 4wh',
      '  b 漏电（紧急）：核实 30m，受理 30m，签收 30m，处置 8h，核查 4h',
    ]);
  });

  test('says the limit of the second step where there is one', async () => {
    await desk.write(
      withChange('catalog.yaml', 'handle: 8h, check: 4h', 'handle: 8h, check: 4h, repair: 3wd'),
    );
    const { out } = await inFolder('--service', '01037', '--leaf', '990101001001001');
    expect(out.slice(-2)).toEqual([
      expect.stringMatching(/核查 4wh$/u),
      '  b 漏电（紧急）：核实 30m，受理 30m，签收 30m，处置 8h，核查 4h，修复 3wd',
    ]);
  });

  test('names assisting units beside the leading one', async () => {
    await desk.write(
      withChange('routes.csv', '01*,990101,U00,lead', '01*,990101001,U00,assist\n01*,990101,U00,lead'),
    );
    const { out } = await inFolder('--service', '01037', '--leaf', '990101001001001');
    expect(out).toContain('  8. 01*@990101001 → 协办 U00 指挥中心（routes.csv 第 3 行） ✓ 定了');
    expect(out).toContain('协办：U00 指挥中心');
  });

  test.each([
    ['its name', '路灯异常', '按名称'],
    ['what people say', '路灯坏了', '按说法“路灯坏了”'],
  ])('finds the service by %s', async (_what, said, by) => {
    const { out } = await inFolder('--service', said, '--leaf', '990101001001002');
    expect(out[0]).toBe(`事项：01037 路灯异常（${by}）`);
  });

  test.each([
    ['a point', ['--point', '121.485,31.235'], '990101001001002 二网格', '坐标 121.485,31.235'],
    ['a code', ['--leaf', '990101001001002'], '990101001001002 二网格', '按编码'],
    ['an alias', ['--place', '老邮局'], '990101001001001 一网格', '地点 建设路1号'],
  ])('finds the leaf by %s', async (_what, args, leaf, by) => {
    const { out } = await inFolder('--service', '01037', ...args);
    expect(out[1]).toMatch(new RegExp(`^网格：${leaf} ← .*（${by}）$`, 'u'));
  });

  test.each<[string, string, readonly string[], number, string]>([
    ['an unknown service', '洗衣机', ['--leaf', '990101001001001'], 1, '没有事项像“洗衣机”'],
    ['an unknown place', '01037', ['--place', '火星路9号'], 1, '没有找到地点“火星路9号”'],
    ['an unknown leaf', '01037', ['--leaf', '990101009'], 1, '没有编码为 990101009 的网格'],
    [
      'an area above the leaves',
      '01037',
      ['--leaf', '990101001'],
      1,
      '990101001 一街不是最末级，下面有：990101001001001 一网格',
    ],
    ['a point outside', '01037', ['--point', '121.1,31.2'], 1, '不在这个城市的任何网格里'],
    [
      'a swapped point',
      '01037',
      ['--point', '31.235,121.485'],
      1,
      '经纬度好像写反了，先经度后纬度：--point 121.485,31.235（990101001001002 二网格）',
    ],
    ['a swapped point elsewhere', '01037', ['--point', '39.9,116.4'], 1, '--point 116.4,39.9，但那也不在'],
    ['a swapped point for a place', '01037', ['--place', '31.235，121.485'], 1, '--point 121.485,31.235'],
    ['no point', '01037', ['--point', 'here'], 2, '“here”不是坐标'],
  ])('says what to do about %s', async (_what, service, args, code, words) => {
    const done = await inFolder('--service', service, ...args);
    expect([done.code, done.out]).toEqual([code, []]);
    expect(done.err.join('\n')).toContain(words);
  });

  test('offers the candidates of a name that stands for several places', async () => {
    await desk.write(withChange('places.csv', '东门,,121.485', '东门,,121.475,31.235,,路口\n东门,,121.485'));
    const { code, err } = await inFolder('--service', '01037', '--place', '东门');
    expect(code).toBe(1);
    expect(err.join('\n').split('\n')).toEqual([
      '“东门”有 2 处，选一个：',
      '  --leaf 990101001001001   东门，一网格 ← 一社区 ← 一街 ← 小城',
      '  --leaf 990101001001002   东门，二网格 ← 一社区 ← 一街 ← 小城',
    ]);
  });

  test('offers the likely services when words fit several', async () => {
    const { code, out, err } = await inFolder('--service', '路灯坏了井盖没了', '--leaf', '990101001001001');
    expect([code, out]).toEqual([1, []]);
    expect(err.join('\n').split('\n')).toEqual([
      '“路灯坏了井盖没了”说不准是哪个事项，写明一个：',
      '  --service 01001   井盖异常',
      '  --service 01037   路灯异常',
    ]);
  });

  test('asks a published version, the one in force unless told, under the leaves of today', async () => {
    const first = await desk.publish();
    await desk.write(withChange('routes.csv', '01037,990101,U03', '01037,990101,U00'));
    await desk.publish();
    const asked = ['--service', '01037', '--leaf', '990101001001001'];
    expect((await route(...asked)).out).toContain(
      '主办：U00 指挥中心，由 01037@990101 定：排在前面的都没有写主办',
    );
    expect((await route(...asked, '--version', first.slice(0, 8))).out).toContain(
      '主办：U03 路灯管理所，由 01037@990101 定：排在前面的都没有写主办',
    );
    const staffing = { bindings: {}, leaves: [{ person: 'S001', from: '2025-01-01' }] };
    const line = { at: 0, kind: 'leave', person: 'S001', by: 'admin', words: '' } as const;
    await staffingStore('small', { blobs: desk.blobs, versions: desk.store }).save(undefined, staffing, line);
    expect((await route(...asked, '--city', 'small')).out.join('\n')).toContain(
      '网格监督员：S002 张桂兰（代 S001，请假中） 13800010003，网格监督员，代理人 S002 张桂兰',
    );
  });

  test('says that nothing leads, of a version that was published before that was checked', async () => {
    const version = await desk.publish();
    const city = decodeCity(desk.objects.get(`small/${version}`) ?? new Uint8Array());
    desk.objects.set(`small/${version}`, gzipSync(JSON.stringify({ ...city, routes: [] })));
    const { code, out } = await route('--service', '01037', '--leaf', '990101001001001');
    expect(code).toBe(1);
    expect(out).toContain('主办：没有，要由派遣员定。在 routes.csv 里补一行 lead');
  });

  test('prints the faults of a folder', async () => {
    await desk.write({ ...smallCity, 'calendar/2026.json': '{' });
    const { code, err } = await inFolder('--service', '01037', '--leaf', '990101001001001');
    expect([code, err]).toEqual([1, ['共 1 处问题']]);
  });
});
