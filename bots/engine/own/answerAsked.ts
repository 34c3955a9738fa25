import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { isQuestion } from '../../../shared/domain/text/isQuestion.ts';
import { isUrging } from '../../../shared/domain/text/isUrging.ts';
import { isWithdrawing } from '../../../shared/domain/text/isWithdrawing.ts';
import { supplementPhoto, supplementPlace, supplementText } from '../cases/supplementCase.ts';
import type { Step } from '../Dialog.ts';
import { own as say } from '../phrases/own.ts';
import { askWhich } from '../questions/askWhich.ts';
import { asksForAnother, compareWithCase, startAnother } from '../questions/hearSupplement.ts';
import { moodOfWork } from '../rating/moodOfWork.ts';
import type { Tapped } from '../report/placeFromPoint.ts';
import { done, type Scene } from '../Scene.ts';
import { openCards } from '../tasks/cards.ts';

/** What is kept while it is asked which question was answered. */
export const ANSWER = '答复';

/**
 * What is said with nothing else begun, while a unit waits for an answer, is the answer: also 「没有」 and 「不知道」. Not what urges,
 * takes back, or is of another matter. Undefined when nothing is waited for.
 */
export const hearAnswer = (scene: Scene, raw: string): Step | undefined => {
  const { asked = [] } = scene.session;
  const [first] = asked;
  if (!first || isUrging(raw) || isWithdrawing(raw) === 'withdraws') return undefined;
  if (asksForAnother(raw)) return startAnother(scene);
  // Whoever asks back has not answered: the unit would get a question, and the clock would run.
  if (asked.length === 1 && isQuestion(raw))
    return done(scene.session, { text: say.askedBack(first.number, first.words) });
  const rates = openCards(scene.session).some(({ kind }) => kind === 'rate');
  if (rates && moodOfWork(scene, raw)) return undefined;
  if (asked.length === 1) return answerAsked(scene, first.number, raw);
  const numbers = asked.map(({ number }) => number);
  return askWhich(scene, { kind: 'which', word: ANSWER, numbers, words: raw }, [], say.whichAsked);
};

/** The answer to what was asked of one case, unless it rather tells of another matter. */
export const answerAsked = (scene: Scene, number: string, raw: string): Step =>
  compareWithCase(scene, { kind: 'supplement', number }, raw);

/** A photo with nothing else begun, while exactly one answer is waited for. */
export const answerWithPhoto = (scene: Scene, photo: string): Step | undefined => {
  const only = onlyAsked(scene);
  return only === undefined ? undefined : supplementPhoto(scene, only, photo);
};

export const answerWithPlace = (scene: Scene, tapped: Tapped): Step | undefined => {
  const only = onlyAsked(scene);
  return only === undefined ? undefined : supplementPlace(scene, only, tapped);
};

const onlyAsked = ({ session: { asked = [], form } }: Scene): string | undefined =>
  form || asked.length !== 1 ? undefined : asked[0]?.number;

/** 「可以上门看吗」: a yes is the answer. To anything else 「好的」 only says that it was read. */
const ASKS_YES_NO = /[吗么嘛]|是不是|是否|能不能|能否|可不可以|可否|有没有|要不要|行不行|方便/u;

/** 「好的」「不用」 with nothing else begun, while an answer is waited for. */
export const answerWithNod = (scene: Scene, raw: string): Step | undefined => {
  const [only, ...others] = scene.session.asked ?? [];
  if (!only || others.length > 0 || scene.session.form) return undefined;
  return ASKS_YES_NO.test(only.words) && readYesNo(raw) !== undefined
    ? supplementText(scene, only.number, raw)
    : done(scene.session, { text: say.askedStill(only.number, only.words) });
};
