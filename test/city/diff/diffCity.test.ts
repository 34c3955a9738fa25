import type { Change } from '../../../shared/city/diff/Change.ts';
import { countChanges } from '../../../shared/city/diff/countChanges.ts';
import { diffCity } from '../../../shared/city/diff/diffCity.ts';
import { readCity } from '../../../shared/city/readCity.ts';
import type { City } from '../../../shared/domain/city/City.ts';
import { policyOf } from '../../../shared/domain/city/policyOf.ts';
import { filesOf, smallCity, TODAY, withChange } from '../smallCity.ts';

const cityOf = (texts: Readonly<Record<string, string>>): City => {
  const { city, faults } = readCity(filesOf(texts), TODAY);
  if (!city) throw new Error(JSON.stringify(faults));
  return city;
};
const small = cityOf(smallCity);
const said = (before: City, after: City) => diffCity(before, after).map(({ text }) => text);
/** What is said of the small city with one text of one file replaced. */
const afterEdit = (file: string, from: string, to: string) => said(small, cityOf(withChange(file, from, to)));

describe('what differs between two cities', () => {
  test('says nothing of one city', () => {
    expect(diffCity(small, cityOf(smallCity))).toEqual([]);
  });

  test.each<[string, string, string, string, readonly string[]]>([
    [
      'a name of an area',
      'areas.geojson',
      '"一网格"',
      '"东网格"',
      ['990101001001001 东网格：改名，原名 一网格'],
    ],
    ['town and country', 'areas.geojson', 'rural', 'urban', ['990101001001002 二网格：城乡 乡村 → 城镇']],
    [
      'a place that moves',
      'places.csv',
      '121.471,31.231',
      '121.472,31.231',
      ['建设路1号：坐标 121.471,31.231 → 121.472,31.231'],
    ],
    ['an alias', 'places.csv', '|老邮局', '|新邮局', ['建设路1号：别名 增加 新邮局；去掉 老邮局']],
    ['a name of a place', 'places.csv', '东门,', '大东门,', ['大东门：改名，原名 东门']],
    ['a limit', 'catalog.yaml', 'accept: 2wh', 'accept: 4wh', ['01037 路灯异常 不亮 受理 2wh → 4wh']],
    [
      'words',
      'catalog.yaml',
      '[路灯不亮, 路灯坏了]',
      '[路灯坏了, 路灯灭了]',
      ['01037 路灯异常：说法 增加 路灯灭了；去掉 路灯不亮'],
    ],
    [
      'words of the neighbour',
      'catalog.yaml',
      '[交通灯]',
      '[]',
      ['01037 路灯异常：不算它的说法 去掉 交通灯'],
    ],
    [
      'what must be known',
      'catalog.yaml',
      'needs: [place, text]',
      'needs: [text, place, phone]',
      ['01037 路灯异常：要问清 增加 phone'],
    ],
    [
      'urgency',
      'catalog.yaml',
      '漏电, urgent: true',
      '漏电, urgent: false',
      ['01037 路灯异常 情形 b：紧急 是 → 否'],
    ],
    [
      'a name of a service',
      'catalog.yaml',
      'name: 路灯异常',
      'name: 路灯坏',
      ['01037 路灯坏：改名，原名 路灯异常'],
    ],
    ['a group', 'catalog.yaml', '市政公用设施', '市政设施', ['大类 01 市政设施：改名，原名 市政公用设施']],
    [
      'a telephone of a unit',
      'units.csv',
      '0990-5550103',
      '0990-5550104',
      ['U03 路灯管理所：电话 0990-5550103 → 0990-5550104'],
    ],
    [
      'another unit',
      'routes.csv',
      '01*,990101,U00',
      '01*,990101,U03',
      ['01*@990101 主办 U00 指挥中心 → U03 路灯管理所'],
    ],
    [
      'another deputy',
      'ledger.csv',
      'S002,L001',
      ',L001',
      ['岗位 supervisor@990101001001001：S001 李建国 代理人 S002 → 空'],
    ],
    [
      'a hand-over on a day to come',
      'ledger.csv',
      'web,S002,L001,2025-01-01,\n',
      'web,S002,L001,2025-01-01,2026-09-30\n990101001001001,supervisor,,S031,刘敏,13800010031,web,S002,L001,2026-10-01,\n',
      ['岗位 supervisor@990101001001001：S001 李建国 → S031 刘敏，自 2026-10-01'],
    ],
    [
      'one more at a post',
      'ledger.csv',
      '990101,handler,U03,H001',
      '990101,handler,U03,H002,赵强,13800010005,web,,L001,2026-01-01,\n990101,handler,U03,H001',
      ['岗位 handler@990101（U03）：新增 H002 赵强（2026-01-01 起）'],
    ],
    [
      'days off',
      'calendar/2026.json',
      '"2026-01-02"]',
      '"2026-01-05"]',
      ['2026 年：放假 增加 2026-01-05；去掉 2026-01-02'],
    ],
    ['a year that is decided', 'calendar/2026.json', 'true', 'false', ['2026 年：已定 是 → 否']],
    ['a setting', 'city.yaml', 'rounds: 2', 'rounds: 3', ['rounds 返工次数 2 → 3']],
    [
      'working hours',
      'city.yaml',
      '["09:00", "12:00"]',
      '["08:30", "12:00"]',
      ['hours 工作时间 09:00–12:00、13:30–17:30 → 08:30–12:00、13:30–17:30'],
    ],
  ])('says %s', (_what, file, from, to, lines) => {
    expect(afterEdit(file, from, to)).toEqual(lines);
  });

  test('says a boundary with the areas in square metres, and nothing of a ring that begins elsewhere or runs the other way', () => {
    const moved = small.areas.map((area) =>
      area.code === '990101001001001'
        ? {
            ...area,
            polygons: [
              [
                [
                  [121.47, 31.23],
                  [121.48, 31.23],
                  [121.48, 31.24],
                  [121.471, 31.24],
                  [121.47, 31.23],
                ],
              ],
            ] as const,
          }
        : area,
    );
    // The integral of both radii of curvature of CGCS2000 over the cell is 1,056,284; a twentieth is cut off.
    expect(said(small, { ...small, areas: moved })).toEqual([
      '990101001001001 一网格：边界变了，面积 1,056,284 → 1,003,469 m²（−52,815 m²）',
    ]);
    const turned = small.areas.map((area) => ({
      ...area,
      ...(area.polygons
        ? {
            polygons: area.polygons.map((polygon) =>
              polygon.map((ring) => [...ring.slice(2, -1), ...ring.slice(0, 3)].toReversed()),
            ),
          }
        : {}),
    }));
    expect(said(small, { ...small, areas: turned })).toEqual([]);
  });

  test('says an area under another parent, and one that came or went', () => {
    const areas = small.areas.map((area) =>
      area.code === '990101001001002' ? { ...area, parent: '990101001' } : area,
    );
    expect(said(small, { ...small, areas })).toEqual([
      '990101001001002 二网格：上级 990101001001 一社区 → 990101001 一街',
    ]);
    const fewer = { ...small, areas: small.areas.slice(0, -1) };
    expect(said(small, fewer)).toEqual(['990101001001002 二网格：撤销，上级 990101001001 一社区']);
    expect(said(fewer, small)).toEqual(['990101001001002 二网格：新增，上级 990101001001 一社区']);
  });

  test('says conditions that came, went and changed places: the first is what a report is filed under', () => {
    const [lamp, ...others] = small.services;
    const withConditions = (conditions: City['services'][number]['conditions']) => ({
      ...small,
      services: [{ ...(lamp as City['services'][number]), conditions }, ...others],
    });
    const [dark, live] = lamp?.conditions ?? [];
    if (!dark || !live) throw new Error('The small city has two conditions');
    expect(said(small, withConditions([live, dark]))).toEqual([
      '01037 路灯异常：情形次序 a 不亮、b 漏电 → b 漏电、a 不亮',
    ]);
    expect(said(small, withConditions([dark]))).toEqual(['01037 路灯异常：去掉情形 b 漏电']);
    expect(said(withConditions([dark]), small)).toEqual([
      '01037 路灯异常：新增情形 b 漏电，核实 30m，受理 30m，签收 30m，处置 8h，核查 4h',
    ]);
  });

  test('says who takes over a post, from one version to the next or between dates', () => {
    const ledger = small.ledger.map((row) =>
      row.person === 'S001' ? { ...row, person: 'S031', name: '刘敏', deputy: 'S002' } : row,
    );
    expect(said(small, { ...small, ledger })).toEqual([
      '岗位 supervisor@990101001001001：S001 李建国 → S031 刘敏，自 2025-01-01',
    ]);
    const longer = small.ledger.map((row) => (row.person === 'S001' ? { ...row, to: '2026-12-31' } : row));
    expect(said(small, { ...small, ledger: longer })).toEqual([
      '岗位 supervisor@990101001001001：S001 李建国 止 空 → 2026-12-31',
    ]);
    expect(said(small, { ...small, ledger: small.ledger.filter(({ person }) => person !== 'S001') })).toEqual(
      ['岗位 supervisor@990101001001001：S001 李建国 撤下（2025-01-01 起）'],
    );
  });

  test('says of a term that goes on in another row only what is otherwise in that one', () => {
    const parted = (more: object, end = '2026-09-30') => ({
      ...small,
      ledger: small.ledger.flatMap((row) =>
        row.person === 'S001'
          ? [
              { ...row, to: end },
              { ...row, from: '2026-10-01', ...more },
            ]
          : [row],
      ),
    });
    expect(said(small, parted({}))).toEqual([]);
    expect(said(small, parted({ superior: 'S002', to: '2026-12-31' }))).toEqual([
      expect.stringMatching(/^岗位 supervisor@990101001001001：S001 李建国 上级 \S+ → S002，自 2026-10-01$/u),
      '岗位 supervisor@990101001001001：S001 李建国 止 空 → 2026-12-31，自 2026-10-01',
    ]);
    expect(said(small, parted({ person: 'S031', name: '刘敏' }))).toEqual([
      '岗位 supervisor@990101001001001：S001 李建国 → S031 刘敏，自 2026-10-01',
    ]);
    expect(said(small, parted({}, '2026-09-28'))).not.toEqual([]);
  });

  test('gives each place of one name its own change', () => {
    const gate = small.places[1] as City['places'][number];
    const before = { ...small, places: [gate, { ...gate, lng: 121.472, area: '990101001001001' }] };
    const after = { ...before, places: [{ ...gate, lng: 121.473, area: '990101001001001' }, gate] };
    expect(said(before, after)).toEqual(['东门：坐标 121.472,31.235 → 121.473,31.235']);
  });

  test('tells an assisting unit from a leading one', () => {
    const row = { service: '01*', area: '990101', unit: 'U03', share: 'assist' } as const;
    const after = { ...small, routes: [...small.routes, row] };
    expect(said(small, after)).toEqual(['01*@990101 协办 U03 路灯管理所：新增']);
    expect(said(after, small)).toEqual(['01*@990101 协办 U03 路灯管理所：去掉']);
  });

  test('says of the policy what is written and what held before by default', () => {
    const withPolicy = (policy: NonNullable<City['policy']>): City => ({ ...small, policy });
    const after = withPolicy({
      ladder: { remind: 0.5, red: '3wd' },
      limits: { visit: '3wd' },
      quorum: 2,
      declines: ['不归政府管', '说的地点不对'],
    });
    expect(diffCity(small, after)).toEqual(
      [
        [
          'declines',
          'changed',
          '不予受理的理由 现场没有发现、已经有人处理好了、说的地点不对、不归政府管（默认） → 不归政府管、说的地点不对',
        ],
        ['ladder.red', 'limits', '红牌 2wd（默认） → 3wd'],
        ['ladder.remind', 'changed', '提醒（时限的几成） 0.75（默认） → 0.5'],
        ['limits.visit', 'limits', '回访 2wd（默认） → 3wd'],
        ['quorum', 'changed', '专家人数 2（默认） → 2'],
      ].map(([key, kind, text]) => ({
        part: 'settings',
        kind,
        code: `policy.${key}`,
        text: `policy.${key} ${text}`,
      })),
    );
    expect(
      said(after, withPolicy({ ...after.policy, limits: { visit: '1wd', appeal: '9wd' }, quorum: 3 })),
    ).toEqual([
      'policy.limits.appeal 申诉 5wd（默认） → 9wd',
      'policy.limits.visit 回访 3wd → 1wd',
      'policy.quorum 专家人数 2 → 3',
    ]);
    expect(said(withPolicy({ extensions: 0 }), small)).toEqual(['policy.extensions 延期次数 0 → 2（默认）']);
    expect(diffCity(after, withPolicy({ ...after.policy }))).toEqual([]);
  });

  test('has Chinese words for everything that a policy may say', () => {
    const { ladder, limits, ...rest } = policyOf({});
    const everything: City = { ...small, policy: { ladder, limits, ...rest } };
    const keys = [...Object.keys(ladder), ...Object.keys(limits), ...Object.keys(rest)];
    const lines = said(small, everything);
    expect(lines).toHaveLength(keys.length);
    for (const line of lines) expect(line).toMatch(/^policy\.[a-zA-Z.]+ \p{Script=Han}/u);
  });

  test('says a second step that comes, changes and goes', () => {
    const withRepair = (repair?: string): City => ({
      ...small,
      services: small.services.map((service) => ({
        ...service,
        conditions: service.conditions.map((condition) =>
          condition.code === 'b' && repair !== undefined
            ? { ...condition, limits: { ...condition.limits, repair } }
            : condition,
        ),
      })),
    });
    expect(said(small, withRepair('3wd'))).toEqual(['01037 路灯异常 漏电 修复 空 → 3wd']);
    expect(said(withRepair('3wd'), withRepair('5wd'))).toEqual(['01037 路灯异常 漏电 修复 3wd → 5wd']);
    expect(said(withRepair('5wd'), small)).toEqual(['01037 路灯异常 漏电 修复 5wd → 空']);
  });

  test('says materials that come, change and go, in whatever order they are listed', () => {
    const withMaterials = (materials: City['services'][number]['materials'] = []): City => ({
      ...small,
      services: small.services.map((service, i) => (i === 0 ? { ...service, materials } : service)),
    });
    const [card, plan] = [
      { code: 'a', name: '身份证' },
      { code: 'b', name: '位置图', owe: '5wd' },
    ];
    expect(said(small, withMaterials([card, plan]))).toEqual([
      '01037 路灯异常：新增材料 a 身份证，必须交齐',
      '01037 路灯异常：新增材料 b 位置图，可以容缺 5wd',
    ]);
    expect(said(withMaterials([card, plan]), withMaterials([plan, card]))).toEqual([]);
    const changed = diffCity(
      withMaterials([card, plan]),
      withMaterials([
        { ...card, owe: '3wd' },
        { ...plan, name: '平面图' },
      ]),
    );
    expect(changed.map(({ kind, text }) => [kind, text])).toEqual([
      ['limits', '01037 路灯异常：材料 a 身份证 容缺期限 空 → 3wd'],
      ['changed', '01037 路灯异常：材料 b 平面图 名称 位置图 → 平面图'],
    ]);
    expect(said(withMaterials([card, plan]), withMaterials([plan]))).toEqual([
      '01037 路灯异常：去掉材料 a 身份证',
    ]);
  });

  test('counts the changes of each part by kind', () => {
    const change = (part: Change['part'], kind: Change['kind']): Change => ({
      part,
      kind,
      code: 'x',
      text: 'y',
    });
    const changes = [
      change('ledger', 'added'),
      change('areas', 'renamed'),
      change('ledger', 'handedOver'),
      change('ledger', 'handedOver'),
    ];
    expect(countChanges(changes).map(({ summary }) => summary)).toEqual([
      '区域：改名 1',
      '台账：换人 2，新增 1',
    ]);
  });
});
