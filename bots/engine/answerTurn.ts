import type { Reply } from '../../shared/contracts/reply.ts';
import { TEXT_LIMIT } from '../../shared/contracts/turn.ts';
import type { Dialog, Step } from './Dialog.ts';
import { expire } from './expire.ts';
import { hearTurn } from './hearTurn.ts';
import { resident as say } from './phrases/resident.ts';
import { settleGrade } from './rating/rateCase.ts';
import { keepNumbersClear } from './running.ts';
import type { Scene } from './Scene.ts';
import type { Question, Session } from './Session.ts';
import { cardOfCase, closeCase } from './tasks/cards.ts';
import { readWords } from './words/readWords.ts';

/** So many messages back, one delivered again is known. The caller counts on every turn being in the list, in order. */
const REMEMBERED = 16;

/** The whole dialog: resident, supervisor, dispatcher and unit alike. Pure and total. */
export const answerTurn: Dialog = (session, turn, know, answers) => {
  const before: Session = session ?? { seen: [], lastAt: turn.at };
  if (before.seen.includes(turn.id)) return { kind: 'done', session: before, replies: [] };
  const expired = expire(before, turn);
  const { session: fresh, pending } = expired;
  const scene: Scene = { session: fresh, turn, know, answers };
  const step = pending ? settleGrade(scene, pending, hear) : hear(scene);
  if (step.kind === 'asks') return step;
  const lead = `${expired.lead}${cutLead(scene)}${asideLead(fresh, step.session)}`;
  const ofPerson = turn.said.kind !== 'notice';
  return {
    kind: 'done',
    session: {
      ...step.session,
      seen: [...before.seen, turn.id].slice(-REMEMBERED),
      lastAt: ofPerson ? turn.at : before.lastAt,
    },
    replies: withLead(step.replies, lead),
  };
};

const hear = (scene: Scene): Step => keepNumbersClear(settleReplaced(scene, hearTurn(scene)), scene.know);

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
  if (after.question?.kind === 'rate' && after.question.number === number) return false;
  return after.question !== undefined || after.form !== before.form;
};

/** Words or photos of a handling that was not reported, when something else was begun instead. */
const asideLead = ({ question }: Session, after: Session): string => {
  if (question?.kind !== 'finish' || (question.words === undefined && question.photos.length === 0))
    return '';
  const replaced = after.question !== undefined && after.question.kind !== 'finish';
  return replaced ? say.putAside(question.number) : '';
};

const cutLead = ({ turn }: Scene): string =>
  turn.said.kind === 'text' && readWords(turn.said.text).cut ? say.cut(TEXT_LIMIT) : '';

const withLead = (replies: readonly Reply[], lead: string): readonly Reply[] => {
  const [first, ...others] = replies;
  return first && lead !== '' ? [{ ...first, text: `${lead}${first.text}` }, ...others] : replies;
};
