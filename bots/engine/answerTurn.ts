import type { Reply } from '../../shared/contracts/reply.ts';
import { TEXT_LIMIT } from '../../shared/contracts/turn.ts';
import { shortId } from '../../shared/domain/case/chain.ts';
import { readEmergency } from '../../shared/domain/text/readEmergency.ts';
import type { Dialog, DialogTurn, Step } from './Dialog.ts';
import { expire } from './expire.ts';
import { hearTurn } from './hearTurn.ts';
import { nameListed } from './nameListed.ts';
import { omit } from './omit.ts';
import { resident as say } from './phrases/resident.ts';
import { settleGrade } from './rating/rateCase.ts';
import { keepNumbersClear } from './running.ts';
import { type Scene, withoutQuestion } from './Scene.ts';
import { type Question, REMEMBERED, type Session } from './Session.ts';
import { cardOfCase, closeCase } from './tasks/cards.ts';
import { withFocus } from './tasks/withFocus.ts';
import { readWords } from './words/readWords.ts';

/** The whole dialog: resident, supervisor, dispatcher and unit alike. Pure and total. */
export const answerTurn: Dialog = (session, turn, know, answers) => {
  const before: Session = session ?? { seen: [], lastAt: turn.at };
  const id = shortId(turn.id);
  if (before.seen.includes(id)) return { kind: 'done', session: before, replies: [] };
  const expired = expire(before, turn);
  const { session: fresh, pending } = expired;
  const scene: Scene = { session: fresh, turn, know, answers };
  const step = pending ? settleGrade(scene, pending, hear) : hear(scene);
  if (step.kind === 'asks') return step;
  const lead = `${emergencyLead(turn)}${expired.lead}${cutLead(scene)}${asideLead(fresh, step.session)}`;
  const ofPerson = turn.said.kind !== 'notice';
  return {
    kind: 'done',
    session: {
      ...(ofPerson ? omit(step.session, 'interrupted') : interrupted(step.session)),
      seen: [...before.seen, id].slice(-REMEMBERED),
      lastAt: ofPerson ? turn.at : before.lastAt,
    },
    replies: withLead(step.replies, lead),
  };
};

const hear = (scene: Scene): Step => {
  const step = keepNumbersClear(settleReplaced(scene, dropOldOffer(scene, hearTurn(scene))), scene.know);
  return withFocus(scene, nameListed(scene, step));
};

/** Buttons under an earlier answer are over once the person said something else, or others are shown: numbers belong to what was seen last. */
const dropOldOffer = ({ session: { question }, turn }: Scene, step: Step): Step => {
  if (step.kind === 'asks' || question?.kind !== 'offer' || step.session.question !== question) return step;
  const isOver = turn.said.kind !== 'notice' || step.replies.some(({ choices }) => choices !== undefined);
  return isOver ? { ...step, session: withoutQuestion(step.session) } : step;
};

/** A grade waiting for an opinion, when something else was begun instead: it counts. 取消 and 返回 take it back. */
const settleReplaced = (scene: Scene, step: Step): Step => {
  const { question } = scene.session;
  if (step.kind === 'asks' || question?.kind !== 'rate' || !isReplaced(scene.session, step.session, question))
    return step;
  return settleGrade(scene, question, () => ({
    ...step,
    session: closeCase(step.session, question.number),
    replies: withLead(step.replies, say.gradeFiled(say.grades[question.grade])),
  }));
};

const isReplaced = (
  before: Session,
  after: Session,
  { number }: Extract<Question, { kind: 'rate' }>,
): boolean => {
  if (!cardOfCase(after, number)) return false;
  const { question } = after;
  if ((question?.kind === 'rate' || question?.kind === 'grade') && question.number === number) return false;
  return after.question !== undefined || after.form !== before.form;
};

/** Words or photos of a handling that was not reported, when something else was begun instead. */
const asideLead = ({ question }: Session, after: Session): string => {
  if (
    question?.kind !== 'finish' ||
    question.onSpot === 'patrol' ||
    (question.words === undefined && question.photos.length === 0)
  )
    return '';
  const replaced = after.question !== undefined && after.question.kind !== 'finish';
  return replaced ? say.putAside(question.number) : '';
};

/** What was asked has to be looked at again before a mere 「好的」 means it. */
const interrupted = (session: Session): Session =>
  session.form || session.question ? { ...session, interrupted: true } : session;

/** Before anything else: which number helps at once. Staff know, and their reports tell of what is over. */
const emergencyLead = ({ said, person }: DialogTurn): string => {
  const kinds = said.kind === 'text' && person === undefined ? readEmergency(said.text) : [];
  if (kinds.length === 0) return '';
  const end = kinds.every((kind) => kind === 'despair') ? '' : say.emergencyEnd;
  return `${kinds.map((kind) => say.emergency[kind]).join('\n')}\n${end}`;
};

const cutLead = ({ turn }: Scene): string =>
  turn.said.kind === 'text' && readWords(turn.said.text).cut ? say.cut(TEXT_LIMIT) : '';

const withLead = (replies: readonly Reply[], lead: string): readonly Reply[] => {
  const [first, ...others] = replies;
  return first && lead !== '' ? [{ ...first, text: `${lead}${first.text}` }, ...others] : replies;
};
