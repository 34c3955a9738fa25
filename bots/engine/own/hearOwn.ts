import type { Grade } from '../../../shared/domain/case/Case.ts';
import type { Step } from '../Dialog.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { fileRating } from '../rating/rateCase.ts';
import { rateOne } from '../rating/rateOne.ts';
import { readParts } from '../rating/readParts.ts';
import { done, type Scene, withoutQuestion, withSession } from '../Scene.ts';
import { ANSWER, answerAsked } from './answerAsked.ts';
import { hearAppeal } from './appealCase.ts';
import { doOwn } from './doOwn.ts';
import { OWN_ACTS, type OwnQuestion } from './OwnQuestion.ts';
import { chooseMaterial, hearSupply } from './supplyCase.ts';
import { hearWithdrawal, keepCase } from './withdrawCase.ts';

/** A button of what somebody is asked about their own report. */
export const takeOwn = (scene: Scene, question: OwnQuestion, value: string): Step => {
  switch (question.kind) {
    case 'offer': {
      const free = withSession(scene, withoutQuestion(scene.session));
      return actOnOwn(free, { word: value, number: question.number, words: '' }) ?? again(scene, question);
    }
    case 'withdraw':
      return keepCase(scene, question);
    case 'supply':
      return chooseMaterial(scene, question, value);
    case 'overall':
      return fileRating(scene, question.number, { ...question.parts, overall: value as Grade });
    case 'appeal':
      return again(scene, question);
  }
};

/** Free words to it. */
export const hearOwn = (scene: Scene, question: OwnQuestion, raw: string): Step => {
  switch (question.kind) {
    case 'withdraw':
      return hearWithdrawal(scene, question, raw);
    case 'appeal':
      return hearAppeal(scene, question, raw);
    case 'supply':
      return hearSupply(scene, question, raw);
    default:
      return again(scene, question);
  }
};

interface Chosen {
  readonly word: string;
  readonly number: string;
  readonly words: string;
}

/** What was meant for the case that was chosen now. Undefined when it is nothing of these. */
export const actOnOwn = (scene: Scene, { word, number, words }: Chosen): Step | undefined => {
  const act = OWN_ACTS.find((one) => one === word);
  if (act) return doOwn(scene, { act, number, words });
  if (word === ANSWER) return answerAsked(scene, number, words);
  const parts = readParts(word);
  return parts ? rateOne(scene, number, { ...parts, opinion: words }) : undefined;
};

const again = (scene: Scene, question: OwnQuestion): Step =>
  done(scene.session, askQuestion(question, scene.know));
