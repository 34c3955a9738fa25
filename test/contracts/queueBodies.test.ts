import { handOverBodySchema } from '../../shared/contracts/handOver.ts';
import { turnBodySchema } from '../../shared/contracts/turn.ts';

/** Bodies as they have lain in queues: what was sent must be read, however old. */
const turn = (notice: object) => ({
  v: 1,
  id: '202609280000001#4#0',
  conversation: 'web:S001',
  correlation: 'c',
  said: { kind: 'notice', notice },
});
const ofCase = {
  id: '202609280000001#4#0',
  kind: 'verifyTask',
  number: '202609280000001',
  at: 1_790_560_800_000,
  service: '路灯异常',
  place: '建设路12号',
  point: { lng: 121.471, lat: 31.231 },
  text: '路灯坏了',
  photos: [],
  urgent: false,
  due: 1_790_564_400_000,
  stage: 'verifying',
};

test.each([
  ['a notice of a case, as it was when there were no others', ofCase],
  ['one of a correction', { ...ofCase, kind: 'corrected', was: { service: '暴露垃圾' }, finish: 1 }],
  [
    'a hand-over',
    {
      id: 'handover#a#b',
      kind: 'handedOver',
      at: 1,
      side: 'gets',
      because: 'ledger',
      count: 2,
      numbers: ['202609280000001'],
      people: ['王秀英'],
      posts: [{ role: 'supervisor', area: '西网格' }],
    },
  ],
  [
    'a leave',
    {
      id: 'leave#a#b',
      kind: 'leave',
      at: 1,
      side: 'standsIn',
      what: 'filed',
      name: '王秀英',
      from: '2026-10-01',
      people: ['周永刚'],
    },
  ],
  [
    'what was not signed for when a day was over',
    {
      id: 'duty#2026-09-28',
      kind: 'duty',
      at: 1,
      day: '2026-09-28',
      count: 1,
      numbers: ['202609280000001'],
      unsigned: { lines: [{ role: 'unit', name: '路灯管理所', count: 1, oldest: 1 }], all: 1 },
      unconfirmed: { lines: [], all: 0 },
    },
  ],
])('%s is read', (_what, notice) => {
  expect(turnBodySchema.safeParse(turn(notice)).error).toBeUndefined();
});

test.each([
  ['of a kind nobody knows', { ...ofCase, kind: 'gossip' }],
  ['of a case without its number', { ...ofCase, number: undefined }],
  ['of a hand-over with a case’s facts', { ...ofCase, kind: 'handedOver' }],
])('a notice %s is not', (_what, notice) => {
  expect(turnBodySchema.safeParse(turn(notice)).success).toBe(false);
});

test('a hand-over on its way is read, begun or not', () => {
  const body = {
    v: 1,
    change: 'a',
    id: 'b',
    at: 1,
    before: { version: 'v1', date: '2026-09-28' },
    after: { version: 'v2', staffing: 's', date: '2026-09-28' },
    because: 'ledger',
    from: ['S1'],
    to: ['S9'],
    posts: [{ role: 'handler', area: '990101', unit: 'U03' }],
  };
  const shares = [
    {
      person: 'S1',
      side: 'gives',
      because: 'ledger',
      count: 1,
      numbers: ['202609280000001'],
      others: ['S9'],
    },
  ];
  const { because: _because, from: _from, to: _to, ...asSentNow } = body;
  for (const sample of [body, { ...body, progress: { lists: 1, line: 'x#1', shares } }, asSentNow])
    expect(handOverBodySchema.safeParse(sample).error).toBeUndefined();
  expect(handOverBodySchema.safeParse({ ...body, v: 2 }).success).toBe(false);
  expect(handOverBodySchema.safeParse({ ...body, posts: [] }).success).toBe(false);
});
