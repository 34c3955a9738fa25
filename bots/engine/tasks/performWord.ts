import type { Step } from '../Dialog.ts';
import type { Scene } from '../Scene.ts';
import type { CardKind } from '../Session.ts';
import { chooseFrom } from '../words/chooseFrom.ts';
import { readMenuNumber } from '../words/readWords.ts';
import type { Action } from './Action.ts';
import { CARD_KINDS, cardMenu, cardWords } from './cardMenu.ts';
import { cardOfCase, openCards } from './cards.ts';
import { perform } from './perform.ts';

/** The action a label stands for, by itself: on the cards that are open before any other. Numbers mean nothing without a card. */
export const actionOfWord = (scene: Scene, word: string): Action | undefined => {
  if (readMenuNumber(word) !== undefined) return undefined;
  const open = openCards(scene.session).map(({ kind }) => kind);
  const kinds = new Set<CardKind>([...CARD_KINDS.filter((kind) => open.includes(kind)), ...CARD_KINDS]);
  for (const kind of kinds) {
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
