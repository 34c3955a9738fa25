import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { serviceName } from '../cases/describeCase.ts';
import { resident } from '../phrases/resident.ts';
import { staff } from '../phrases/staff.ts';
import type { Question } from '../Session.ts';
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
      return staff.declineReasons.map(asValue);
    case 'fail':
      return staff.failReasons.map(asValue);
    case 'correct':
      return question.guesses ? [...question.guesses.map((code) => service(code, know)), NONE] : [];
    case 'finish':
      return question.words === undefined ? [] : [{ label: staff.submit, value: { kind: 'end' } }];
    case 'rate':
      return [{ label: resident.noOpinion, value: { kind: 'end' }, also: ['没有', '没了', '无', '没意见'] }];
    case 'supplement':
      return [
        { label: resident.supplementDone, value: { kind: 'end' }, also: ['没有了', '没了', '完了', '没有'] },
      ];
    case 'which':
      return question.numbers.map(asValue);
  }
};

const NONE: Choice<QuestionChoice> = { label: resident.noneOfThese, value: { kind: 'none' } };

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
    text: `${lead}${textOf(question)}`,
    ...(choices.length > 0 ? { choices } : {}),
    ...(question.kind === 'finish' && question.photos.length === 0 ? { wants: 'photo' as const } : {}),
  };
};

const textOf = (question: Question): string => {
  switch (question.kind) {
    case 'decline':
      return staff.askDecline;
    case 'fail':
      return staff.askFail;
    case 'correct':
      return question.guesses ? staff.offerServices : staff.askCorrect;
    case 'finish':
      return finishText(question);
    case 'rate':
      return resident.askOpinion(resident.grades[question.grade]);
    case 'supplement':
      return resident.askSupplement(question.number);
    case 'which':
      return resident.which(question.word);
  }
};

const finishText = (question: Extract<Question, { kind: 'finish' }>): string => {
  if (question.words !== undefined) return staff.askFinishPhoto(question.words);
  return question.photos.length > 0 ? staff.askFinishWords(question.photos.length) : staff.askFinish;
};
