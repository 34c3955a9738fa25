import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Case } from '../../../shared/domain/case/Case.ts';
import { conditionName } from '../../../shared/domain/case/conditionOf.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { maskPrivate } from '../../../shared/domain/privacy/maskPrivate.ts';
import { dueLine, serviceName } from '../cases/describeCase.ts';
import { notices } from '../phrases/notices.ts';
import { staff } from '../phrases/staff.ts';
import type { CardKind, Session } from '../Session.ts';
import { labelsOf } from '../words/chooseFrom.ts';
import { cardMenu } from './Action.ts';
import { addCard, type Card, type Dealt, newCardId, seqOfCard } from './cards.ts';

/** Opens a card: the session that knows it, and its buttons as part of a reply. */
export const dealCard = (
  session: Session,
  card: Dealt,
  know: Knowledge,
): { readonly session: Session; readonly buttons: Pick<Reply, 'card' | 'choices'> } => {
  const id = newCardId(session, card);
  return {
    session: addCard(session, id, card.kind),
    buttons: { card: id, choices: labelsOf(cardMenu(card.kind, know)) },
  };
};

/** The open card of a case, shown once more. */
export const dealAgain = (session: Session, card: Card, know: Knowledge) =>
  dealCard(session, { number: card.number, seq: seqOfCard(card.id), kind: card.kind }, know);

/** What stands at the end of a dispatcher's card that cannot show every unit. */
export const moreUnits = (kind: CardKind, know: Knowledge): readonly string[] =>
  kind === 'dispatch' && know.city.units.length > cardMenu(kind, know).length ? [staff.whichUnits] : [];

/** The card of a case as it stands now, kept open in the session. */
export const showCard = (
  session: Session,
  state: Case,
  kind: CardKind,
  know: Knowledge,
): { readonly session: Session; readonly reply: Reply } => {
  const dealt = dealCard(session, { number: state.number, seq: state.version, kind }, know);
  const { lng, lat } = state.place;
  const place = maskPrivate(state.place.name);
  const text = notices.card({
    title: `${state.urgent ? notices.urgent : ''}${notices.task[kind]}`,
    number: state.number,
    service: serviceName(state.service, know),
    condition: conditionName(state, know),
    place,
    text: maskPrivate(state.text),
    more: [...(state.clock ? [dueLine(state.clock)] : []), ...moreUnits(kind, know)],
  });
  return {
    session: dealt.session,
    reply: {
      text,
      ...(state.photos.length > 0 ? { photos: [...state.photos] } : {}),
      point: { lng, lat, name: place },
      ...dealt.buttons,
    },
  };
};
