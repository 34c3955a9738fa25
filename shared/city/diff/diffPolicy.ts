import type { City, PolicySettings } from '../../domain/city/City.ts';
import { policyOf } from '../../domain/city/policyOf.ts';
import type { Change } from './Change.ts';
import { changedFields } from './changedFields.ts';

const LABELS: Readonly<Record<string, string>> = {
  'ladder.remind': '提醒（时限的几成）',
  'ladder.yellow': '黄牌',
  'ladder.red': '红牌',
  'ladder.list': '挂牌督办',
  'ladder.listedFor': '挂牌整改期限',
  'limits.material': '补充材料',
  'limits.appeal': '申诉',
  'limits.approve': '审批',
  'limits.visit': '回访',
  'limits.consult': '专家咨询',
  'limits.review': '挂账复核',
  extensions: '延期次数',
  quorum: '专家人数',
  urgeEvery: '催办间隔',
  declines: '不予受理的理由',
};

/** Times by which something is due. */
const TIMES = /^l(?:adder|imits)\.(?!remind)/u;

/** What a city sets of its own about the loop. What it leaves open is said with the default that holds instead. */
export const diffPolicy = (before: City, after: City): readonly Change[] =>
  changedFields(written(before.policy), written(after.policy)).map(({ key, text }) => ({
    part: 'settings',
    kind: TIMES.test(key) ? 'limits' : 'changed',
    code: `policy.${key}`,
    text: `policy.${key} ${LABELS[key] ?? key} ${text}`,
  }));

type Fields = Readonly<Record<string, string>>;

/** Every key as it is written, or its default: also a default that is now written is a change. */
const written = (policy: PolicySettings = {}): Fields => {
  const own = flat(policy);
  return Object.fromEntries(
    Object.entries(flat(policyOf({ policy }))).map(([key, value]) => [key, own[key] ?? `${value}（默认）`]),
  );
};

const flat = ({ ladder = {}, limits = {}, declines, ...rest }: PolicySettings): Fields =>
  Object.fromEntries([
    ...Object.entries(ladder).map(([key, value]) => [`ladder.${key}`, String(value)]),
    ...Object.entries(limits).map(([key, value]) => [`limits.${key}`, value]),
    ...Object.entries(rest).map(([key, value]) => [key, String(value)]),
    // Their order is that of the buttons.
    ...(declines ? [['declines', declines.join('、')]] : []),
  ]);
