import type { Step } from './Dialog.ts';
import { omit } from './omit.ts';
import { resident as say } from './phrases/resident.ts';
import { askQuestion } from './questions/askQuestion.ts';
import { goBackInForm } from './report/hearReport.ts';
import { doneAside, runningQuestion } from './running.ts';
import { done, type Scene, withoutQuestion, withQuestion, withSession } from './Scene.ts';
import type { Question } from './Session.ts';
import { backToCard } from './tasks/backToCard.ts';
import { detailBefore } from './tasks/details/Detail.ts';

/** 返回: one step back in the running question, else in the form. */
export const goBack = (scene: Scene): Step => {
  const { form } = scene.session;
  const question = runningQuestion(scene.session);
  if (question) return backInQuestion(scene, question);
  return form ? goBackInForm(scene, form) : done(scene.session, { text: say.nothingToGoBack });
};

const backInQuestion = (scene: Scene, question: Question): Step => {
  const before = questionBefore(question);
  if (before) return done(withQuestion(scene.session, before), askQuestion(before, scene.know));
  return 'number' in question
    ? backToCard(scene, question.number)
    : doneAside(withSession(scene, withoutQuestion(scene.session)), {
        text: question.kind === 'later' ? say.laterDropped : say.droppedQuestion,
      });
};

/** The same question as it was before something was said to it. */
const questionBefore = (question: Question): Question | undefined => {
  if (question.kind === 'supplement' && question.doubt !== undefined) return omit(question, 'doubt');
  if (question.kind === 'detail') return detailBefore(question);
  if (question.kind === 'withdraw')
    return question.reason === undefined ? undefined : omit(question, 'reason');
  if ('reason' in question) return omit(question, 'reason');
  if (question.kind === 'correct' && question.guesses) return omit(question, 'guesses');
  if (question.kind === 'finish' && isBegun(question))
    return { ...omit(question, 'words', 'noPhoto', 'doubt'), photos: [] };
  return undefined;
};

const isBegun = ({ words, photos, noPhoto }: Extract<Question, { kind: 'finish' }>): boolean =>
  words !== undefined || photos.length > 0 || noPhoto === true;
