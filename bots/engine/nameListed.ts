import type { Step } from './Dialog.ts';
import { labelOf } from './questions/labelOf.ts';
import { asks, casesOf, type Scene } from './Scene.ts';
import type { Question } from './Session.ts';
import { openSlot } from './tasks/details/Detail.ts';

/** The cases that a question lets choose from. */
export const listedIn = (question: Question | undefined): readonly string[] => {
  if (question?.kind === 'which') return question.numbers;
  return question?.kind === 'detail' && openSlot(question) === 'into' ? (question.options ?? []) : [];
};

/**
 * A choice between cases says of each what and where it is, also when it is asked again. The session keeps their numbers
 * alone, in order, so that it stays small and the numbering the same; what they are is looked up.
 */
export const nameListed = (scene: Scene, step: Step): Step => {
  if (step.kind === 'asks') return step;
  const numbers = listedIn(step.session.question);
  const isBare = (choice: string): boolean => numbers.includes(choice);
  if (numbers.length === 0 || !step.replies.some(({ choices }) => choices?.some(isBare))) return step;
  const answer = scene.answers.listed;
  if (!answer) return asks({ key: 'listed', kind: 'listed', numbers });
  const cases = casesOf(answer);
  const named = (choice: string): string => (isBare(choice) ? labelOf(choice, cases, scene) : choice);
  const replies = step.replies.map((reply) =>
    reply.choices ? { ...reply, choices: reply.choices.map(named) } : reply,
  );
  return { ...step, replies };
};
