import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { listTasks } from '../cases/showProgress.ts';
import type { Step } from '../Dialog.ts';
import { resident } from '../phrases/resident.ts';
import { staff as say } from '../phrases/staff.ts';
import { askWhich } from '../questions/askWhich.ts';
import { askAgain, doneAside } from '../running.ts';
import { asks, casesOf, type Scene } from '../Scene.ts';
import { chooseFrom } from '../words/chooseFrom.ts';
import { type Command, readCommand, readMenuNumber } from '../words/readWords.ts';
import { type Action, cardMenu, cardOfAction, cardOfStage, cardWords } from './Action.ts';
import { cardOfCase, numberOfCard, openCards, seqOfCard } from './cards.ts';
import { perform } from './perform.ts';
import { actionOfWord } from './performWord.ts';

/** A label of a card, perhaps with a case number and words: `签收`, `签收 2026…`, `办结 已更换灯泡`. */
export const hearTaskWord = (scene: Scene, raw: string): Step | undefined => {
  const command = readCommand(raw);
  if (!command || !worksOnTasks(scene)) return undefined;
  const impossible = exactWord(command.word, say.notHere);
  if (impossible !== undefined)
    return doneAside(scene, { text: say.notPossible(impossible, possible(scene)) });
  const action = actionOfWord(scene, command.word);
  if (!action || action.type === 'rate' || !isMeant(scene, action, command)) return undefined;
  if (command.rest !== '' && !TAKES_WORDS.has(action.type) && !isCourtesy(command.rest))
    return askAgain(scene, `${say.onlyWord(command.word)}\n`, say.onlyWord(command.word));
  const number = command.number ?? askedNumber(scene, action);
  const words = TAKES_WORDS.has(action.type) ? command.rest : '';
  if (number !== undefined) return perform(scene, { number, action, words });
  return perform1(scene, action, command.word, words);
};

const TAKES_WORDS: ReadonlySet<Action['type']> = new Set(['decline', 'fail', 'correct', 'finish']);

const isCourtesy = (text: string): boolean => exactWord(text, ['谢谢', '收到', '好的']) !== undefined;

const worksOnTasks = (scene: Scene): boolean =>
  scene.turn.person !== undefined || openCards(scene.session).some(({ kind }) => kind !== 'rate');

/** A unit's name is a choice only where somebody is to be dispatched; else it is a word like any other. */
const isMeant = (scene: Scene, action: Action, command: Command): boolean =>
  action.type !== 'dispatch' ||
  command.number !== undefined ||
  (command.rest === '' && openCards(scene.session).some(({ kind }) => kind === 'dispatch'));

/** 「不属实，没有发现」 as the answer to 「为什么不属实」 is about the case that was asked about. */
const askedNumber = (scene: Scene, action: Action): string | undefined => {
  const { question } = scene.session;
  return question && question.kind === action.type && 'number' in question ? question.number : undefined;
};

/** No number was said: the one open card with that label, else which. */
const perform1 = (scene: Scene, action: Action, word: string, words: string): Step => {
  const kind = cardOfAction(action);
  const cards = openCards(scene.session).filter((card) => card.kind === kind);
  const [only] = cards;
  if (only && cards.length === 1) return perform(scene, { number: only.number, action, words });
  const answer = scene.answers.tasks;
  if (!answer) return asks({ key: 'tasks', kind: 'myTasks' });
  const tasks = casesOf(answer).filter((task) => cardOfStage(task.stage) === kind);
  const numbers = [...new Set([...cards.map(({ number }) => number), ...tasks.map(({ number }) => number)])];
  const [first] = numbers;
  if (first === undefined) return doneAside(scene, { text: say.noTaskFor(word) });
  if (numbers.length === 1) return perform(scene, { number: first, action, words });
  return askWhich(scene, { kind: 'which', word, numbers, ...(words ? { words } : {}) }, tasks);
};

/** A number by itself, while nothing else is asked: the open card's button, else which card. */
export const hearCardNumber = (scene: Scene, raw: string): Step | undefined => {
  const said = readMenuNumber(raw);
  if (said === undefined) return undefined;
  const cards = openCards(scene.session);
  const fitting = cards.filter(({ kind }) => said >= 1 && said <= cardMenu(kind, scene.know).length);
  const [first] = fitting;
  if (!first) {
    const most = Math.max(0, ...cards.map(({ kind }) => cardMenu(kind, scene.know).length));
    return doneAside(scene, { text: most === 0 ? resident.noMenu : resident.noSuchNumber(said, most) });
  }
  const action = cardMenu(first.kind, scene.know)[said - 1]?.value;
  if (fitting.length === 1 && action) return perform(scene, { number: first.number, action });
  const numbers = fitting.map(({ number }) => number).reverse();
  const answer = scene.answers.tasks;
  if (!answer) return asks({ key: 'tasks', kind: 'myTasks' });
  return askWhich(scene, { kind: 'which', word: String(said), numbers }, casesOf(answer));
};

/** A button. One of a card that is gone does nothing, and the person is shown what is open. */
export const pressCard = (scene: Scene, id: string, choice: string): Step => {
  const number = numberOfCard(id);
  const open = cardOfCase(scene.session, number);
  // A card of an earlier round must not act on a later one, though its buttons are called the same.
  const card = open && seqOfCard(open.id) === seqOfCard(id) ? open : undefined;
  const chosen = card ? chooseFrom(cardWords(card.kind, scene.know), choice) : undefined;
  if (chosen?.kind === 'chosen') return perform(scene, { number, action: chosen.value });
  if (scene.turn.person === undefined)
    return doneAside(scene, { text: `${resident.cardPassed}${resident.seeProgress}` });
  return listTasks(scene, `${resident.cardPassed}\n`);
};

/** What can be done now, by the open cards. */
const possible = (scene: Scene): readonly string[] => [
  ...new Set(
    openCards(scene.session).flatMap(({ kind }) =>
      kind === 'rate' ? [] : cardMenu(kind, scene.know).map(({ label }) => label),
    ),
  ),
];
