import type { Step } from '../Dialog.ts';
import { staff as say } from '../phrases/staff.ts';
import { askWhich } from '../questions/askWhich.ts';
import { doneAside } from '../running.ts';
import { asks, casesOf, moreOf, type Scene } from '../Scene.ts';
import type { Action } from './Action.ts';
import { offers } from './cardMenu.ts';
import { openCards } from './cards.ts';
import { cardsFor } from './cardsFor.ts';
import { perform } from './perform.ts';
import { focusCard } from './withFocus.ts';

/** A label, the words with it, and whether the label was only meant: 「没修好」 for 不合格. */
interface Said {
  readonly word: string;
  readonly words?: string;
  readonly meant?: true;
}

/**
 * No number was said: the card that was opened last or the only one with that label, else which. Where the label was not said, being
 * opened last is not enough.
 */
export const performOne = (scene: Scene, action: Action, { word, words = '', meant }: Said): Step => {
  const cards = openCards(scene.session).filter((card) => offers(card.kind, action));
  const [only] = cards;
  const opened = meant ? undefined : cards.find(({ number }) => number === focusCard(scene)?.number);
  const wish = { action, words, ...(meant ? { meant } : {}) };
  const card = opened ?? (cards.length === 1 ? only : undefined);
  if (card) return perform(scene, { number: card.number, ...wish });
  const answer = scene.answers.tasks;
  if (!answer) return asks({ key: 'tasks', kind: 'myTasks' });
  const tasks = casesOf(answer).filter((task) => cardsFor(scene, task).some((kind) => offers(kind, action)));
  const numbers = inOrder([...cards, ...tasks]);
  const [first] = numbers;
  // Where there are more tasks than were looked at, the only one found need not be the only one.
  const all = moreOf(answer) === undefined;
  if (first === undefined) return doneAside(scene, { text: noneFor(action, word, all) });
  if (numbers.length === 1 && all) return perform(scene, { number: first, ...wish });
  return askWhich(scene, { kind: 'which', word, numbers, ...(words ? { words } : {}) }, tasks);
};

/** What can be 改派 is in no list of tasks: it is with somebody else. */
const noneFor = ({ type }: Action, word: string, all: boolean): string => {
  if (type === 'redispatch') return say.needNumber(word);
  return all ? say.noTaskFor(word) : say.noTaskFound(word);
};

/**
 * Lists of tasks are ordered by number, everywhere: the oldest report first, as the lists are stored. By due instant the same
 * task would have another place at each stage, and a number said to a list seen before would mean another task.
 */
export const inOrder = (tasks: readonly { readonly number: string }[]): readonly string[] =>
  [...new Set(tasks.map(({ number }) => number))].sort();
