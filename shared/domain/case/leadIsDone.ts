import type { Case } from './Case.ts';

/** The lead has reported its own, and only waits for others: it asks for nothing more. */
export const leadIsDone = ({ tasks, stage }: Pick<Case, 'tasks' | 'stage'>): boolean =>
  stage === 'handling' && tasks.some(({ share, status }) => share === 'lead' && status === 'done');
