import type { Step } from './Dialog.ts';
import { labelOf } from './questions/labelOf.ts';
import { asks, casesOf, type Scene } from './Scene.ts';

/**
 * A choice between cases says of each what and where it is, also when it is asked again. The session keeps their numbers
 * alone, in order, so that it stays small and the numbering the same; what they are is looked up.
 */
export const nameListed = (scene: Scene, step: Step): Step => {
  if (step.kind === 'asks' || step.session.question?.kind !== 'which') return step;
  const { numbers } = step.session.question;
  const isBare = (choice: string): boolean => numbers.includes(choice);
  if (!step.replies.some(({ choices }) => choices?.some(isBare))) return step;
  const answer = scene.answers.listed;
  if (!answer) return asks({ key: 'listed', kind: 'listed', numbers });
  const cases = casesOf(answer);
  const named = (choice: string): string => (isBare(choice) ? labelOf(choice, cases, scene) : choice);
  const replies = step.replies.map((reply) =>
    reply.choices ? { ...reply, choices: reply.choices.map(named) } : reply,
  );
  return { ...step, replies };
};
