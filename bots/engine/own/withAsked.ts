import type { Session } from '../Session.ts';
import type { AskedFor } from './OwnQuestion.ts';
import { withoutAsked } from './withoutAsked.ts';

const MOST_ASKED = 3;
/** Enough to be named again: a session is written with every turn. */
const MOST_WORDS = 200;

/** The unit's question is kept, however long it takes: the next words with nothing else begun are its answer. */
export const withAsked = (session: Session, { number, words }: AskedFor): Session => {
  const others = withoutAsked(session, number).asked ?? [];
  return { ...session, asked: [...others, { number, words: words.slice(0, MOST_WORDS) }].slice(-MOST_ASKED) };
};
