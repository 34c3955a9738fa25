import { policyOf } from '../../../shared/domain/city/policyOf.ts';
import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { listTasks } from '../cases/showProgress.ts';
import type { Step } from '../Dialog.ts';
import { details } from '../phrases/details.ts';
import { resident } from '../phrases/resident.ts';
import { staff as say } from '../phrases/staff.ts';
import { askWhich } from '../questions/askWhich.ts';
import { askAgain, doneAside, isBusy } from '../running.ts';
import { done, type Scene } from '../Scene.ts';
import type { Question } from '../Session.ts';
import { chooseFrom } from '../words/chooseFrom.ts';
import { type Command, readCommand, readMenuNumber, readNumber } from '../words/readWords.ts';
import type { Action } from './Action.ts';
import { orTasks, passed } from './act.ts';
import { cardMenu, cardWords, offers } from './cardMenu.ts';
import { type Card, cardOfCase, numberOfCard, openCards, seqOfCard } from './cards.ts';
import { readDispatch } from './details/readDispatch.ts';
import { perform } from './perform.ts';
import { inOrder, performOne } from './performOne.ts';
import { actionOfWord } from './performWord.ts';
import { dealAgain } from './showCard.ts';
import { focusCard } from './withFocus.ts';

/** A label of a card, perhaps with a case number and words: `签收`, `签收 2026…`, `办结 已更换灯泡`. */
export const hearTaskWord = (scene: Scene, raw: string): Step | undefined => {
  const command = readCommand(raw);
  if (!command || !worksOnTasks(scene)) return undefined;
  const sent = hearDispatch(scene, raw);
  if (sent) return sent;
  if (!isBusy(scene.session) && exactWord(raw, stepsOf(scene)) !== undefined)
    return done(scene.session, { text: say.stepPassed });
  const action = actionOfWord(scene, command.word);
  if (!action || action.type === 'rate' || !isMeant(scene, action, command)) return undefined;
  if (command.rest !== '' && !TAKES_WORDS.has(action.type) && !isCourtesy(command.rest))
    return onlyWord(scene, action, command);
  if (action.type === 'merge' && isOther(scene, action, command))
    return performOne(scene, action, { word: command.word, words: command.number ?? '' });
  const number = command.number ?? askedNumber(scene, action);
  const words = TAKES_WORDS.has(action.type) ? command.rest : '';
  if (number !== undefined) return perform(scene, { number, action, words });
  return performOne(scene, action, { word: command.word, words });
};

/** 「属实，但是地点不对」 does nothing. The card that is meant shows its buttons once more. */
const onlyWord = (scene: Scene, action: Action, { word, number }: Command): Step => {
  const text = say.onlyWord(word);
  const card = number === undefined ? focusCard(scene) : cardOfCase(scene.session, number);
  if (isBusy(scene.session) || !card || !offers(card.kind, action)) return askAgain(scene, `${text}\n`, text);
  const { session, buttons } = dealAgain(scene.session, card, scene.know);
  return done(session, { text: `${say.aboutCase(card.number)}${text}`, ...buttons });
};

/** Buttons of questions that are only asked in between: said later, they are answers to nothing, and no report either. */
const stepsOf = ({ know }: Scene): readonly string[] => [
  say.submit,
  ...policyOf(know.city).declines,
  ...say.failReasons,
  ...Object.values(say.correctParts),
  ...Object.values(details.reasons).flat(),
];

/** Of every other, words behind the label mean that it is not meant so: 「属实，但是地点不对」. */
const TAKES_WORDS: ReadonlySet<Action['type']> = new Set([
  'decline',
  'fail',
  'correct',
  'finish',
  'solve',
  'merge',
  'ask',
  'consult',
  'accept',
  'conclude',
  'redispatch',
  'return',
  'extend',
  'cohandle',
  'transfer',
  'suspend',
  'reject',
  'content',
  'discontent',
]);

const isCourtesy = (text: string): boolean => exactWord(text, ['谢谢', '收到', '好的']) !== undefined;

const worksOnTasks = (scene: Scene): boolean =>
  scene.turn.person !== undefined || openCards(scene.session).some(({ kind }) => kind !== 'rate');

/**
 * A unit's name is a choice only where somebody is to be dispatched; else it is a word like any other. So is 同意, which answers other
 * questions as well.
 */
const isMeant = (scene: Scene, action: Action, command: Command): boolean => {
  if (command.number !== undefined) return true;
  if (action.type === 'dispatch')
    return command.rest === '' && openCards(scene.session).some(({ kind }) => offers(kind, action));
  if (RATES.has(action.type) && isRating(scene)) return false;
  return !COMMON.has(action.type) || !isBusy(scene.session) || askedNumber(scene, action) !== undefined;
};

/** 「满意了」 of somebody who is asked for a rating of their own is of that. */
const RATES: ReadonlySet<Action['type']> = new Set(['content', 'discontent']);

const isRating = ({ session }: Scene): boolean => {
  const kinds = openCards(session).map(({ kind }) => kind);
  return kinds.includes('rate') && !kinds.includes('visit');
};

/** Words that people say of other things, too. */
const COMMON: ReadonlySet<Action['type']> = new Set([
  'approve',
  'reject',
  'accept',
  'conclude',
  'content',
  'discontent',
  'merge',
  'transfer',
  'resume',
]);

/** 「路灯管理所，协办 供电公司」, 「派遣 2026… 路灯管理所」, while somebody is to be dispatched: every word of it has to be understood. */
const hearDispatch = (scene: Scene, raw: string): Step | undefined => {
  const cards = openCards(scene.session).filter(({ kind }) => offers(kind, DISPATCH));
  const number = /(?<!\d)\d{15}(?!\d)/u.exec(raw)?.[0];
  if ((cards.length === 0 && number === undefined) || scene.session.question || REDISPATCH.test(raw))
    return undefined;
  const said = number === undefined ? raw : raw.replace(number, ' ');
  const dispatched = readDispatch(said.replace(/\s+/gu, ' '), scene.know);
  if (!dispatched) return undefined;
  const action = { type: 'dispatch', ...dispatched } as const;
  if (number !== undefined) return perform(scene, { number, action });
  if (dispatched.assist === undefined)
    return performOne(scene, action, { word: scene.know.unit(dispatched.unit)?.name ?? dispatched.unit });
  // Who helps is not kept while it is asked which case is meant.
  const opened = cards.find((card) => card.number === focusCard(scene)?.number);
  const [only] = cards;
  const card = opened ?? (cards.length === 1 ? only : undefined);
  return card
    ? perform(scene, { number: card.number, action })
    : done(scene.session, { text: say.needNumber(say.dispatchLabel) });
};

const DISPATCH: Action = { type: 'dispatch', unit: '' };
const REDISPATCH = /^\s*改派/u;

/** 「并案 2026…」 with the number of a case that is not to be merged itself: that is the one it goes into. */
const isOther = ({ session }: Scene, action: Action, { number, rest }: Command): boolean =>
  number !== undefined &&
  rest === '' &&
  !openCards(session).some((card) => card.number === number && offers(card.kind, action));

/** 「不属实，没有发现」 as the answer to 「为什么不属实」 is about the case that was asked about. */
const askedNumber = (scene: Scene, action: Action): string | undefined => {
  const { question } = scene.session;
  return question && 'number' in question && actionAsking(question) === action.type
    ? question.number
    : undefined;
};

const actionAsking = (question: Question): string => {
  switch (question.kind) {
    case 'correctPart':
    case 'condition':
      return 'correct';
    case 'detail':
      return question.action;
    case 'finish':
      return question.onSpot ? 'solve' : 'finish';
    default:
      return question.kind;
  }
};

/** A number by itself, while nothing else is asked: the button of the card opened last, or of the one that has it, else which card. */
export const hearCardNumber = (scene: Scene, raw: string): Step | undefined => {
  const said = readMenuNumber(raw);
  if (said === undefined) return undefined;
  const opened = focusCard(scene);
  const cards = opened ? [opened] : openCards(scene.session);
  const [only] = cards;
  if (!only) return doneAside(scene, { text: `${resident.noMenu}${orTasks(scene)}` });
  const fitting = cards.filter(({ kind }) => said >= 1 && said <= cardMenu(kind, scene.know).length);
  const [first] = fitting;
  if (!first) return noSuchNumber(scene, said, cards);
  const action = cardMenu(first.kind, scene.know)[said - 1]?.value;
  if (fitting.length === 1 && action) return perform(scene, { number: first.number, action });
  return askWhich(scene, { kind: 'which', word: String(said), numbers: inOrder(fitting) }, []);
};

/** No card has so many buttons; where it is clear which one was meant, they are shown once more. */
const noSuchNumber = (scene: Scene, said: number, cards: readonly Card[]): Step => {
  const [only] = cards;
  const most = Math.max(...cards.map(({ kind }) => cardMenu(kind, scene.know).length));
  const text = resident.noSuchNumber(said, most);
  if (!only || cards.length > 1) return doneAside(scene, { text: `${text}${orTasks(scene)}` });
  const { session, buttons } = dealAgain(scene.session, only, scene.know);
  return done(session, { text: `${say.aboutCase(only.number)}${text}`, ...buttons });
};

/** A button. One of a card that is gone does nothing, and the person is told how the case stands now. */
export const pressCard = (scene: Scene, id: string, choice: string): Step => {
  const number = numberOfCard(id);
  const open = cardOfCase(scene.session, number);
  // A card of an earlier round must not act on a later one, though its buttons are called the same.
  const card = open && seqOfCard(open.id) === seqOfCard(id) ? open : undefined;
  const chosen = card ? chooseFrom(cardWords(card.kind, scene.know), choice) : undefined;
  if (chosen?.kind === 'chosen') return perform(scene, { number, action: chosen.value });
  if (readNumber(number) === number) return passed(scene, number, resident.cardPassed);
  return scene.turn.person === undefined
    ? doneAside(scene, { text: `${resident.cardPassed}${resident.seeProgress}` })
    : listTasks(scene, `${resident.cardPassed}\n`);
};
