import type { Stage } from '../../shared/domain/case/Case.ts';
import {
  assigned,
  burst,
  checking,
  D1,
  declined,
  dispatching,
  E1,
  FINISH,
  H0,
  H1,
  H2,
  H3,
  handling,
  joined,
  L0,
  merged,
  opened,
  overRounds,
  rating,
  S1,
  visiting,
} from './loopLives.ts';

interface Canonical {
  /** What tells it from others of its stage. */
  readonly what: string;
  readonly life: () => ReturnType<typeof opened>;
}

const asked = { type: 'extend', by: '1wd', reason: '缺零件' } as const;
const suspended = () =>
  handling().when({ type: 'suspend', reason: '等备件' }, H3).when({ type: 'approve' }, L0);

/** Every stage as it is reached by real commands, and what of a stage makes a difference. A new stage does not compile without one. */
export const CANONICAL: { readonly [S in Stage]: readonly Canonical[] } = {
  verifying: [{ what: '网格监督员核实', life: opened }],
  screening: [
    { what: '申诉以后，由上一级复核', life: () => declined().when({ type: 'appeal', reason: '确实不亮' }) },
  ],
  dispatching: [
    { what: '没有路由，由派遣员决定', life: dispatching },
    {
      what: '主办退回，由派遣员决定',
      life: () => assigned().when({ type: 'return', reason: '不归我们' }, H3),
    },
    { what: '返工轮次用完，由上级决定', life: overRounds },
  ],
  assigned: [
    { what: '只有主办', life: assigned },
    { what: '有协办，协办已签收', life: () => assigned('06010').when({ type: 'sign' }, H2) },
  ],
  handling: [
    { what: '只有主办', life: handling },
    {
      what: '有协办，都已签收',
      life: () => assigned('06010').when({ type: 'sign' }, H2).when({ type: 'sign' }, H1),
    },
    { what: '应急处置还没完', life: burst },
    { what: '应急处置完了，正在修复', life: () => burst().when(FINISH, H2) },
    { what: '申请了延期，等审批', life: () => handling().when(asked, H3) },
    {
      what: '容缺受理，还欠材料',
      life: () =>
        opened({ service: '08001', owes: { materials: ['plan'], promise: '三天内补交' } }).when(
          { type: 'sign' },
          H0,
        ),
    },
    {
      what: '主办办完，等后一家',
      life: () =>
        dispatching()
          .when({ type: 'dispatch', unit: 'U03', assist: [{ unit: 'U02', after: 'U03' }] }, D1)
          .when({ type: 'sign' }, H3)
          .when(FINISH, H3),
    },
  ],
  checking: [{ what: '网格监督员核查', life: checking }],
  rating: [
    { what: '等评价', life: rating },
    { what: '并了案，几个人都要评价', life: () => joined(rating()) },
    { what: '不满意，由派遣员回访', life: visiting },
  ],
  closed: [{ what: '已评价', life: () => rating().when({ type: 'rate', rating: { overall: 'A' } }) }],
  waiting: [
    { what: '问了居民，停着钟', life: () => handling().when({ type: 'ask', question: '哪一盏' }, H3) },
  ],
  consulting: [
    { what: '还没有专家回答', life: () => opened().when({ type: 'consult', question: '怎么办' }, S1) },
    {
      what: '差一位专家',
      life: () =>
        opened()
          .when({ type: 'consult', question: '怎么办' }, S1)
          .when({ type: 'opine', accept: false, words: '不行' }, E1),
    },
  ],
  suspended: [
    { what: '停着钟', life: suspended },
    {
      what: '申请再挂一期，等审批',
      life: () => suspended().when({ type: 'suspend', reason: '还没到货' }, H3),
    },
  ],
  declined: [
    { what: '可以申诉一次', life: declined },
    {
      what: '申诉过了',
      life: () =>
        declined()
          .when({ type: 'appeal', reason: '确实不亮' })
          .when({ type: 'decline', reason: '看过了' }, L0),
    },
  ],
  withdrawn: [{ what: '居民撤销', life: () => opened().when({ type: 'withdraw' }) }],
  merged: [{ what: '并进了另一件', life: merged }],
};
