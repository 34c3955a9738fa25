import type { CaseCommand, CommandType } from '../../shared/domain/case/CaseCommand.ts';
import { at, report } from './lifeOf.ts';
import { inEast } from './smallCity.ts';

/** A command with its name in the words of the field, and as it is given in ways that may lead to different ends. */
interface Samples {
  readonly name: string;
  readonly given: readonly CaseCommand[];
}

/** Of every command. A new one does not compile without. */
export const COMMAND_SAMPLES: { readonly [T in CommandType]: Samples } = {
  open: {
    name: '上报',
    given: [
      report(),
      report({ service: 'Z2001' }),
      report({ service: 'Z2002', patrol: {} }),
      report({ patrol: { solved: { report: '扶正了', photos: ['photos/s/1'] } } }),
    ],
  },
  supplement: { name: '补充', given: [{ type: 'supplement', text: '门口那盏' }] },
  supply: { name: '补交材料', given: [{ type: 'supply', material: 'plan', text: '平面图' }] },
  withdraw: { name: '撤销', given: [{ type: 'withdraw' }] },
  appeal: { name: '申诉', given: [{ type: 'appeal', reason: '确实不亮' }] },
  urge: { name: '催一催', given: [{ type: 'urge' }] },
  verify: { name: '属实', given: [{ type: 'verify' }] },
  correct: {
    name: '修改',
    given: [
      { type: 'correct', service: '06010' },
      { type: 'correct', service: 'Z2002' },
      { type: 'correct', place: inEast },
    ],
  },
  decline: { name: '不属实、不予受理', given: [{ type: 'decline', reason: '现场没有发现' }] },
  merge: {
    name: '并案',
    given: [
      {
        type: 'merge',
        into: { number: '202609270000001', openedAt: at('2026-09-27 10:00'), stage: 'handling' },
      },
    ],
  },
  solve: { name: '当场办结', given: [{ type: 'solve', report: '扶正了', photos: ['photos/s/1'] }] },
  accept: { name: '受理', given: [{ type: 'accept' }] },
  dispatch: { name: '派遣', given: [{ type: 'dispatch', unit: 'U01' }] },
  redispatch: { name: '改派', given: [{ type: 'redispatch', unit: 'U31', reason: '换一家' }] },
  conclude: { name: '终结', given: [{ type: 'conclude', reason: '只能这样' }] },
  sign: { name: '签收', given: [{ type: 'sign' }] },
  finish: { name: '办结', given: [{ type: 'finish', report: '办好了', photos: [] }] },
  return: { name: '退回', given: [{ type: 'return', reason: '不归我们' }] },
  transfer: {
    name: '转办',
    given: [
      { type: 'transfer', to: { person: 'H4' } },
      { type: 'transfer', to: { unit: 'U31' } },
    ],
  },
  cohandle: { name: '会办', given: [{ type: 'cohandle', unit: 'U00', reason: '请帮忙' }] },
  extend: { name: '延期', given: [{ type: 'extend', by: '1h', reason: '来不及' }] },
  suspend: { name: '挂账', given: [{ type: 'suspend', reason: '等备件' }] },
  resume: { name: '恢复办理', given: [{ type: 'resume' }] },
  approve: { name: '同意', given: [{ type: 'approve' }] },
  reject: { name: '不同意', given: [{ type: 'reject', reason: '抓紧办' }] },
  ask: { name: '补正材料', given: [{ type: 'ask', question: '哪一盏' }] },
  consult: { name: '专家咨询', given: [{ type: 'consult', question: '怎么办' }] },
  opine: {
    name: '专家意见',
    given: [
      { type: 'opine', accept: true, words: '可以' },
      { type: 'opine', accept: false, words: '不行' },
    ],
  },
  pass: { name: '合格', given: [{ type: 'pass' }] },
  fail: { name: '不合格', given: [{ type: 'fail', reason: '没好' }] },
  rate: {
    name: '评价',
    given: [
      { type: 'rate', rating: { overall: 'A' } },
      { type: 'rate', rating: { overall: 'D' } },
    ],
  },
  visit: {
    name: '回访',
    given: [
      { type: 'visit', agreed: true, words: '可以了' },
      { type: 'visit', agreed: false, words: '还是不亮' },
    ],
  },
  join: {
    name: '并入',
    given: [
      { type: 'join', child: '202609280000008', cases: [{ number: '202609280000008', reporter: 'web:r-3' }] },
    ],
  },
  unmerge: { name: '并案撤回', given: [{ type: 'unmerge' }] },
  handOver: {
    name: '交接',
    given: ['supervisor@990101001001001', 'dispatcher@990101001', 'unit@U03'].map((owner) => ({
      type: 'handOver',
      owner: owner as 'unit@U03',
      until: at('2027-01-01 00:00'),
      from: ['X1'],
      to: ['X2'],
      because: 'ledger',
    })),
  },
  tick: { name: '时间到', given: [{ type: 'tick' }] },
};
