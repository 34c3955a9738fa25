import type { Step } from '../Dialog.ts';
import { omit } from '../omit.ts';
import type { Scene } from '../Scene.ts';
import { type GlobalWord, readGlobalWord } from '../words/globalWords.ts';
import { type Card, cardOfCase, numberOfCard } from './cards.ts';

/**
 * A bare number or label belongs to the menu that was seen last. Where that is a card the person opened, it is meant, however
 * many others are open; a card that came by itself takes that away, since the person may not have seen it yet. So do words that
 * may have meant another case.
 */
export const withFocus = (scene: Scene, step: Step): Step => {
  if (step.kind === 'asks') return step;
  const menu = step.replies.findLast(({ choices }) => choices !== undefined);
  if (!menu) return isAside(scene) ? step : { ...step, session: omit(step.session, 'focus') };
  const number = menu.card === undefined ? undefined : numberOfCard(menu.card);
  if (number !== undefined && number === step.session.focus) return step;
  const session = omit(step.session, 'focus');
  const opened = number !== undefined && scene.turn.said.kind !== 'notice';
  return { ...step, session: opened ? { ...session, focus: number } : session };
};

/** 帮助, 人工, thanks; what came in without words. 返回 and 取消 are not among them. */
const ASIDE: ReadonlySet<GlobalWord | undefined> = new Set(['help', 'human', 'greet', 'thanks']);

const isAside = ({ turn: { said } }: Scene): boolean =>
  said.kind !== 'text' || ASIDE.has(readGlobalWord(said.text));

/** The open card that a bare number or label is meant for. */
export const focusCard = ({ session }: Scene): Card | undefined =>
  session.focus === undefined ? undefined : cardOfCase(session, session.focus);
