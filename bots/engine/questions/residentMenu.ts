import type { Grade } from '../../../shared/domain/case/Case.ts';
import { materials } from '../phrases/materials.ts';
import { own } from '../phrases/own.ts';
import { resident as say } from '../phrases/resident.ts';
import type { Question } from '../Session.ts';
import type { Choice } from '../words/chooseFrom.ts';
import { type QuestionChoice, YES } from './QuestionChoice.ts';

/** What whoever reports something is asked, besides the form. */
export type ResidentQuestion = Extract<
  Question,
  {
    kind:
      | 'rate'
      | 'grade'
      | 'overall'
      | 'supplement'
      | 'later'
      | 'drop'
      | 'offer'
      | 'withdraw'
      | 'appeal'
      | 'supply';
  }
>;

type Menu = readonly Choice<QuestionChoice>[];

export const residentMenu = (question: ResidentQuestion): Menu => {
  switch (question.kind) {
    case 'rate':
      return [{ label: say.noOpinion, value: { kind: 'end' }, also: ['没有', '没了', '无', '没意见'] }];
    case 'grade':
      return [
        { label: say.takeGrade(gradeName(question.grade)), value: { kind: 'value', value: YES } },
        { label: say.otherGrade, value: { kind: 'none' }, also: ['别的', '换一个', '重新选'] },
        { label: say.noGrade, value: { kind: 'end' }, also: ['不评价', '不是评'] },
      ];
    case 'overall':
      return GRADES.map((grade) => ({
        label: gradeName(grade),
        value: { kind: 'value', value: grade },
        also: [grade, say.grades[grade]],
      }));
    case 'supplement':
      return question.doubt === undefined ? SUPPLEMENT : DOUBT;
    case 'later':
      return [
        { label: say.goOn, value: { kind: 'value', value: YES }, also: GO_ON },
        { label: say.dropLater, value: { kind: 'end' } },
      ];
    case 'drop':
      return [
        { label: say.drop, value: { kind: 'end' }, also: ['不报', '我不报了', '取消', '清掉', '不要了'] },
        { label: say.keepForm, value: { kind: 'value', value: YES }, also: KEEP },
      ];
    case 'offer':
      return question.acts.map((act) => ({ label: act, value: { kind: 'value', value: act } }));
    case 'withdraw':
      return WITHDRAW;
    case 'appeal':
      return [];
    case 'supply':
      return question.material
        ? []
        : question.owed.map(({ code, name }) => ({ label: name, value: { kind: 'value', value: code } }));
  }
};

export const residentText = (question: ResidentQuestion): string => {
  switch (question.kind) {
    case 'rate':
      return question.grade === 'C' || question.grade === 'D'
        ? say.askComplaint(say.grades[question.grade])
        : say.askOpinion(say.grades[question.grade]);
    case 'grade':
      return say.proposeGrade(question.number, gradeName(question.grade));
    case 'overall':
      return say.askOverall;
    case 'supplement':
      return question.doubt === undefined
        ? say.askSupplement(question.number)
        : say.askDoubt(question.number);
    case 'later':
      return say.askLater(question.words);
    case 'drop':
      return say.askDrop;
    case 'offer':
      return '';
    case 'withdraw':
      return own.askWithdraw(question.about, question.reason);
    case 'appeal':
      return own.askAppeal(question.number);
    case 'supply':
      return question.material ? materials.askSupply(question.material.name) : materials.which;
  }
};

/** `D 不满意`. */
const gradeName = (grade: Grade): string => `${grade} ${say.grades[grade]}`;

const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D'];

const SUPPLEMENT: Menu = [
  { label: say.supplementDone, value: { kind: 'end' }, also: ['没有了', '没了', '完了', '没有'] },
];

/** Words to 「补充什么」 that may be of another matter. */
const DOUBT: Menu = [
  {
    label: say.doubtSame,
    value: { kind: 'value', value: YES },
    also: ['补充', '加上', '是补充', '就是补充', '同一件', '是这件'],
  },
  {
    label: say.doubtOther,
    value: { kind: 'none' },
    also: ['另外一件', '另一件', '别的事', '新的', '报新的事', '不是补充', '不是这件', '不是同一件'],
  },
];

const GO_ON = ['接着报', '接着说', '接着', '继续报', '报第二件', '第二件', '说第二件', '下一件'];
const KEEP = ['接着填', '继续', '继续报', '还要报', '要报', '返回', '不取消', '别取消', '别清'];

const WITHDRAW: Menu = [
  {
    label: own.withdraw,
    value: { kind: 'end' },
    also: ['确认', '确定', '确定撤销', '撤销', '撤回', '是', '是的', '要', '要撤销'],
  },
  {
    label: own.keepGoing,
    value: { kind: 'value', value: YES },
    also: [
      '取消',
      '返回',
      '不撤',
      '不撤了',
      '别撤',
      '别撤销',
      '不要撤',
      '不要撤销',
      '先不撤',
      '接着办',
      '继续办',
    ],
  },
];
