import type { Step } from '../Dialog.ts';
import { omit } from '../omit.ts';
import type { Scene } from '../Scene.ts';
import { type Card, cardOfCase, numberOfCard } from './cards.ts';

/**
 * A bare number or label belongs to the menu that was seen last. Where that is a card the person opened, it is meant, however
 * many others are open; a card that came by itself takes that away, since the person may not have seen it yet.
 */
export const withFocus = ({ turn }: Scene, step: Step): Step => {
  if (step.kind === 'asks') return step;
  const menu = step.replies.findLast(({ choices }) => choices !== undefined);
  if (!menu) return step;
  const number = menu.card === undefined ? undefined : numberOfCard(menu.card);
  if (number !== undefined && number === step.session.focus) return step;
  const session = omit(step.session, 'focus');
  const opened = number !== undefined && turn.said.kind !== 'notice';
  return { ...step, session: opened ? { ...session, focus: number } : session };
};

/** The open card that a bare number or label is meant for. */
export const focusCard = ({ session }: Scene): Card | undefined =>
  session.focus === undefined ? undefined : cardOfCase(session, session.focus);
