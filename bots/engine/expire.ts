import type { DialogTurn } from './Dialog.ts';
import { omit } from './omit.ts';
import { resident as say } from './phrases/resident.ts';
import { isBare } from './report/Form.ts';
import type { Question, Session } from './Session.ts';

const DAY = 24 * 3_600_000;
/** After half an hour a new message is rather a new matter than more material. */
const SUPPLEMENT = 30 * 60_000;

interface Expired {
  readonly session: Session;
  /** What the person is told of it. */
  readonly lead: string;
  /** A grade that was given and still has to be filed. */
  readonly pending?: Extract<Question, { kind: 'rate' }>;
}

/** What was left lying longer than a day is put away when the person comes back, and said so. */
export const expire = (session: Session, turn: DialogTurn): Expired => {
  const idle = turn.at - session.lastAt;
  if (turn.said.kind === 'notice') return { session, lead: '' };
  const { question } = session;
  if (idle > DAY) return putAway(session);
  if (question?.kind === 'supplement' && question.doubt === undefined && idle > SUPPLEMENT)
    return { session: omit(session, 'question'), lead: '' };
  return { session, lead: '' };
};

const putAway = (session: Session): Expired => {
  const { form, question } = session;
  const lead = form && !isBare(form) ? say.formExpired : leadOf(question);
  const rest = omit(session, 'form', 'question', 'cell');
  return question?.kind === 'rate' ? { session: rest, lead, pending: question } : { session: rest, lead };
};

/** Nobody waits for an answer to these. */
const NOT_KEPT: ReadonlySet<Question['kind']> = new Set(['which', 'bind', 'work', 'offer']);

const leadOf = (question: Question | undefined): string => {
  const idle = question?.kind === 'supplement' && question.doubt === undefined;
  if (!question || idle || NOT_KEPT.has(question.kind)) return '';
  return question.kind === 'rate' ? say.gradeFiled(say.grades[question.grade]) : say.questionExpired;
};
