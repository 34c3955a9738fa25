import { omit } from '../omit.ts';
import type { CardKind, Session } from '../Session.ts';

/** Cards kept open in one conversation; older ones are still reached by number. */
const MOST_CARDS = 12;

export interface Card {
  readonly id: string;
  readonly number: string;
  readonly kind: CardKind;
}

/** A card that is about to be shown: `202609280000001#4` is about the case as it was after its fourth entry. */
export interface Dealt {
  readonly number: string;
  readonly seq: number | string;
  readonly kind: CardKind;
}

/** Shown again, a card has an id of its own (`…#4.2`): a page closes the buttons of a card that was pressed. */
export const newCardId = (session: Session, { number, seq }: Pick<Dealt, 'number' | 'seq'>): string => {
  const base = `${number}#${seq}`;
  const [known, shown = '1'] = cardOfCase(session, number)?.id.split('.') ?? [];
  return known === base ? `${base}.${Number(shown) + 1}` : base;
};

/** The entry a card is about. */
export const seqOfCard = (id: string): string => id.split('#')[1]?.split('.')[0] ?? '';

/** Oldest first. */
export const openCards = (session: Session): readonly Card[] =>
  Object.entries(session.cards ?? {}).map(([id, kind]) => ({ id, kind, number: numberOfCard(id) }));

export const numberOfCard = (id: string): string => id.split('#')[0] ?? id;

export const cardOfCase = (session: Session, number: string): Card | undefined =>
  openCards(session).find((card) => card.number === number);

/** One card per case: a newer one takes the older one's place. */
export const addCard = (session: Session, id: string, kind: CardKind): Session => {
  const others = openCards(session).filter(({ number }) => number !== numberOfCard(id));
  const kept = [...others, { id, kind }].slice(-MOST_CARDS);
  const cards = Object.fromEntries(kept.map((card) => [card.id, card.kind]));
  const dropped = Object.keys(session.near ?? {}).filter((one) =>
    kept.every((card) => numberOfCard(card.id) !== one),
  );
  return { ...dropped.reduce(withoutNear, session), cards };
};

/** The case went on: its card and what was asked about it are over. */
export const closeCase = (given: Session, number: string): Session => {
  const session = withoutNear(given, number);
  const cards = openCards(session).filter((card) => card.number !== number);
  const asked = session.question && 'number' in session.question && session.question.number === number;
  const rest = omit(
    session,
    ...(asked ? (['question'] as const) : []),
    ...(session.focus === number ? (['focus'] as const) : []),
  );
  return cards.length === 0
    ? omit(rest, 'cards')
    : { ...rest, cards: Object.fromEntries(cards.map(({ id, kind }) => [id, kind])) };
};

const withoutNear = (session: Session, number: string): Session => {
  if (!session.near?.[number]) return session;
  const { [number]: _gone, ...near } = session.near;
  return Object.keys(near).length === 0 ? omit(session, 'near') : { ...session, near };
};
