import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { durationText } from '../../../shared/domain/time/durationText.ts';
import { dateText, dayOf, formatForPeople } from '../../../shared/domain/time/Instant.ts';
import type { Step } from '../Dialog.ts';
import { notices } from '../phrases/notices.ts';
import { staffNotices as say } from '../phrases/staffNotices.ts';
import { done, type Scene, withoutForm, withSession } from '../Scene.ts';
import type { CardKind, Session } from '../Session.ts';
import { moreUnits } from '../tasks/showCard.ts';
import { dealNotice } from './dealNotice.ts';
import { pictureOf } from './factsOf.ts';
import type { StaffNotice } from './StaffNotice.ts';

type TaskKind = Extract<StaffNotice['kind'], `${string}Task`>;

/** A task is a card whose buttons work until the case goes on. */
export const tellTask = (given: Scene, notice: StaffNotice, task: TaskKind): Step => {
  // Words that were not understood must not take the numbers of a task that comes in.
  const { form } = given.session;
  const vague = form !== undefined && form.service === undefined && !form.place && form.photos.length === 0;
  const scene = vague ? withSession(given, withoutForm(given.session)) : given;
  const { title, kind, words } = cardOf(task, notice);
  const { session, buttons } = dealNotice(scene, notice, kind);
  const text = notices.card({
    title: `${notice.urgent ? notices.urgent : ''}${title}`,
    number: notice.number,
    service: notice.service,
    condition: notice.condition,
    place: notice.place,
    text: notice.text,
    more: [
      ...standingIn(scene, notice, kind),
      ...(notice.words === undefined ? [] : [words(notice.words)]),
      ...(kind === 'verify' ? beside(notice, scene.know) : []),
      ...(notice.due === undefined ? [] : [notices.due(formatForPeople(notice.due))]),
      ...near(notice),
      ...(notice.similar?.length ? notices.similar(notice.similar) : []),
      ...moreUnits(kind, scene.know),
    ],
  });
  return done(withNear(session, notice), { text, ...pictureOf(notice), ...buttons });
};

interface TaskCard {
  readonly kind: CardKind;
  readonly title: string;
  /** What the words that come with it are. */
  readonly words: (words: string) => string;
}

const cardOf = (task: TaskKind, notice: StaffNotice): TaskCard => {
  const { task: titles } = notices;
  const { words } = say;
  switch (task) {
    case 'verifyTask':
      return { kind: 'verify', title: titles.verify, words: words.reason };
    case 'dispatchTask':
      return {
        kind: 'dispatch',
        title: notice.words === undefined ? say.noUnit : say.dispatchAgain,
        words: words.returnReason,
      };
    case 'unitTask':
      // Given to somebody else within the unit when it was signed already.
      return notice.stage === 'handling'
        ? { kind: 'finish', title: titles.finish, words: words.dispatchReason }
        : { kind: 'sign', title: titles.sign, words: words.dispatchReason };
    case 'assistTask':
      return { kind: 'assistSign', title: titles.assistSign, words: words.helpReason };
    case 'checkTask':
      return { kind: 'check', title: titles.check, words: words.report };
    case 'reworkTask':
      return { kind: 'finish', title: say.rework, words: words.failReason };
    case 'appealTask':
      return { kind: 'appeal', title: titles.appeal, words: words.appealReason };
    case 'decideTask':
      return { kind: 'decide', title: titles.decide, words: words.failReason };
    case 'visitTask':
      return { kind: 'visit', title: say.visit, words: words.opinion };
    case 'expertTask':
      return { kind: 'expert', title: titles.expert, words: words.question };
    case 'approveTask':
      return { kind: 'approve', title: approveTitle(notice), words: words.reason };
  }
};

const approveTitle = ({ request }: StaffNotice): string => {
  if (!request) return notices.task.approve;
  return say.approve[request.kind](
    request.unit,
    request.by === undefined ? '' : ` ${durationText(request.by)}`,
  );
};

/** Whoever stands in for somebody is told for whom, and whose cell it is. */
const standingIn = ({ know, turn }: Scene, notice: StaffNotice, kind: CardKind): readonly string[] => {
  const leaf = notice.point && know.locate(notice.point);
  if (!leaf || (kind !== 'verify' && kind !== 'check')) return [];
  const today = dateText(dayOf(turn.at));
  const row = know.holders('supervisor', leaf.code, today).find(({ person }) => person === turn.person);
  const absent = row?.actingFor && know.nameOf(row.actingFor);
  return absent ? [notices.standingIn(absent, leaf.name)] : [];
};

/** So far a telephone may well be wrong, in metres. */
const ERRS = 20;

/** Where another cell begins near, the supervisor looks there too before anything is called untrue. */
const beside = ({ point }: StaffNotice, know: Knowledge): readonly string[] => {
  const [next] = point ? (know.near(point, ERRS)?.others ?? []) : [];
  return next ? [notices.beside(next.leaf.name, next.metres)] : [];
};

const near = ({ near: cases = [] }: StaffNotice): readonly string[] =>
  cases.length === 0
    ? []
    : say.near(
        cases.map(({ number, place, metres, openedAt }) => ({
          number,
          place,
          metres,
          when: formatForPeople(openedAt),
        })),
      );

/** 并案 offers them, for as long as the card is open. */
const withNear = (session: Session, { number, near: cases = [] }: StaffNotice): Session =>
  cases.length === 0
    ? session
    : { ...session, near: { ...session.near, [number]: cases.map((one) => one.number) } };
