import type { Step } from '../Dialog.ts';
import type { Scene } from '../Scene.ts';
import type { CardKind } from '../Session.ts';
import { chooseFrom } from '../words/chooseFrom.ts';
import { readMenuNumber } from '../words/readWords.ts';
import { type Action, cardMenu, cardWords } from './Action.ts';
import { cardOfCase } from './cards.ts';
import { perform } from './perform.ts';

const KINDS: readonly CardKind[] = ['verify', 'sign', 'finish', 'check', 'rate', 'dispatch'];

/** The action a label stands for, by itself. Numbers mean nothing without a card. */
export const actionOfWord = (scene: Scene, word: string): Action | undefined => {
  if (readMenuNumber(word) !== undefined) return undefined;
  for (const kind of KINDS) {
    const chosen = chooseFrom(cardWords(kind, scene.know), word);
    if (chosen.kind === 'chosen') return chosen.value;
  }
  return undefined;
};

/** A label, or the number of a button of the case's card, for one case. Undefined when it is neither. */
export const performWord = (
  scene: Scene,
  said: { word: string; number: string; words: string; photo?: string | undefined },
): Step | undefined => {
  const card = cardOfCase(scene.session, said.number);
  const chosen = card ? chooseFrom(cardMenu(card.kind, scene.know), said.word) : undefined;
  const action = chosen?.kind === 'chosen' ? chosen.value : actionOfWord(scene, said.word);
  return action
    ? perform(scene, { number: said.number, action, words: said.words, photo: said.photo })
    : undefined;
};
