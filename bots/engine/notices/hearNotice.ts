import type { CaseNotice, Notice } from '../../../shared/contracts/notice.ts';
import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Stage } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { dateText, dayOf, formatForPeople } from '../../../shared/domain/time/Instant.ts';
import { stageNameOf } from '../cases/describeCase.ts';
import type { Step } from '../Dialog.ts';
import { binding } from '../phrases/binding.ts';
import { notices as say } from '../phrases/notices.ts';
import { ratedText, settleGrade } from '../rating/rateCase.ts';
import { isBare } from '../report/Form.ts';
import { done, type Scene, withoutForm, withoutQuestion, withSession } from '../Scene.ts';
import type { CardKind, Session } from '../Session.ts';
import { cardOfStage } from '../tasks/Action.ts';
import { cardOfCase, closeCase } from '../tasks/cards.ts';
import { dealAgain, dealCard, moreUnits } from '../tasks/showCard.ts';
import { handedOverText, leaveText } from './tellPosts.ts';

/** A notice becomes a message; a task becomes a card whose buttons work until the case goes on. Forms in progress are not touched. */
export const hearNotice = (given: Scene, notice: Notice): Step => {
  const { form } = given.session;
  const scene = form && isBare(form) ? withSession(given, withoutForm(given.session)) : given;
  switch (notice.kind) {
    case 'verifyTask':
      return task(scene, notice, 'verify', say.task.verify);
    case 'unitTask':
      return task(scene, notice, 'sign', say.task.sign);
    case 'reworkTask':
      return task(scene, notice, 'finish', say.task.rework);
    case 'checkTask':
      return task(scene, notice, 'check', say.task.check);
    case 'dispatchTask':
      return task(scene, notice, 'dispatch', say.task.dispatch);
    case 'result':
      return askRating(scene, notice, say.result(facts(notice)), notice.photos);
    case 'rateReminder':
      return remindRating(scene, notice);
    case 'corrected':
      return done(scene.session, { text: say.corrected(correction(notice)) });
    case 'accepted':
    case 'declined':
      return done(scene.session, { text: say[notice.kind](facts(notice)) });
    case 'reworking':
    case 'filedUnrated':
      return done(closeRating(scene.session, notice.number), { text: say[notice.kind](facts(notice)) });
    case 'supplemented':
      return supplemented(scene, notice);
    case 'reminder':
    case 'overdue':
    case 'urge':
      return clocked(scene, notice, notice.kind);
    case 'handedOver':
      return done(scene.session, { text: handedOverText(notice) });
    case 'leave':
      return done(scene.session, { text: leaveText(notice) });
    case 'moved':
      return done(scene.session, { text: binding.movedAway(notice.name) });
  }
};

/** `number#seq#n`: the entry that the notice is about. */
const dealOf = (scene: Scene, notice: CaseNotice, kind: CardKind, session = scene.session) =>
  dealCard(session, { number: notice.number, seq: notice.id.split('#')[1] ?? '0', kind }, scene.know);

const facts = (notice: CaseNotice) => ({
  number: notice.number,
  service: notice.service,
  place: notice.place,
  ...(notice.unit === undefined ? {} : { unit: notice.unit }),
  ...(notice.words === undefined ? {} : { words: notice.words }),
  ...(notice.due === undefined ? {} : { due: formatForPeople(notice.due) }),
});

const correction = (notice: CaseNotice) => ({
  number: notice.number,
  matter: say.matter(notice),
  was: say.matter(notice.was ?? notice),
  ...(notice.finish === undefined ? {} : { finish: formatForPeople(notice.finish) }),
});

const task = (given: Scene, notice: CaseNotice, kind: CardKind, title: string): Step => {
  // Words that were not understood must not take the numbers of a task that comes in.
  const { form } = given.session;
  const vague = form !== undefined && form.service === undefined && !form.place && form.photos.length === 0;
  const scene = vague ? withSession(given, withoutForm(given.session)) : given;
  const { session, buttons } = dealOf(scene, notice, kind);
  const text = say.card({
    title: `${notice.urgent ? say.urgent : ''}${title}`,
    number: notice.number,
    service: notice.service,
    condition: notice.condition,
    place: notice.place,
    text: notice.text,
    more: [
      ...standingIn(scene, notice, kind),
      ...said(notice),
      ...(kind === 'verify' ? beside(notice, scene.know) : []),
      ...(notice.due === undefined ? [] : [say.due(formatForPeople(notice.due))]),
      ...moreUnits(kind, scene.know),
    ],
  });
  return done(session, { text, ...picture(notice), ...buttons });
};

/** Whoever stands in for somebody is told for whom, and whose cell it is. */
const standingIn = ({ know, turn }: Scene, notice: CaseNotice, kind: CardKind): readonly string[] => {
  const leaf = notice.point && know.locate(notice.point);
  if (!leaf || (kind !== 'verify' && kind !== 'check')) return [];
  const today = dateText(dayOf(turn.at));
  const row = know.holders('supervisor', leaf.code, today).find(({ person }) => person === turn.person);
  const absent = row?.actingFor && know.nameOf(row.actingFor);
  return absent ? [say.standingIn(absent, leaf.name)] : [];
};

/** So far a telephone may well be wrong, in metres. */
const ERRS = 20;

/** Where another cell begins near, the supervisor looks there too before anything is called untrue. */
const beside = ({ point }: CaseNotice, know: Knowledge): readonly string[] => {
  const [next] = point ? (know.near(point, ERRS)?.others ?? []) : [];
  return next ? [say.beside(next.leaf.name, next.metres)] : [];
};

/** What the handling unit reported, or why the check failed. */
const said = ({ kind, words }: CaseNotice): readonly string[] => {
  if (words === undefined) return [];
  return [kind === 'reworkTask' ? say.failReason(words) : say.report(words)];
};

const picture = (notice: CaseNotice): Pick<Reply, 'photos' | 'point'> => ({
  ...(notice.photos.length > 0 ? { photos: notice.photos } : {}),
  ...(notice.point ? { point: { ...notice.point, name: notice.place } } : {}),
});

const askRating = (scene: Scene, notice: CaseNotice, text: string, photos: readonly string[]): Step => {
  const { session, buttons } = dealOf(scene, notice, 'rate', endSupplement(scene.session, notice.number));
  return done(session, { text, ...(photos.length > 0 ? { photos: [...photos] } : {}), ...buttons });
};

/** Material is no longer taken once the result is there. */
const endSupplement = (session: Session, number: string): Session =>
  session.question?.kind === 'supplement' && session.question.number === number
    ? withoutQuestion(session)
    : session;

/** Somebody who chose a grade and never wrote an opinion has rated. */
const remindRating = (scene: Scene, notice: CaseNotice): Step => {
  const { question } = scene.session;
  if (question?.kind === 'rate' && question.number === notice.number)
    return settleGrade(scene, question, ({ session }) =>
      done(session, { text: ratedText({ overall: question.grade }) }),
    );
  return askRating(scene, notice, say.rateReminder(facts(notice)), []);
};

const closeRating = (session: Session, number: string): Session =>
  cardOfCase(session, number)?.kind === 'rate' ? closeCase(session, number) : session;

const supplemented = (scene: Scene, notice: CaseNotice): Step =>
  done(scene.session, {
    text: say.supplemented({ ...facts(notice), photos: notice.photos.length }),
    ...picture(notice),
  });

/** With the buttons of the open card, for whoever has one: superiors are told, but have none. */
const clocked = (scene: Scene, notice: CaseNotice, kind: 'reminder' | 'overdue' | 'urge'): Step => {
  const known = { ...facts(notice), stage: stageNameOf(notice.stage ?? ''), count: notice.count ?? 1 };
  const text = `${notice.urgent ? say.urgent : ''}${say[kind](known)}`;
  const card = cardOfCase(scene.session, notice.number);
  if (!card || card.kind !== cardOfStage(notice.stage as Stage)) return done(scene.session, { text });
  const { session, buttons } = dealAgain(scene.session, card, scene.know);
  return done(session, { text, ...buttons });
};
