import { staff } from '../phrases/staff.ts';
import type { Question } from '../Session.ts';

type Finish = Extract<Question, { kind: 'finish' }>;

/** What 办结 asks for next, behind the name of the case. */
export const finishText = (question: Finish): string =>
  `${question.about === undefined ? '' : `${(question.onSpot ? staff.solving : staff.finishing)(question.about)}\n`}${askedOf(question)}`;

const askedOf = (question: Finish): string => {
  if (question.words !== undefined && question.doubt) return staff.askFinishDoubt(question.words);
  if (question.words !== undefined)
    return (question.onSpot ? staff.askSolvePhoto : staff.askFinishPhoto)(question.words);
  if (question.noPhoto) return staff.askFinishOnlyWords;
  return question.photos.length > 0
    ? staff.askFinishWords(question.photos.length)
    : question.onSpot
      ? staff.askSolve
      : staff.askFinish;
};
