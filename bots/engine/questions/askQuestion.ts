import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { serviceName } from '../cases/describeCase.ts';
import { binding } from '../phrases/binding.ts';
import { misses } from '../phrases/misses.ts';
import { posts } from '../phrases/posts.ts';
import { resident } from '../phrases/resident.ts';
import { staff } from '../phrases/staff.ts';
import type { Question } from '../Session.ts';
import { correctionMenu, correctionText } from '../tasks/correction.ts';
import { detailMenu } from '../tasks/details/detailMenu.ts';
import { detailText } from '../tasks/details/detailText.ts';
import { finishText } from '../tasks/finishText.ts';
import { reasonsOf } from '../tasks/reasonsOf.ts';
import { workMenu } from '../tasks/workMenu.ts';
import { type Choice, labelsOf } from '../words/chooseFrom.ts';
import { type QuestionChoice, YES } from './QuestionChoice.ts';
import { residentMenu, residentText } from './residentMenu.ts';

/** The buttons of the running question. */
export const questionMenu = (question: Question, know: Knowledge): readonly Choice<QuestionChoice>[] => {
  switch (question.kind) {
    case 'decline':
    case 'fail':
      return question.reason === undefined ? reasonsOf(question.kind, know).map(asValue) : SHOWN_BACK;
    case 'detail':
      return detailMenu(question, know);
    case 'correct':
      return question.guesses ? [...question.guesses.map((code) => service(code, know)), NONE] : [];
    case 'correctPart':
    case 'condition':
      return correctionMenu(question, know).map((choice) => ({
        ...choice,
        value: { kind: 'value', value: choice.value },
      }));
    case 'finish':
      return question.words === undefined || question.onSpot
        ? []
        : [{ label: staff.submit, value: { kind: 'end' } }];
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
    default:
      return residentMenu(question);
  }
};

/** A reason in the person's own words is said yes to before it counts. */
const SHOWN_BACK: readonly Choice<QuestionChoice>[] = [
  { label: staff.confirm, value: { kind: 'end' } },
  { label: staff.back, value: { kind: 'none' } },
];

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

const KEEP_BOUND = ['取消', '返回', '先不解绑', '不要解绑', '别解绑', '不解'];

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
      return declineText(question);
    case 'fail':
      return question.reason === undefined ? staff.askFail : staff.askReason.fail(question.reason);
    case 'detail':
      return detailText(question);
    case 'correct':
      return question.guesses ? staff.offerServices : staff.askCorrect;
    case 'correctPart':
    case 'condition':
      return correctionText(question, know);
    case 'finish':
      return finishText(question);
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
    default:
      return residentText(question);
  }
};

const declineText = ({ reason, refuses }: Extract<Question, { kind: 'decline' | 'fail' }>): string => {
  if (reason === undefined) return refuses ? staff.askRefuse : staff.askDecline;
  return refuses ? staff.askReason.refuse(reason) : staff.askReason.decline(reason);
};

const leaveText = ({ shown, count }: Extract<Question, { kind: 'leave' }>): string => {
  if (shown) return posts.confirmLeave(shown.days, shown.standIns);
  return count === undefined ? posts.askDays : posts.askStart(count);
};
