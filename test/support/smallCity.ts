import { readFileSync } from 'node:fs';
import type { CalendarYear, City, Condition, LedgerRow, Service } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';

/** Two square leaves in one community; the western one has a street lamp, everything by hand and small. */
export const WEST = '990101001001001';
export const EAST = '990101001001002';
const inWest = { lng: 121.471, lat: 31.231, name: '建设路12号' };
export const inEast = { lng: 121.475, lat: 31.231, name: '和平路3号' };
export const outside = { lng: 100, lat: 20, name: '外地' };

const square = (west: number, east: number) => [
  [
    [
      [west, 31.23],
      [east, 31.23],
      [east, 31.232],
      [west, 31.232],
      [west, 31.23],
    ] as const,
  ],
];

const condition = (limits: Partial<Condition['limits']> = {}, urgent = false): Condition => ({
  code: 'a',
  name: '一般',
  urgent,
  limits: { verify: '1h', accept: '2wh', sign: '1wh', handle: '2wd', check: '4wh', ...limits },
});

const service = (code: string, name: string, more: Partial<Service> = {}): Service => ({
  code,
  name,
  group: code.slice(0, 2),
  kind: 'request',
  words: [name],
  not: [],
  verify: true,
  check: true,
  needs: ['place', 'text'],
  conditions: [condition()],
  ...more,
});

const post = (
  role: LedgerRow['role'],
  area: string,
  person: string,
  more: Partial<LedgerRow> = {},
): LedgerRow => ({
  role,
  area,
  person,
  name: `姓名${person}`,
  phone: '13800000000',
  channel: 'web',
  from: '2025-01-01',
  ...more,
});

const calendar = [2025, 2026, 2027].map(
  (year): CalendarYear => JSON.parse(readFileSync(`cities/example/calendar/${year}.json`, 'utf8')),
);

export const smallCity: City = {
  id: 'small',
  version: 'small-1',
  name: '小城',
  timezone: 'Asia/Shanghai',
  hours: [
    ['09:00', '12:00'],
    ['13:30', '17:30'],
  ],
  levels: ['county', 'street', 'community', 'grid'],
  rounds: 2,
  unratedAfter: '5wd',
  duplicates: { metres: 100, within: '7d' },
  notices: { quiet: ['21:30', '07:30'] },
  areas: [
    { code: '990101', name: '小城区', level: 'county' },
    { code: '990101001', name: '一街道', level: 'street', parent: '990101' },
    { code: '990101001001', name: '一社区', level: 'community', parent: '990101001' },
    {
      code: WEST,
      name: '西网格',
      level: 'grid',
      parent: '990101001001',
      kind: 'urban',
      polygons: square(121.47, 121.473),
    },
    {
      code: EAST,
      name: '东网格',
      level: 'grid',
      parent: '990101001001',
      kind: 'urban',
      polygons: square(121.473, 121.477),
    },
  ],
  places: [
    { ...inWest, aliases: ['路灯杆'], area: WEST, kind: 'door' },
    { ...inEast, aliases: [], area: EAST, kind: 'door' },
  ],
  groups: [
    { code: '01', name: '市政公用' },
    { code: '06', name: '市容环境' },
    { code: 'Z2', name: '本地' },
  ],
  services: [
    service('01037', '路灯异常', { words: ['路灯不亮', '路灯坏了'] }),
    service('06010', '暴露垃圾', { words: ['垃圾没人清', '垃圾堆'] }),
    service('06013', '道路破损', { conditions: [condition({ handle: '5wd' })] }),
    service('Z2001', '政策咨询', { verify: false, check: false, needs: ['text'] }),
    service('Z2002', '无人管', { words: ['没有单位管'] }),
  ],
  units: [
    { code: 'U00', name: '指挥中心', phone: '021-12345', channel: 'web' },
    { code: 'U01', name: '环卫所', parent: 'U00', phone: '021-1', channel: 'web' },
    { code: 'U03', name: '路灯管理所', parent: 'U00', phone: '021-3', channel: 'web' },
  ],
  routes: [
    { service: '01*', area: '990101', unit: 'U03', share: 'lead' },
    { service: '06*', area: '990101', unit: 'U01', share: 'lead' },
    { service: 'Z2001', area: '990101', unit: 'U00', share: 'lead' },
  ],
  ledger: [
    post('supervisor', WEST, 'S1', { superior: 'L1' }),
    post('supervisor', EAST, 'S2', { superior: 'L1' }),
    post('dispatcher', '990101001', 'D1', { superior: 'L1' }),
    post('handler', '990101', 'H1', { unit: 'U01', superior: 'L1' }),
    post('handler', '990101', 'H3', { unit: 'U03', superior: 'L3' }),
    post('handler', '990101', 'H0', { unit: 'U00', superior: 'L1' }),
    post('leader', '990101', 'L3', { unit: 'U03', superior: 'L1' }),
    post('leader', '990101', 'L1'),
  ],
  calendar,
};

export const smallKnowledge = (change: Partial<City> = {}): Knowledge =>
  knowCity({ ...smallCity, ...change });
