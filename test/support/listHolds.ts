import type { Owner } from '../../shared/domain/case/Case.ts';
import type { TaskList } from '../../shared/domain/case/taskLists.ts';
import { smallCity } from './smallCity.ts';

/** Whether a case of a leaf and an owner stands in a list. */
export const listHolds = (list: TaskList, owner: Owner, leaf: string): boolean => {
  if (!leaf.startsWith(list.under)) return false;
  if (list.kind === 'owned') return list.owner === owner;
  return list.kind === 'open' || owner.startsWith('supervisor@');
};

/** Of whom a case in a leaf may be. */
export const ownersIn = (leaf: string): readonly Owner[] => [
  `supervisor@${leaf}`,
  `dispatcher@${leaf.slice(0, 9)}`,
  `leader@${leaf.slice(0, 12)}`,
  `leader@${leaf.slice(0, 9)}`,
  `leader@${leaf.slice(0, 6)}`,
  `expert@${leaf.slice(0, 6)}`,
  ...smallCity.units.map(({ code }): Owner => `unit@${code}`),
];
