import fc from 'fast-check';
import type { Answer, Ask } from '../../../../bots/engine/Dialog.ts';
import type { CaseNotice, Notice } from '../../../../shared/contracts/notice.ts';
import type { Turn } from '../../../../shared/contracts/turn.ts';
import type { Case } from '../../../../shared/domain/case/Case.ts';
import type { Entry } from '../../../../shared/domain/case/CaseEvent.ts';
import { RESIDENT_TELLINGS, STAFF_TELLINGS } from '../../../../shared/domain/case/react/Telling.ts';
import { lifeOf, report, staff } from '../../../support/lifeOf.ts';
import { EAST, WEST } from '../../../support/smallCity.ts';
import { townKnowledge } from './townKnowledge.ts';

const know = townKnowledge();

/** One case at each stage of its life, with its history. */
const lives = (): readonly { state: Case; history: readonly Entry[] }[] => {
  const steps = [
    () => lifeOf(know).when(report()),
    () => lifeOf(know).when(report()).when({ type: 'verify' }, staff('S1')),
    () => signed(),
    () => signed().when({ type: 'finish', report: '好了', photos: [] }, staff('H3', 'handler')),
    () =>
      signed()
        .when({ type: 'finish', report: '好了', photos: [] }, staff('H3', 'handler'))
        .when({ type: 'pass' }, staff('S1')),
    () => lifeOf(know).when(report()).when({ type: 'decline', reason: '没有' }, staff('S1')),
    () =>
      lifeOf(know)
        .when(report({ service: 'Z2002' }))
        .when({ type: 'verify' }, staff('S1')),
  ];
  return steps.map((step) => {
    const life = step();
    return { state: life.state, history: life.history };
  });
};

const signed = () =>
  lifeOf(know)
    .when(report())
    .when({ type: 'verify' }, staff('S1'))
    .when({ type: 'sign' }, staff('H3', 'handler'));

const numberOf = (n: number): string => `20260928000000${n}`.slice(0, 15);
const cases = lives().flatMap(({ state, history }, stage) =>
  [1, 2].map((n) => ({ case: { ...state, number: numberOf(stage + n) }, history })),
);

const photo = fc.constantFrom(
  'photos/r-0123456789abcdef0123456789abcdef/11111111-2222-3333-4444-555555555555',
  'photos/r-0123456789abcdef0123456789abcdef/11111111-2222-3333-4444-666666666666',
);

const WORDS = [
  ...[
    '确认',
    '1',
    '2',
    '3',
    '9',
    '返回',
    '取消',
    '修改',
    '进度',
    '补充',
    '帮助',
    '人工',
    '待办',
    '报事',
    '绑定',
    '绑定 K7M-F2Q-XDH',
    'k7mf2qxdh',
    '解绑',
    '确定解绑',
    '不解绑',
    '你好',
    '好的',
  ],
  ...[
    ...[
      '并案',
      '当场办结',
      '补材料',
      '问专家',
      '退回',
      '延期',
      '会办',
      '转办',
      '挂账',
      '改派',
      '同意',
      '不同意',
    ],
    ...[
      '受理',
      '不予受理',
      '结束',
      '居民满意',
      '还要返工',
      '恢复办理',
      '巡查',
      '时限',
      '为什么',
      '2个工作日',
    ],
    ...[
      '退回 不归我们管',
      '延期 2天 缺配件',
      '会办 环卫所 要清场',
      '别退回',
      '不用延期',
      '现场',
      '紧急程度',
      '路灯管理所，协办 环卫所',
    ],
    '属实',
    '不属实',
    '签收',
    '办结',
    '办结 换好了',
    '合格',
    '不合格',
    '环卫所',
    '都不是',
    '直接提交',
    '没有照片',
    '照片等下发',
    '修改 缺失',
    '情形',
    '没有意见',
    '好了',
  ],
  ...[
    'A',
    'B 很好',
    'D',
    '满意',
    '不满意',
    'A修得好',
    '事项',
    '地点',
    '说明',
    '不确认',
    '确认？',
    '不取消',
    '13812345678',
  ],
  ...[
    '路灯坏了',
    '路灯坏了，建设路12号',
    '建设路12号路灯坏了，还有垃圾没人收',
    '着火了',
    '井盖没了',
    '跟邻居吵起来了',
    '垃圾桶',
    '垃圾没人收',
    '和平路3号也有垃圾没人收',
    '不用修了，自己亮了',
    '不是12号是14号',
    '我不想活了',
    '先别报',
    '不报了',
    '评价',
    '建设路14号',
    '幸福超市',
    '在幸福超市旁边',
  ],
  ...[
    '',
    '😀',
    '<script>alert(1)</script>',
    '=HYPERLINK("x")',
    '哈哈',
    '不知道',
    ...[
      '还没修好',
      '怎么还没人来',
      '地点不对',
      '照片错了',
      '对的对的，快点',
      '第一个',
      '最后一个',
      '继续',
      '不用了',
    ],
    '退回',
    numberOf(1),
    numberOf(3),
  ],
  ...[
    '催一下',
    '撤销',
    '别撤销',
    '确认撤销',
    '申诉',
    '申诉 灯不亮',
    '补交 户口本',
    '我承诺',
    '不知道',
    '我要反映别的',
    '匿名举报路灯坏了',
    '不用匿名',
    '投诉路灯管理所不作为',
    'A B C 慢',
    '服务结果B',
    '改成 B',
    '时限怎么算的',
    '为什么要到那天',
    `催办 ${numberOf(1)}`,
    `撤销 ${numberOf(2)} 自己好了`,
    '请假',
    '我明天请假',
    '请假3天',
    '不请假',
    '销假',
    '改日期',
    `签收 ${numberOf(2)}`,
    `进度 ${numberOf(1)}`,
    `补充 ${numberOf(2)} 灯罩碎了`,
    `属实${numberOf(1)}`,
    '路'.repeat(9_000),
  ],
];

const text = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const kinds: readonly CaseNotice['kind'][] = [...STAFF_TELLINGS, ...RESIDENT_TELLINGS];

const number = fc.integer({ min: 1, max: 8 }).map(numberOf);

const caseNotice: fc.Arbitrary<CaseNotice> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    number: fc.integer({ min: 1, max: 14 }).map((n) => `2026092800000${String(n).padStart(2, '0')}`),
    seq: fc.integer({ min: 1, max: 9 }),
    urgent: fc.boolean(),
    stage: fc.constantFrom(
      'verifying',
      'assigned',
      'handling',
      'checking',
      'rating',
      'dispatching',
      'waiting',
    ),
    words: fc.option(fc.constant('换了灯泡'), { nil: undefined }),
    due: fc.option(fc.constant(1_790_560_800_000), { nil: undefined }),
  })
  .map(({ seq, words, due, ...rest }) => ({
    ...rest,
    id: `${rest.number}#${seq}#0`,
    service: '路灯异常',
    place: '建设路12号',
    point: { lng: 121.471, lat: 31.231 },
    text: '路灯坏了',
    photos: [],
    ...(words === undefined ? {} : { words }),
    ...(due === undefined ? {} : { due }),
  }));

const notice: fc.Arbitrary<Notice> = fc.oneof(
  { weight: 6, arbitrary: caseNotice },
  fc.constantFrom<Notice>(
    {
      id: 'handover#a#b',
      kind: 'handedOver',
      at: 1_790_560_800_000,
      side: 'gets',
      because: 'ledger',
      count: 2,
      numbers: [numberOf(1)],
      people: ['姓名S1'],
      posts: [{ role: 'supervisor', area: '西网格' }],
    },
    {
      id: 'leave#a#b',
      kind: 'leave',
      at: 1_790_560_800_000,
      side: 'standsIn',
      what: 'filed',
      name: '姓名S1',
      from: '2026-10-01',
      people: ['姓名L1'],
    },
  ),
);

export const place = fc.constantFrom(
  { kind: 'place', lng: 121.4712, lat: 31.2304 } as const,
  { kind: 'place', lng: 121.475, lat: 31.231, name: '和平路口' } as const,
  { kind: 'place', lng: 0, lat: 0 } as const,
  { kind: 'place', lng: 100, lat: 20 } as const,
);

const press = fc.record({
  kind: fc.constant('press' as const),
  card: fc.oneof(
    fc.constantFrom('', 'nonsense'),
    fc.tuple(number, fc.integer({ min: 1, max: 9 })).map(([n, seq]) => `${n}#${seq}`),
  ),
  choice: fc.constantFrom('属实', '签收', '办结', '合格', '不合格', 'A 非常满意', '环卫所', '确认', '什么'),
});

export const said: fc.Arbitrary<Turn['said']> = fc.oneof(
  { weight: 8, arbitrary: text.map((words) => ({ kind: 'text', text: words }) as const) },
  { weight: 2, arbitrary: place },
  { weight: 2, arbitrary: photo.map((key) => ({ kind: 'photo', key }) as const) },
  { weight: 2, arbitrary: press },
  { weight: 3, arbitrary: notice.map((one) => ({ kind: 'notice', notice: one }) as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'hello' } as const) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(EAST, WEST, '990101', '0').map((cell) => ({ kind: 'hello', cell }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'unknown', what: '语音' } as const) },
);

/** What the world answers: anything that fits the question, refusals among it. `luck` chooses. */
export const answerTo = (ask: Ask, luck: number): Answer => {
  const known = cases[luck % cases.length];
  if (ask.kind === 'inspectPhoto')
    return {
      kind: 'photo',
      verdict: (['photo', 'photo', 'missing', 'tooLarge', 'notAPhoto'] as const)[luck % 5] ?? 'photo',
    };
  if (ask.kind === 'myCases' || ask.kind === 'myTasks' || ask.kind === 'listed')
    return { kind: 'cases', cases: cases.slice(0, luck % 11).map((one) => one.case) };
  if (ask.kind === 'takeLeave' || ask.kind === 'endLeave')
    return { kind: 'leave', outcome: leaves[luck % leaves.length] ?? leaves[0] };
  if (ask.kind === 'unbind') return { kind: 'unbound' };
  if (ask.kind === 'bind')
    return { kind: 'bound', outcome: bindings[luck % bindings.length] ?? { kind: 'wrong' } };
  if (!known || luck % 7 === 0)
    return { kind: 'refused', refusal: refusals[luck % refusals.length] ?? { code: 'noSuchCase' } };
  const numbered = ask.kind === 'open' ? known.case : { ...known.case, number: ask.number };
  return { kind: 'case', case: numbered, history: known.history };
};

const leaves = [
  { kind: 'done', leave: { person: 'S1', from: '2026-10-01', to: '2026-10-07' }, standIns: ['L1'] },
  { kind: 'done', leave: { person: 'S1', from: '2026-10-01' }, standIns: [] },
  { kind: 'refused', refusal: { code: 'nobodyStandsIn', person: 'S1' } },
  { kind: 'refused', refusal: { code: 'datesPast' } },
  { kind: 'refused', refusal: { code: 'notAway', person: 'S1' } },
] as const;

const bindings = [
  { kind: 'bound', person: 'S1' },
  { kind: 'bound', person: 'nobody' },
  { kind: 'another', person: 'S2', bound: true },
  { kind: 'wrong' },
  { kind: 'wait', until: 1_790_560_800_000 },
] as const;

const refusals = [
  { code: 'notYours', stage: 'assigned' },
  { code: 'handedOver', to: ['姓名S2'], owner: `supervisor@${WEST}` },
  { code: 'wrongStage', stage: 'closed' },
  { code: 'noSuchCase' },
  { code: 'alreadyOpen' },
  { code: 'unknownService', service: 'x' },
  { code: 'sameService', service: 'x' },
  { code: 'unknownUnit', unit: 'x' },
  { code: 'outsideCity' },
  { code: 'selfCheck' },
  { code: 'nothingToAdd' },
  { code: 'tooManyPhotos', most: 9 },
  { code: 'publicMatter' },
  { code: 'urgedAlready', again: 1_790_560_800_000 },
  { code: 'appealedBefore' },
  { code: 'mergedInto', into: '202609280000001' },
  { code: 'unknownMaterial', material: 'b' },
] as const;
