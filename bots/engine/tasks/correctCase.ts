import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { chooseFrom } from '../words/chooseFrom.ts';
import { correctTo } from './doTask.ts';

/** 修改 with words: an exact name is taken, anything else is offered for choice. */
export const offerCorrection = (scene: Scene, number: string, words: string): Step => {
  const services = scene.know.city.services.map(({ name, code }) => ({ label: name, value: code }));
  const named = chooseFrom(services, words);
  if (named.kind === 'chosen' && !/^\d+$/.test(words)) return correctTo(scene, number, named.value);
  const guesses = scene.know.classify(words).guesses.map(({ service }) => service);
  const question: Question = { kind: 'correct', number, ...(guesses.length > 0 ? { guesses } : {}) };
  const lead = guesses.length > 0 ? '' : `${say.noService}\n`;
  return done(withQuestion(scene.session, question), askQuestion(question, scene.know, lead));
};
