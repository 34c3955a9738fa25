import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Case, Request } from '../../../shared/domain/case/Case.ts';
import { conditionName, conditionOf } from '../../../shared/domain/case/conditionOf.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { maskPrivate } from '../../../shared/domain/privacy/maskPrivate.ts';
import { durationText } from '../../../shared/domain/time/durationText.ts';
import { dueLine, serviceName, unitName } from '../cases/describeCase.ts';
import { notices } from '../phrases/notices.ts';
import { staff } from '../phrases/staff.ts';
import { staffNotices } from '../phrases/staffNotices.ts';
import type { Scene } from '../Scene.ts';
import type { CardKind, Session } from '../Session.ts';
import { labelsOf } from '../words/chooseFrom.ts';
import { cardMenu } from './cardMenu.ts';
import { addCard, type Card, type Dealt, newCardId, seqOfCard } from './cards.ts';
import { ownClock } from './ownTask.ts';

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
  (kind === 'dispatch' || kind === 'decide') && know.city.units.length > unitsShown(kind, know)
    ? [staff.whichUnits]
    : [];

const unitsShown = (kind: CardKind, know: Knowledge): number =>
  cardMenu(kind, know).filter(({ value }) => value.type === 'dispatch').length;

/** 请审批：路灯管理所申请延期 2 个工作日. */
const approvalOf = ({ kind, unit, by }: Request, know: Knowledge): string =>
  staffNotices.approve[kind](unitName(unit, know), by === undefined ? '' : ` ${durationText(by)}`);

/** What is wanted; of work in two stages, which of them; of an approval, what is asked for. */
const titleOf = (kind: CardKind, state: Case, know: Knowledge): string => {
  if (kind === 'approve' && state.request) return approvalOf(state.request, know);
  if (kind !== 'finish' || conditionOf(state, know)?.limits.repair === undefined) return notices.task[kind];
  return state.contained ? notices.task.repair : notices.task.contain;
};

/** The card of a case as it stands now, kept open in the session. */
export const showCard = (
  scene: Scene,
  state: Case,
  kind: CardKind,
): { readonly session: Session; readonly reply: Reply } => {
  const { know } = scene;
  const dealt = dealCard(scene.session, { number: state.number, seq: state.version, kind }, know);
  const { lng, lat } = state.place;
  const place = maskPrivate(state.place.name);
  const text = notices.card({
    title: `${state.urgent ? notices.urgent : ''}${titleOf(kind, state, know)}`,
    number: state.number,
    service: serviceName(state.service, know),
    condition: conditionName(state, know),
    place,
    text: maskPrivate(state.text),
    more: [...moreOf(scene, kind, state), ...moreUnits(kind, know)],
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

/** What is asked for, and by when: of an approval, and of a unit that helps, their own limit. */
const moreOf = (scene: Scene, kind: CardKind, state: Case): readonly string[] => {
  const { request, pause } = state;
  const isAssist = kind === 'assistSign' || kind === 'assistFinish';
  const clock = isAssist ? ownClock(scene, state) : state.clock;
  if (kind === 'approve' && request)
    return [staffNotices.words.reason(request.reason), dueLine(request.clock)];
  const question = kind === 'expert' && pause ? [staffNotices.words.question(pause.words)] : [];
  return [...question, ...(clock ? [dueLine(clock)] : [])];
};
