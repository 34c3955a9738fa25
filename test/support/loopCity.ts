import type { CalendarYear, City, Condition, LedgerRow, Service } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';
import { EAST, smallCity, WEST } from './smallCity.ts';

/** The small city with everything the whole loop can need: several units to a case, experts, two-stage work, owed material. */

export const STREET = '990101001';
const COUNTY = '990101';

const condition = (limits: Partial<Condition['limits']> = {}, more: Partial<Condition> = {}): Condition => ({
  code: 'a',
  name: '一般',
  urgent: false,
  limits: { verify: '1h', accept: '2wh', sign: '1wh', handle: '2wd', check: '4wh', ...limits },
  ...more,
});

const service = (code: string, name: string, more: Partial<Service>): Service => ({
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

/** 路灯 01037, 垃圾 06010 (环卫所, 绿化所 beside it), 没有单位 Z2002. */
const kept = smallCity.services.filter(({ code }) => ['01037', '06010', 'Z2001', 'Z2002'].includes(code));
const services: readonly Service[] = [
  ...kept,
  service('07001', '水管爆裂', {
    kind: 'hazard',
    conditions: [
      condition({ handle: '4h', repair: '3wd', sign: '30m' }, { urgent: true }),
      condition({}, { code: 'b' }),
    ],
  }),
  service('08001', '临时占道许可', {
    kind: 'application',
    verify: false,
    materials: [
      { code: 'plan', name: '平面图', owe: '2wd' },
      { code: 'lease', name: '租赁合同', owe: '3d' },
      { code: 'id', name: '身份证' },
    ],
  }),
];

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

const ledger: readonly LedgerRow[] = [
  post('supervisor', WEST, 'S1', { superior: 'L1', deputy: 'S2' }),
  post('supervisor', EAST, 'S2', { superior: 'L1' }),
  // Handles street lamps as well: never checks what they handled.
  post('supervisor', EAST, 'H4', { superior: 'L1' }),
  post('dispatcher', STREET, 'D1', { superior: 'L0' }),
  post('dispatcher', STREET, 'D2', { superior: 'L0' }),
  post('leader', STREET, 'L0', { superior: 'L1' }),
  post('leader', COUNTY, 'L1'),
  post('handler', COUNTY, 'H1', { unit: 'U01', superior: 'L1' }),
  post('handler', COUNTY, 'H2', { unit: 'U02', superior: 'L1' }),
  post('handler', COUNTY, 'H3', { unit: 'U03', superior: 'L3', deputy: 'H4' }),
  post('handler', COUNTY, 'H4', { unit: 'U03', superior: 'L3' }),
  post('handler', COUNTY, 'H5', { unit: 'U31', superior: 'L3' }),
  post('handler', COUNTY, 'H0', { unit: 'U00', superior: 'L1' }),
  post('leader', COUNTY, 'L3', { unit: 'U03', superior: 'L1' }),
  post('expert', COUNTY, 'E1', { superior: 'L1' }),
  post('expert', COUNTY, 'E2', { superior: 'L1' }),
  post('expert', COUNTY, 'E3', { superior: 'L1' }),
];

export const loopCity: City = {
  ...smallCity,
  id: 'loop',
  version: 'loop-1',
  rounds: 1,
  services,
  groups: [...smallCity.groups, { code: '07', name: '供水' }, { code: '08', name: '许可' }],
  units: [
    { code: 'U00', name: '指挥中心', phone: '021-12345', channel: 'web' },
    { code: 'U01', name: '环卫所', parent: 'U00', phone: '021-1', channel: 'web' },
    { code: 'U02', name: '绿化所', parent: 'U00', phone: '021-2', channel: 'web' },
    { code: 'U03', name: '路灯管理所', parent: 'U00', phone: '021-3', channel: 'web' },
    { code: 'U31', name: '路灯一队', parent: 'U03', phone: '021-31', channel: 'web' },
  ],
  routes: [
    { service: '01*', area: COUNTY, unit: 'U03', share: 'lead' },
    { service: '06*', area: COUNTY, unit: 'U01', share: 'lead' },
    { service: '06*', area: COUNTY, unit: 'U02', share: 'assist' },
    { service: '07*', area: COUNTY, unit: 'U02', share: 'lead' },
    { service: '08*', area: COUNTY, unit: 'U00', share: 'lead' },
    { service: 'Z2001', area: COUNTY, unit: 'U00', share: 'lead' },
  ],
  ledger,
  calendar: smallCity.calendar.filter(({ year }) => year < 2027),
};

/** The working days of 2027 as they could be announced. */
const announced: CalendarYear = {
  year: 2027,
  final: true,
  off: ['2027-01-01', '2027-01-02', '2027-01-03'],
  work: ['2027-01-09'],
};

/** The version as it was opened under, and later ones: a year is announced, people come and go, posts stand empty. */
const LOOP_VERSIONS: readonly City[] = [
  loopCity,
  {
    ...loopCity,
    version: 'loop-2',
    calendar: [...loopCity.calendar, announced],
    ledger: ledger.map((row) => (row.person === 'S1' ? { ...row, person: 'S9', name: '姓名S9' } : row)),
  },
  {
    ...loopCity,
    version: 'loop-3',
    calendar: [...loopCity.calendar, announced],
    ledger: ledger.filter(({ person }) => !['D1', 'D2', 'H1', 'E3'].includes(person)),
  },
];

const known = new Map<string, Knowledge>();

/** What a version of the city knows; built once. */
export const knowLoop = (version = 'loop-1'): Knowledge => {
  const city = LOOP_VERSIONS.find((one) => one.version === version);
  if (!city) throw new Error(`There is no version ${version}`);
  const know = known.get(version) ?? knowCity(city);
  known.set(version, know);
  return know;
};
