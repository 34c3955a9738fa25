import type { Case } from '../../../shared/domain/case/Case.ts';
import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
import { askQuestion } from '../questions/askQuestion.ts';
import { done, type Scene, withQuestion } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { type Choice, chooseFrom } from '../words/chooseFrom.ts';
import { type Correction, conditionMenu, tellsConditions } from './correction.ts';
import type { Detail } from './details/Detail.ts';
import { detailMenu } from './details/detailMenu.ts';
import { chooseInDetail, startDetail } from './details/hearDetail.ts';
import { correctTo } from './doTask.ts';
import { nameCase } from './nameCase.ts';

/** 修改 without words: asks which part is wrong. */
export const startCorrection = (scene: Scene, state: Case): Step =>
  ask(scene, {
    kind: 'correctPart',
    number: state.number,
    service: state.service,
    condition: state.condition,
    about: nameCase(state, scene.know),
  });

/** 修改 with words: 「修改 地点 建设路36号」, 「修改 不紧急」, or what it is. */
export const correctWith = (scene: Scene, state: Case, words: string): Step =>
  otherPart(scene, { number: state.number, about: nameCase(state, scene.know) }, words) ??
  offerCorrection(scene, state.number, words, state.service);

const PLACE =
  /^(?:地点|位置|地址)(?:不对|错了|有误)?(?:[\s,，、：:]*(?:应该|应|改)?(?:在|是|为|到|成)?[\s：:]*)/u;
/** 「地点 建设路36号，紧急」 */
const AND_URGENCY = /[\s,，、;；]+(?:而且|也|并且|是|应该)?(不紧急|紧急)[。.!！]?$/u;
const URGENCY = /^(?:紧急程度|不紧急|紧急|加急|不急)/u;

/** Where it is, and how urgent: undefined where the words are about something else. */
const otherPart = (
  scene: Scene,
  { number, about }: { readonly number: string; readonly about: string },
  words: string,
): Step | undefined => {
  const detail = { kind: 'detail', number, about } as const;
  const place = PLACE.exec(words)?.[0];
  if (place !== undefined) {
    const [said = '', urgency] = words.slice(place.length).split(AND_URGENCY);
    const urgent = urgency === undefined ? {} : { urgent: !urgency.startsWith('不') };
    return startDetail(scene, { ...detail, action: 'place', ...urgent }, said);
  }
  if (!URGENCY.test(words)) return undefined;
  const urgency: Detail = { ...detail, action: 'urgent' };
  const chosen = chooseFrom(detailMenu(urgency, scene.know), words);
  return chosen.kind === 'chosen'
    ? chooseInDetail(scene, urgency, chosen.value)
    : startDetail(scene, urgency);
};

/** A button of 修改. */
export const chooseCorrection = (scene: Scene, question: Correction, value: string): Step => {
  const { number, service } = question;
  if (question.kind === 'condition') return correctTo(scene, number, service, value);
  switch (value) {
    case 'condition':
      return ask(scene, { kind: 'condition', number, service });
    case 'place':
    case 'urgent':
      return startDetail(scene, { kind: 'detail', number, about: question.about, action: value });
    default:
      return ask(scene, { kind: 'correct', number });
  }
};

/** Words instead of a button: the name of another service, or of a condition, by itself. */
export const hearCorrection = (scene: Scene, question: Correction, words: string): Step => {
  const { number, service } = question;
  if (question.kind === 'condition')
    return correctByName(scene, number, words) ?? ask(scene, question, say.chooseOne);
  return otherPart(scene, question, words) ?? offerCorrection(scene, number, words, service);
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
