import { type Case, ENDED } from '../../shared/domain/case/Case.ts';
import type { Message } from './Step.ts';

type Command = Message['command'];
type Usual = Exclude<Command['type'], 'open'>;

export const RESIDENTS = ['web:r-1', 'web:r-2', 'web:r-3'] as const;
export const STAFF = [
  'S1',
  'S2',
  'S9',
  'D1',
  'D2',
  'L0',
  'L1',
  'L3',
  'H0',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'E1',
  'E2',
  'E3',
] as const;

type Pick = <T>(of: readonly T[]) => T;

const unit = (pick: Pick): string => pick(['U00', 'U01', 'U02', 'U03', 'U31', 'U99']);
const photos = (pick: Pick): readonly string[] => pick<readonly string[]>([[], ['photos/x/1']]);

/** Whatever can be said to a case, sense or nonsense. `pick`: one of several, by chance; `cases`: by name. */
const COMMANDS: {
  readonly [T in Exclude<Command['type'], 'open'>]: (pick: Pick, cases: readonly string[]) => Command;
} = {
  supplement: () => ({ type: 'supplement', text: '补充一句' }),
  supply: (pick) => ({ type: 'supply', material: pick(['plan', 'lease', 'id']), text: '材料' }),
  withdraw: () => ({ type: 'withdraw' }),
  appeal: () => ({ type: 'appeal', reason: '我不同意' }),
  urge: () => ({ type: 'urge' }),
  rate: (pick) => ({ type: 'rate', rating: { overall: pick(['A', 'B', 'C', 'D']), opinion: '这么说' } }),
  verify: () => ({ type: 'verify' }),
  correct: (pick) =>
    pick<Command>([
      { type: 'correct', service: '01037' },
      { type: 'correct', service: '06010' },
      { type: 'correct', service: '07001' },
      { type: 'correct', service: 'Z2002' },
      { type: 'correct', service: 'nope' },
      { type: 'correct', condition: 'b', urgent: true },
      { type: 'correct', place: PLACES.west },
      { type: 'correct', place: PLACES.east },
      { type: 'correct', place: PLACES.far },
    ]),
  decline: () => ({ type: 'decline', reason: '不属实' }),
  merge: (pick, cases) => ({ type: 'merge', into: pick(cases) }),
  solve: (pick) => ({ type: 'solve', report: '当场办好', photos: photos(pick) }),
  accept: () => ({ type: 'accept' }),
  dispatch: (pick) => ({ type: 'dispatch', unit: unit(pick), assist: assists(pick) }),
  redispatch: (pick) => ({ type: 'redispatch', unit: unit(pick), reason: '改派', assist: assists(pick) }),
  conclude: () => ({ type: 'conclude', reason: '到此为止' }),
  sign: () => ({ type: 'sign' }),
  finish: (pick) => ({ type: 'finish', report: '办好了', photos: photos(pick) }),
  return: () => ({ type: 'return', reason: '不归我们' }),
  transfer: (pick) => ({
    type: 'transfer',
    to: pick<{ person: string } | { unit: string }>([{ unit: 'U31' }, { person: 'H4' }, { person: 'H1' }]),
  }),
  cohandle: (pick) => ({ type: 'cohandle', unit: unit(pick), reason: '请帮忙' }),
  extend: (pick) => ({ type: 'extend', by: pick(['1wd', '1wh', '1h', '9wd']), reason: '来不及' }),
  suspend: () => ({ type: 'suspend', reason: '等材料' }),
  resume: () => ({ type: 'resume' }),
  approve: () => ({ type: 'approve' }),
  reject: () => ({ type: 'reject', reason: '不同意' }),
  ask: () => ({ type: 'ask', question: '是哪一盏' }),
  consult: () => ({ type: 'consult', question: '怎么办好' }),
  opine: (pick) => ({ type: 'opine', accept: pick([true, true, false]), words: '我的意见' }),
  pass: () => ({ type: 'pass' }),
  fail: () => ({ type: 'fail', reason: '还没好' }),
  visit: (pick) => ({ type: 'visit', agreed: pick([true, false]), words: '电话里说的' }),
  join: (pick) => ({
    type: 'join',
    child: 'x',
    cases: [{ number: '202601010000001', reporter: pick(RESIDENTS) }],
  }),
  unmerge: () => ({ type: 'unmerge' }),
  handOver: (pick) => ({
    type: 'handOver',
    owner: pick(['unit@U03', 'supervisor@990101001001001']),
    until: 4e12,
    from: ['S1'],
    to: ['S9'],
    because: 'ledger',
  }),
};

export const TYPES = Object.keys(COMMANDS) as readonly (keyof typeof COMMANDS)[];

export const makeCommand = (
  type: Exclude<Command['type'], 'open'>,
  pick: Pick,
  cases: readonly string[],
): Command => COMMANDS[type](pick, cases);

const assists = (pick: Pick): readonly { readonly unit: string; readonly after?: string }[] => {
  const first = unit(pick);
  return pick([0, 1, 2]) === 0
    ? []
    : pick([
        [{ unit: first }],
        [{ unit: first }, { unit: unit(pick), after: first }],
        [{ unit: first, after: unit(pick) }],
      ]);
};

/** What people in that stage do, so that runs get somewhere. The clock is asked for by ticks. */
export const usualCommands = (state: Case): readonly Usual[] => {
  if (state.request && state.stage !== 'waiting')
    return ['approve', 'approve', 'approve', 'reject', ...USUAL[state.stage]];
  return ENDED.has(state.stage) && state.stage !== 'declined' ? [] : USUAL[state.stage];
};

const USUAL: { readonly [S in Case['stage']]: readonly Usual[] } = {
  verifying: [
    'verify',
    'verify',
    'verify',
    'correct',
    'decline',
    'merge',
    'merge',
    'solve',
    'ask',
    'consult',
    'urge',
    'withdraw',
  ],
  screening: ['accept', 'accept', 'decline', 'consult', 'supplement'],
  dispatching: ['dispatch', 'dispatch', 'dispatch', 'conclude', 'decline', 'merge', 'ask', 'consult'],
  assigned: ['sign', 'sign', 'sign', 'return', 'transfer', 'redispatch', 'cohandle', 'ask', 'urge', 'finish'],
  handling: [
    'finish',
    'finish',
    'finish',
    'finish',
    'sign',
    'return',
    'transfer',
    'cohandle',
    'extend',
    'extend',
    'suspend',
    'ask',
    'consult',
    'urge',
    'supplement',
    'supply',
    'redispatch',
    'withdraw',
  ],
  checking: ['pass', 'fail'],
  rating: ['rate', 'rate', 'visit'],
  closed: [],
  waiting: ['supplement', 'supplement', 'withdraw', 'supply'],
  consulting: ['opine', 'opine', 'opine', 'supplement'],
  suspended: ['resume', 'suspend', 'approve', 'withdraw'],
  declined: ['appeal'],
  withdrawn: [],
  merged: [],
};

export const PLACES = {
  west: { lng: 121.471, lat: 31.231, name: '建设路12号' },
  east: { lng: 121.475, lat: 31.231, name: '和平路3号' },
  far: { lng: 100, lat: 20, name: '外地' },
} as const;
