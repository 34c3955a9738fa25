import { staff } from '../phrases/staff.ts';
import type { Choice } from '../words/chooseFrom.ts';

const SAME = ['是', '是的', '对', '对的', '就是这件', '是这件'];

const REPORT: Choice<'work' | 'report'> = {
  label: staff.reportNew,
  value: 'report',
  also: ['报新的', '另报', '另外上报', '上报新的', '报事', '新的', '另一件', '别的事'],
};

/** To what somebody said of work: it is a task in hand, or something new. What is not signed yet is signed first. */
export const workMenu = (signed: boolean): readonly Choice<'work' | 'report'>[] => [
  signed
    ? { label: staff.labels.finish, value: 'work', also: [...SAME, '办好了', '办结了'] }
    : { label: staff.labels.sign, value: 'work', also: SAME },
  REPORT,
];
