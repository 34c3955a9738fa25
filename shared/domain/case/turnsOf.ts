import { type Case, ENDED, type Owner, type Stage } from './Case.ts';

/** What of a case says whose turn it is. */
export type Turns = Pick<Case, 'owner' | 'tasks' | 'request' | 'stage'>;

/** Stages in which units are at it: elsewhere what they have of it waits, or is over. */
export const AT_WORK: ReadonlySet<Stage> = new Set(['assigned', 'handling']);

/** Every post whose turn it is in some respect: the owner first, then units with a task of their own, then who must approve. */
export const turnsOf = ({ owner, tasks, request, stage }: Turns): readonly Owner[] => {
  if (ENDED.has(stage)) return [owner];
  const units = (AT_WORK.has(stage) ? tasks : [])
    .filter(({ share, status }) => share === 'assist' && (status === 'assigned' || status === 'handling'))
    .map(({ unit }): Owner => `unit@${unit}`);
  return [...new Set([owner, ...units, ...(request ? [request.approver] : [])])];
};
