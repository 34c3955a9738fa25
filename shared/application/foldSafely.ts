import type { Case } from '../domain/case/Case.ts';
import type { Entry } from '../domain/case/CaseEvent.ts';
import { foldHistory } from '../domain/case/evolve.ts';

type Folded =
  | { readonly state: Case; readonly unfoldable?: undefined }
  | { readonly state?: undefined; readonly unfoldable: string };

/** The fold of a history that may have been tampered with. That it cannot be folded is an answer here, not a fault. */
export const foldSafely = (history: readonly Entry[]): Folded => {
  try {
    const state = foldHistory(history);
    return state ? { state } : { unfoldable: 'there are no entries' };
  } catch (fault) {
    return { unfoldable: (fault as Error).message };
  }
};
