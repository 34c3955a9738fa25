import type { CaseNotice } from '../../../shared/contracts/notice.ts';
import type { RESIDENT_TELLINGS } from '../../../shared/domain/case/react/Telling.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import type { Step } from '../Dialog.ts';
import { offer } from '../own/offer.ts';
import { withAsked } from '../own/withAsked.ts';
import { withoutAsked } from '../own/withoutAsked.ts';
import { materials } from '../phrases/materials.ts';
import { notices } from '../phrases/notices.ts';
import { residentNotices as say } from '../phrases/residentNotices.ts';
import { ratedText, ratingOf, settleGrade } from '../rating/rateCase.ts';
import { done, type Scene, withoutQuestion, withSession } from '../Scene.ts';
import type { Session } from '../Session.ts';
import { cardOfCase, closeCase } from '../tasks/cards.ts';
import { dealNotice } from './dealNotice.ts';
import { factsOf, pictureOf } from './factsOf.ts';

export type ResidentNotice = CaseNotice & { readonly kind: (typeof RESIDENT_TELLINGS)[number] };

/** What a resident is told of their own case. */
export const tellResident = (given: Scene, notice: ResidentNotice): Step => {
  const scene = withSession(given, settled(given.session, notice));
  const facts = toldOf(notice);
  const { kind, number, words = '' } = notice;
  switch (kind) {
    case 'result':
      return askRating(scene, notice, say.result(withReceipt(scene, notice)), notice.photos);
    case 'rateReminder':
      return remindRating(scene, notice);
    case 'corrected':
      return done(scene.session, { text: say.corrected(correction(notice)) });
    case 'declined':
      return notice.appealed
        ? done(scene.session, { text: say.appealTurnedDown(facts) })
        : offer(scene, number, ['申诉'], { text: say.declined(facts) });
    case 'askMaterial':
    case 'materialReminder':
      return done(withAsked(scene.session, { number, words }), { text: say[kind](facts) });
    case 'supplyReminder':
      return offer(scene, number, ['补交'], { text: say.supplyReminder(facts, owedOf(notice)) });
    case 'merged':
      return done(scene.session, { text: say.merged(facts, notice.into ?? number) });
    case 'contained':
      return done(scene.session, { text: say.contained(facts), ...pictureOf(notice) });
    default:
      return done(scene.session, { text: say[kind](facts) });
  }
};

/** What an earlier notice of the case began is over with this one. */
const settled = (session: Session, { kind, number, stage }: ResidentNotice): Session => {
  const asked = stage === 'waiting' ? session : withoutAsked(session, number);
  return OVER.has(kind)
    ? closeCase(asked, number)
    : CLOSES_RATING.has(kind)
      ? closeRating(asked, number)
      : asked;
};

const OVER: ReadonlySet<ResidentNotice['kind']> = new Set(['declined', 'owedLapsed', 'concluded']);
const CLOSES_RATING: ReadonlySet<ResidentNotice['kind']> = new Set([
  'reworking',
  'escalated',
  'filedUnrated',
]);

const closeRating = (session: Session, number: string): Session =>
  cardOfCase(session, number)?.kind === 'rate' ? closeCase(session, number) : session;

/** With the person's own number, where that is another. */
const toldOf = (notice: ResidentNotice) => ({
  ...factsOf(notice),
  ...(notice.own === undefined ? {} : { own: notice.own }),
});

const withReceipt = ({ turn }: Scene, notice: ResidentNotice) => ({
  ...toldOf(notice),
  ...(notice.receipt === undefined ? {} : { receipt: notices.receipt(notice.receipt, turn.pages) }),
});

const correction = (notice: CaseNotice) => ({
  number: notice.number,
  ...(notice.own === undefined ? {} : { own: notice.own }),
  matter: notices.matter(notice),
  was: notices.matter(notice.was ?? notice),
  ...(notice.finish === undefined ? {} : { finish: formatForPeople(notice.finish) }),
});

const owedOf = ({ owed = [] }: CaseNotice): readonly string[] =>
  owed.map(({ name, due }) => materials.owed(name, formatForPeople(due)));

const askRating = (scene: Scene, notice: ResidentNotice, text: string, photos: readonly string[]): Step => {
  const { session, buttons } = dealNotice(scene, notice, 'rate', endSupplement(scene.session, notice.number));
  return done(session, { text, ...(photos.length > 0 ? { photos: [...photos] } : {}), ...buttons });
};

/** Material is no longer taken once the result is there. */
const endSupplement = (session: Session, number: string): Session =>
  session.question?.kind === 'supplement' && session.question.number === number
    ? withoutQuestion(session)
    : session;

/** Somebody who chose a grade and never wrote an opinion has rated. */
const remindRating = (scene: Scene, notice: ResidentNotice): Step => {
  const { question } = scene.session;
  if (question?.kind === 'rate' && question.number === notice.number)
    return settleGrade(scene, question, ({ session }, state) =>
      done(session, {
        text: state ? ratedText(ratingOf(question), state) : say.rateReminder(toldOf(notice)),
      }),
    );
  return askRating(scene, notice, say.rateReminder(toldOf(notice)), []);
};
