import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { maskPrivate } from '../../../shared/domain/privacy/maskPrivate.ts';
import { dueLine, serviceName } from '../cases/describeCase.ts';
import { notices } from '../phrases/notices.ts';
import { staff } from '../phrases/staff.ts';
import type { CardKind, Session } from '../Session.ts';
import { labelsOf } from '../words/chooseFrom.ts';
import { cardMenu } from './Action.ts';
import { addCard, cardId } from './cards.ts';

/** The buttons of a card, as part of a reply. */
export const cardButtons = (
  id: string,
  kind: CardKind,
  know: Knowledge,
): Pick<Reply, 'card' | 'choices'> => ({
  card: id,
  choices: labelsOf(cardMenu(kind, know)),
});

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
  const id = cardId(state.number, state.version);
  const { lng, lat } = state.place;
  const place = maskPrivate(state.place.name);
  const text = notices.card({
    title: `${state.urgent ? notices.urgent : ''}${notices.task[kind]}`,
    number: state.number,
    service: serviceName(state.service, know),
    place,
    text: maskPrivate(state.text),
    more: [...(state.clock ? [dueLine(state.clock)] : []), ...moreUnits(kind, know)],
  });
  return {
    session: addCard(session, id, kind),
    reply: {
      text,
      ...(state.photos.length > 0 ? { photos: [...state.photos] } : {}),
      point: { lng, lat, name: place },
      ...cardButtons(id, kind, know),
    },
  };
};
