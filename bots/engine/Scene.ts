import type { Reply } from '../../shared/contracts/reply.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import type { Refusal } from '../../shared/domain/case/Refusal.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import type { Answer, Answers, Ask, DialogTurn, Step } from './Dialog.ts';
import { omit } from './omit.ts';
import type { Question, Session } from './Session.ts';

/** All that one turn is decided by. */
export interface Scene {
  readonly session: Session;
  readonly turn: DialogTurn;
  readonly know: Knowledge;
  readonly answers: Answers;
}

export const done = (session: Session, ...replies: readonly Reply[]): Step => ({
  kind: 'done',
  session,
  replies,
});
export const asks = (...wanted: readonly Ask[]): Step => ({ kind: 'asks', asks: wanted });

/** The person's own reports, also those that no list has yet. */
export const askMyCases = ({ session }: Scene): Step =>
  asks({ key: 'cases', kind: 'myCases', ...(session.filed ? { filed: session.filed } : {}) });

export const withSession = (scene: Scene, session: Session): Scene => ({ ...scene, session });
export const withoutForm = (session: Session): Session => omit(session, 'form');
export const withoutQuestion = (session: Session): Session => omit(session, 'question');
export const withQuestion = (session: Session, question: Question): Session => ({ ...session, question });

/** A bare choice between cases, a code, or what somebody said of work is not insisted on: whoever says something else has gone on. Words that came with it wait. */
export const withoutIdleWhich = (scene: Scene): Scene => {
  const { question } = scene.session;
  const idle = question?.kind === 'which' && question.words === undefined && question.photo === undefined;
  return idle || (question && NOT_INSISTED.has(question.kind))
    ? withSession(scene, withoutQuestion(scene.session))
    : scene;
};

const NOT_INSISTED: ReadonlySet<Question['kind']> = new Set(['bind', 'work', 'offer']);

/** An answer that is neither what was asked nor a refusal reads as a case that is not there. */
export const caseOf = (answer: Answer): { readonly case: Case } | { readonly refusal: Refusal } => {
  if (answer.kind === 'case') return { case: answer.case };
  return { refusal: answer.kind === 'refused' ? answer.refusal : { code: 'noSuchCase' } };
};

/** Whether there are others than those that were answered, and which. */
export const moreOf = (answer: Answer): 'newer' | 'any' | undefined =>
  answer.kind === 'cases' ? answer.more : undefined;

export const casesOf = (answer: Answer): readonly Case[] => (answer.kind === 'cases' ? answer.cases : []);
