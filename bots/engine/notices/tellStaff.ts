import { durationText } from '../../../shared/domain/time/durationText.ts';
import type { Step } from '../Dialog.ts';
import { staffNotices as say } from '../phrases/staffNotices.ts';
import { done, type Scene, withSession } from '../Scene.ts';
import { cardOfStage, isOfStage } from '../tasks/cardOfStage.ts';
import { cardOfCase, closeCase } from '../tasks/cards.ts';
import { dealAgain } from '../tasks/showCard.ts';
import { dealNotice } from './dealNotice.ts';
import { factsOf, pictureOf } from './factsOf.ts';
import type { StaffNotice } from './StaffNotice.ts';
import { tellLadder } from './tellLadder.ts';
import { tellTask } from './tellTask.ts';

/** What those who work on a case are told of it. */
export const tellStaff = (scene: Scene, notice: StaffNotice): Step => {
  const facts = { ...factsOf(notice), photos: notice.photos.length };
  const { kind, count = 1 } = notice;
  switch (kind) {
    case 'supplemented':
    case 'assistDone':
      return withOpenCard(scene, notice, say[kind](facts));
    case 'answered':
    case 'unanswered':
    case 'consulted':
    case 'resumed':
      return goesOn(scene, notice, say[kind](facts));
    case 'urged':
    case 'joined':
      return withOpenCard(scene, notice, say[kind]({ ...facts, count }));
    case 'stopped':
    case 'released':
      return done(closeCase(scene.session, notice.number), { text: say[kind](facts) });
    case 'rejected':
      return withOpenCard(scene, notice, say.rejected(facts, askedFor(notice)));
    case 'approved': {
      const text = say.approved(facts, askedFor(notice));
      // From now on it stands still.
      return notice.stage === 'suspended' ? goesOn(scene, notice, text) : withOpenCard(scene, notice, text);
    }
    case 'reminder':
    case 'urge':
    case 'yellow':
    case 'red':
    case 'list':
      return tellLadder(scene, notice, kind);
    default:
      return tellTask(scene, notice, kind);
  }
};

const askedFor = ({ request }: StaffNotice): string =>
  request ? say.asked[request.kind](request.by === undefined ? '' : ` ${durationText(request.by)}`) : '';

/** With the buttons of the open card, for whoever has one. */
const withOpenCard = (scene: Scene, notice: StaffNotice, text: string): Step => {
  const card = cardOfCase(scene.session, notice.number);
  if (!card || !isOfStage(card.kind, notice.stage))
    return done(scene.session, { text, ...pictureOf(notice) });
  const { session, buttons } = dealAgain(scene.session, card, scene.know);
  return done(session, { text, ...pictureOf(notice), ...buttons });
};

/** It stood still, and goes on where it was: with the card of that stage. */
const goesOn = (scene: Scene, notice: StaffNotice, text: string): Step => {
  const kind = cardOfStage(notice.stage);
  const free = withSession(scene, closeCase(scene.session, notice.number));
  if (!kind) return done(free.session, { text, ...pictureOf(notice) });
  const { session, buttons } = dealNotice(free, notice, kind);
  return done(session, { text, ...pictureOf(notice), ...buttons });
};
