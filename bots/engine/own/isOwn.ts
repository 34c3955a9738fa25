import type { Question } from '../Session.ts';
import type { OwnQuestion } from './OwnQuestion.ts';

const KINDS: ReadonlySet<Question['kind']> = new Set(['offer', 'withdraw', 'appeal', 'supply', 'overall']);

/** Whether a question is about a report of the person's own. */
export const isOwn = (question: Question): question is OwnQuestion => KINDS.has(question.kind);
