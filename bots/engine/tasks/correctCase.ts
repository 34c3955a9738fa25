import type { Case } from '../../../shared/domain/case/Case.ts';
import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import type { Question } from '../Session.ts';
import type { Choice } from '../words/chooseFrom.ts';
import { type Correction, conditionMenu, tellsConditions } from './correction.ts';
import { correctTo } from './doTask.ts';

/** 修改 without words: asks which part is wrong, where there are two; else what it is. */
export const startCorrection = (scene: Scene, { number, service, condition }: Case): Step =>
  ask(
    scene,
    tellsConditions(service, scene.know)
      ? { kind: 'correctPart', number, service, condition }
      : { kind: 'correct', number },
  );

/** A button of 修改. */
export const chooseCorrection = (scene: Scene, question: Correction, value: string): Step => {
  const { number, service } = question;
  if (question.kind === 'condition') return correctTo(scene, number, service, value);
  return ask(
    scene,
    value === 'condition' ? { kind: 'condition', number, service } : { kind: 'correct', number },
  );
};

/** Words instead of a button: the name of another service, or of a condition, by itself. */
export const hearCorrection = (scene: Scene, question: Correction, words: string): Step => {
  const { number, service } = question;
  if (question.kind === 'condition')
    return correctByName(scene, number, words) ?? ask(scene, question, say.chooseOne);
  return offerCorrection(scene, number, words, service);
};

/** 修改 with words: an exact name is taken, anything else is offered for choice. `filed`: the service it is filed under, where known. */
export const offerCorrection = (scene: Scene, number: string, words: string, filed?: string): Step =>
  (filed === undefined ? undefined : conditionByName(scene, number, words, filed)) ??
  correctByName(scene, number, words) ??
  offer(scene, number, words);

const conditionByName = (scene: Scene, number: string, words: string, service: string): Step | undefined => {
  if (!tellsConditions(service, scene.know)) return undefined;
  const code = named(conditionMenu(service, scene.know), words);
  return code === undefined ? undefined : correctTo(scene, number, service, code);
};

const correctByName = (scene: Scene, number: string, words: string): Step | undefined => {
  const code = named(
    scene.know.city.services.map(({ name, code }) => ({ label: name, value: code })),
    words,
  );
  return code === undefined ? undefined : correctService(scene, number, code);
};

/** By name only: nobody was shown these in order, so that 「第一个」 means none of them. */
const named = (menu: readonly Choice<string>[], words: string): string | undefined =>
  menu.find(({ label, also = [] }) => exactWord(words, [label, ...also]) !== undefined)?.value;

/** The service is clear; where it tells conditions apart, which of them it is has to be said too. */
export const correctService = (scene: Scene, number: string, service: string): Step =>
  tellsConditions(service, scene.know)
    ? ask(scene, { kind: 'condition', number, service })
    : correctTo(scene, number, service);

const offer = (scene: Scene, number: string, words: string): Step => {
  const guesses = scene.know.classify(words).guesses.map(({ service }) => service);
  return guesses.length > 0
    ? ask(scene, { kind: 'correct', number, guesses })
    : ask(scene, { kind: 'correct', number }, `${say.noService}\n`);
};

const ask = (scene: Scene, question: Question, lead = ''): Step =>
  done(withQuestion(scene.session, question), askQuestion(question, scene.know, lead));
