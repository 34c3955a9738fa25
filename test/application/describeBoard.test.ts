import fc from 'fast-check';
import { describeBoard } from '../../shared/application/describeBoard.ts';
import { findBoard } from '../../shared/application/findBoard.ts';
import { boardSchema } from '../../shared/contracts/board.ts';
import type { City, LedgerRow } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';
import { NO_STAFFING, type Staffing } from '../../shared/domain/ledger/Staffing.ts';
import { EAST, inEast, outside, smallCity, WEST } from '../support/smallCity.ts';

const now = Date.parse('2026-09-28T10:00:00+08:00');
const chat = 'https://city.example/chat';
const OPEN = { names: 'full', phones: true } as const;
const SHY = { names: 'surname', phones: false } as const;

const row = (role: LedgerRow['role'], area: string, person: string, more: Partial<LedgerRow>): LedgerRow => ({
  role,
  area,
  person,
  name: '无名',
  phone: '',
  channel: 'web',
  from: '2025-01-01',
  ...more,
});
const ledger = [
  row('supervisor', WEST, 'S1', { name: '王秀英', phone: '13800000001', deputy: 'S2', superior: 'L1' }),
  row('supervisor', EAST, 'S2', { name: '欧阳文斌', phone: '13800000002', superior: 'L1' }),
  row('leader', '990101001001', 'L2', { name: '吴建国', phone: '13800000003', superior: 'L1' }),
  row('leader', '990101', 'L1', { name: '黄志强', phone: '13800000004' }),
  row('leader', '990101', 'L3', { name: '灯所长', phone: '13800000005', unit: 'U03' }),
  row('dispatcher', '990101001', 'D1', { name: '梁派遣', phone: '13800000006', unit: 'U01' }),
  row('handler', '990101', 'H3', { name: '冯灯匠', phone: '13800000007', unit: 'U03' }),
];
const city: City = { ...smallCity, ledger };
const boardAt = (know: Knowledge, policy: typeof OPEN | typeof SHY, code = WEST) => {
  const leaf = know.area(code);
  if (!leaf) throw new Error(`There is no ${code}`);
  return boardSchema.parse(describeBoard(know, leaf, { policy, now, chat }));
};

test('names the cell, those above it, who answers with telephones, and the chat', () => {
  const board = boardAt(knowCity(city), OPEN);
  expect(board).toMatchObject({
    city: '小城',
    cell: { code: WEST, name: '西网格' },
    above: [{ name: '一社区' }, { name: '一街道' }, { name: '小城区' }],
    at: '2026-09-28T10:00:00+08:00',
    chat: `${chat}?cell=${WEST}`,
    supervision: { name: '指挥中心', phone: '021-12345' },
  });
  expect(board.people).toEqual([
    { role: 'supervisor', area: '西网格', name: '王秀英', phone: '13800000001' },
    { role: 'leader', area: '一社区', name: '吴建国', phone: '13800000003' },
    { role: 'leader', area: '小城区', name: '黄志强', phone: '13800000004' },
  ]);
});

test('names a deputy who holds the post as well only once: nobody sees that somebody is away', () => {
  const rows = [...ledger, row('supervisor', WEST, 'S2', { name: '欧阳文斌', superior: 'L1' })];
  const staffing = { ...NO_STAFFING, leaves: [{ person: 'S1', from: '2026-09-01' }] };
  const both = knowCity({ ...city, ledger: rows }, { staffing });
  const names = boardAt(both, OPEN).people.filter(({ role }) => role === 'supervisor');
  expect(names.map(({ name }) => name)).toEqual(['欧阳文斌']);
});

test('of every group it tells the leading unit with its superior, and the limits in plain words', () => {
  const [lamps, , local] = boardAt(knowCity(city), OPEN).groups;
  expect(lamps).toEqual({
    code: '01',
    name: '市政公用',
    leads: [
      {
        unit: { name: '路灯管理所', phone: '021-3', superior: { name: '指挥中心', phone: '021-12345' } },
        services: [
          {
            code: '01037',
            name: '路灯异常',
            conditions: [
              {
                name: '一般',
                urgent: false,
                limits: {
                  verify: '1 小时',
                  accept: '2 个工作小时',
                  sign: '1 个工作小时',
                  handle: '2 个工作日',
                  check: '4 个工作小时',
                },
              },
            ],
          },
        ],
      },
    ],
  });
  // What is neither verified nor checked has no such limit; what no unit leads has none.
  expect(local?.leads.map(({ unit, services }) => [unit?.name, services[0]?.name])).toEqual([
    ['指挥中心', '政策咨询'],
    [undefined, '无人管'],
  ]);
  expect(Object.keys(local?.leads[0]?.services[0]?.conditions[0]?.limits ?? {})).toEqual([
    'accept',
    'sign',
    'handle',
  ]);
});

test('where the city says so, names go by surname and telephones by the desk of the place', () => {
  expect(boardAt(knowCity(city), SHY).people).toEqual([
    { role: 'supervisor', area: '西网格', name: '王网格员', phone: '021-1' },
    { role: 'leader', area: '一社区', name: '吴负责人', phone: '021-1' },
    // The whole county has no desk of its own here.
    { role: 'leader', area: '小城区', name: '黄负责人', phone: '021-12345' },
  ]);
});

test('during a leave it names who answers now, and says nothing of the leave', () => {
  const staffing: Staffing = {
    ...NO_STAFFING,
    leaves: [{ person: 'S1', from: '2026-09-28', to: '2026-09-28' }],
  };
  const board = boardAt(knowCity(city, { staffing }), OPEN);
  expect(board.people[0]).toEqual({
    role: 'supervisor',
    area: '西网格',
    name: '欧阳文斌',
    phone: '13800000002',
  });
  expect(JSON.stringify(board)).not.toMatch(/王秀英|13800000001|请假|actingFor|deputy/u);
});

/** Everything private of a person, each told from everything else. */
const secretOf = (person: number) => ({
  id: `ID${person}Q`,
  name: `名${person}氏`,
  phone: `139${String(person).padStart(8, '7')}`,
  channel: `wechaty:wxid_secret${person}`,
});

test('nothing private is on it, whoever is in the ledger and whoever is away', () => {
  const roles = ['supervisor', 'leader', 'dispatcher', 'handler', 'expert', 'auditor', 'operator'] as const;
  const areas = [WEST, EAST, '990101001001', '990101001', '990101'];
  const post = fc.record({
    role: fc.constantFrom(...roles),
    area: fc.constantFrom(...areas),
    person: fc.nat(9),
    deputy: fc.nat(9),
    superior: fc.nat(9),
    unit: fc.constantFrom(undefined, 'U00', 'U01', 'U03'),
  });
  fc.assert(
    fc.property(
      fc.array(post, { maxLength: 30 }),
      fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
      (posts, away) => {
        const rows = posts.map(({ role, area, person, deputy, superior, unit }): LedgerRow => {
          const { id, name, phone, channel } = secretOf(person);
          const others = { deputy: secretOf(deputy).id, superior: secretOf(superior).id };
          return {
            role,
            area,
            person: id,
            name,
            phone,
            channel,
            ...others,
            ...(unit ? { unit } : {}),
            from: '2025-01-01',
          };
        });
        const staffing: Staffing = {
          bindings: Object.fromEntries(away.map((person) => [secretOf(person).id, `web:bound-${person}`])),
          leaves: away.map((person) => ({ person: secretOf(person).id, from: '2026-09-01' })),
        };
        const know = knowCity({ ...smallCity, ledger: rows }, { staffing });
        const shy = JSON.stringify(boardAt(know, SHY));
        const open = JSON.stringify(boardAt(know, OPEN));
        const answering = ['supervisor', 'leader'].flatMap((role) =>
          know.lineage(WEST).flatMap(({ code }) => know.holders(role as 'leader', code, '2026-09-28')),
        );
        for (let person = 0; person < 10; person++) {
          const { id, name, phone, channel } = secretOf(person);
          for (const secret of [id, name, phone, channel, `bound-${person}`])
            expect(shy).not.toContain(secret);
          for (const secret of [id, channel, `bound-${person}`]) expect(open).not.toContain(secret);
          // Names and telephones only of whoever answers now in a posted role.
          if (!answering.some((holder) => holder.person === id)) {
            expect(open).not.toContain(name);
            expect(open).not.toContain(phone);
          }
        }
      },
    ),
  );
});

describe('what a board is asked by', () => {
  const know = knowCity(city);
  const find = (query: Parameters<typeof findBoard>[1]) => findBoard(know, query);

  test('a cell by its code, its name, its name after those above it, a place or a point', () => {
    for (const query of [
      { cell: WEST },
      { place: '西网格' },
      { place: '一社区西网格' },
      { place: '一街道 一社区 西网格' },
      { place: WEST },
      { place: '建设路12号' },
      { lng: 121.4701, lat: 31.231 },
    ])
      expect(find(query)).toMatchObject({ kind: 'leaf', leaf: { code: WEST } });
  });

  test('near a border the cell beside it is named too, further away not', () => {
    expect(find({ lng: 121.4729, lat: 31.231 })).toMatchObject({ beside: [{ leaf: { code: EAST } }] });
    expect(find({ lng: 121.4705, lat: 31.231 })).toMatchObject({ beside: [] });
  });

  test('an area that is no cell answers with what is right below it', () => {
    expect(find({ cell: '990101001001' })).toEqual({
      kind: 'choices',
      more: false,
      choices: [
        { name: '西网格', within: '小城区 一街道 一社区', code: WEST, leaf: true },
        { name: '东网格', within: '小城区 一街道 一社区', code: EAST, leaf: true },
      ],
    });
    expect(find({ place: '一街' })).toMatchObject({ choices: [{ code: '990101001', leaf: false }] });
  });

  test('several places of one name are offered, several of one cell are one', () => {
    const place = { aliases: [], kind: 'shop' };
    const shops = [
      { ...place, name: '便民店', lng: 121.471, lat: 31.231, area: WEST },
      { ...place, name: '便民店', lng: inEast.lng, lat: inEast.lat, area: EAST },
    ];
    const both = knowCity({ ...city, places: shops });
    expect(findBoard(both, { place: '便民店' })).toMatchObject({
      choices: [
        { name: '便民店', code: WEST },
        { name: '便民店', code: EAST },
      ],
    });
    const twice = knowCity({
      ...city,
      places: shops.map((shop) => ({ ...shop, lng: shop.lng / 1e4 + 121.459, area: WEST })),
    });
    expect(findBoard(twice, { place: '便民店' })).toMatchObject({ kind: 'leaf', leaf: { code: WEST } });
  });

  test('what is not there is missed, and a house number that is not known offers those near it', () => {
    expect(find({ cell: '1' })).toEqual({ kind: 'missed', why: 'noSuchCell' });
    expect(find(outside)).toEqual({ kind: 'missed', why: 'outside' });
    expect(find({ place: '火星' })).toEqual({ kind: 'missed', why: 'noSuchPlace' });
    expect(find({ place: '建设路14号' })).toMatchObject({
      kind: 'choices',
      missed: '建设路14号',
      choices: [{ name: '建设路12号', code: WEST }],
    });
  });
});
