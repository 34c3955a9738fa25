import type { Case } from './Case.ts';

/** The unit that leads. A case that was dispatched always has one. */
export const leadUnit = (state: Case): string => {
  const lead = state.tasks.find((task) => task.share === 'lead');
  if (!lead) throw new Error(`Case ${state.number} has no lead unit`);
  return lead.unit;
};
