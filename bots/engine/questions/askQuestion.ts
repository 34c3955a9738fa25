import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Grade } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { serviceName } from '../cases/describeCase.ts';
import { binding } from '../phrases/binding.ts';
import { misses } from '../phrases/misses.ts';
import { posts } from '../phrases/posts.ts';
import { resident } from '../phrases/resident.ts';
import { staff } from '../phrases/staff.ts';
import type { Question } from '../Session.ts';
import { correctionMenu, correctionText } from '../tasks/correction.ts';
import { finishText } from '../tasks/finishText.ts';
import { workMenu } from '../tasks/workMenu.ts';
import { type Choice, labelsOf } from '../words/chooseFrom.ts';

/** What a button of a running question stands for: a word, a service code or a case number, as the question has it. */
export type QuestionChoice =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'end' };

/** The buttons of the running question. */
export const questionMenu = (question: Question, know: Knowledge): readonly Choice<QuestionChoice>[] => {
  switch (question.kind) {
    case 'decline':
      return question.reason === undefined ? staff.declineReasons.map(asValue) : SHOWN_BACK;
    case 'fail':
      return question.reason === undefined ? staff.failReasons.map(asValue) : SHOWN_BACK;
    case 'correct':
      return question.guesses ? [...question.guesses.map((code) => service(code, know)), NONE] : [];
    case 'correctPart':
    case 'condition':
      return correctionMenu(question, know).map((choice) => ({
        ...choice,
        value: { kind: 'value', value: choice.value },
      }));
    case 'finish':
      return question.words === undefined ? [] : [{ label: staff.submit, value: { kind: 'end' } }];
    case 'rate':
      return [{ label: resident.noOpinion, value: { kind: 'end' }, also: ['没有', '没了', '无', '没意见'] }];
    case 'supplement':
      if (question.doubt !== undefined) return DOUBT;
      return [
        { label: resident.supplementDone, value: { kind: 'end' }, also: ['没有了', '没了', '完了', '没有'] },
      ];
    case 'grade':
      return [
        { label: resident.takeGrade(gradeName(question.grade)), value: { kind: 'value', value: YES } },
        { label: resident.otherGrade, value: { kind: 'none' }, also: ['别的', '换一个', '重新选'] },
        { label: resident.noGrade, value: { kind: 'end' }, also: ['不评价', '不是评'] },
      ];
    case 'later':
      return [
        { label: resident.goOn, value: { kind: 'value', value: YES }, also: GO_ON },
        { label: resident.dropLater, value: { kind: 'end' } },
      ];
    case 'drop':
      return [
        {
          label: resident.drop,
          value: { kind: 'end' },
          also: ['不报', '我不报了', '取消', '清掉', '不要了'],
        },
        { label: resident.keepForm, value: { kind: 'value', value: YES }, also: KEEP },
      ];
    case 'bind':
      return [];
    case 'unbind':
      return [
        {
          label: binding.unbind,
          value: { kind: 'end' },
          also: ['确定', '确认', '是', '是的', '要', '要解绑'],
        },
        { label: binding.keep, value: { kind: 'value', value: YES }, also: KEEP_BOUND },
      ];
    case 'leave':
      return question.days ? LEAVE : [];
    case 'work':
      return workMenu(question.signed).map((choice) => ({
        ...choice,
        value: choice.value === 'work' ? { kind: 'value', value: YES } : { kind: 'none' },
      }));
    case 'which':
      return question.numbers.map(asValue);
  }
};

/** A reason in the person's own words is said yes to before it counts. */
const SHOWN_BACK: readonly Choice<QuestionChoice>[] = [
  { label: staff.confirm, value: { kind: 'end' } },
  { label: staff.back, value: { kind: 'none' } },
];

const YES = 'yes';

const LEAVE: readonly Choice<QuestionChoice>[] = [
  {
    label: posts.confirm,
    value: { kind: 'value', value: YES },
    also: ['确定', '是', '是的', '对', '好'],
    command: true,
  },
  { label: posts.otherDays, value: { kind: 'none' }, also: ['返回', '改一下', '日期不对'], command: true },
  {
    label: posts.noLeave,
    value: { kind: 'end' },
    also: ['取消', '不请', '不请假', '不请假了', '算了'],
    command: true,
  },
];

const KEEP = ['接着填', '继续', '继续报', '还要报', '要报', '返回', '不取消', '别取消', '别清'];

const KEEP_BOUND = ['取消', '返回', '先不解绑', '不要解绑', '别解绑', '不解'];

/** Words to 「补充什么」 that may be of another matter. */
const DOUBT: readonly Choice<QuestionChoice>[] = [
  {
    label: resident.doubtSame,
    value: { kind: 'value', value: YES },
    also: ['补充', '加上', '是补充', '就是补充', '同一件', '是这件'],
  },
  {
    label: resident.doubtOther,
    value: { kind: 'none' },
    also: ['另外一件', '另一件', '别的事', '新的', '报新的事', '不是补充', '不是这件', '不是同一件'],
  },
];

const GO_ON = ['接着报', '接着说', '接着', '继续报', '报第二件', '第二件', '说第二件', '下一件'];

/** `D 不满意`. */
const gradeName = (grade: Grade): string => `${grade} ${resident.grades[grade]}`;

const NONE: Choice<QuestionChoice> = { label: misses.noneOfThese, value: { kind: 'none' }, command: true };

const asValue = (value: string): Choice<QuestionChoice> => ({
  label: value,
  value: { kind: 'value', value },
});

const service = (code: string, know: Knowledge): Choice<QuestionChoice> => ({
  label: serviceName(code, know),
  value: { kind: 'value', value: code },
});

/** The running question, with its buttons. `lead` is what is said first, with its own line end. */
export const askQuestion = (question: Question, know: Knowledge, lead = ''): Reply => {
  const choices = labelsOf(questionMenu(question, know));
  return {
    text: `${lead}${textOf(question, know)}`,
    ...(choices.length > 0 ? { choices } : {}),
    ...(question.kind === 'finish' && question.photos.length === 0 && !question.noPhoto
      ? { wants: 'photo' as const }
      : {}),
  };
};

const textOf = (question: Question, know: Knowledge): string => {
  switch (question.kind) {
    case 'decline':
      return question.reason === undefined ? staff.askDecline : staff.askReason.decline(question.reason);
    case 'fail':
      return question.reason === undefined ? staff.askFail : staff.askReason.fail(question.reason);
    case 'correct':
      return question.guesses ? staff.offerServices : staff.askCorrect;
    case 'correctPart':
    case 'condition':
      return correctionText(question, know);
    case 'finish':
      return finishText(question);
    case 'rate':
      return question.grade === 'C' || question.grade === 'D'
        ? resident.askComplaint(resident.grades[question.grade])
        : resident.askOpinion(resident.grades[question.grade]);
    case 'grade':
      return resident.proposeGrade(question.number, gradeName(question.grade));
    case 'later':
      return resident.askLater(question.words);
    case 'supplement':
      return question.doubt === undefined
        ? resident.askSupplement(question.number)
        : resident.askDoubt(question.number);
    case 'drop':
      return resident.askDrop;
    case 'bind':
      return binding.ask;
    case 'unbind':
      return binding.askUnbind(question.who);
    case 'leave':
      return leaveText(question);
    case 'work':
      return question.signed ? staff.askWork(question.about) : staff.askWorkUnsigned(question.about);
    case 'which':
      return resident.which(question.word);
  }
};

const leaveText = ({ shown, count }: Extract<Question, { kind: 'leave' }>): string => {
  if (shown) return posts.confirmLeave(shown.days, shown.standIns);
  return count === undefined ? posts.askDays : posts.askStart(count);
};
