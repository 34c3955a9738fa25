import type { Case } from '../domain/case/Case.ts';
import { solvedOf } from '../domain/similar/solvedOf.ts';
import type { CaseStore, SolvedStore } from './ports.ts';

interface KeepWorld {
  readonly cases: Pick<CaseStore, 'history'>;
  readonly solved: Pick<SolvedStore, 'save'>;
}

/** A case that is filed as handled is kept for those who get one like it. The history is read at that moment alone. */
export const keepSolved =
  (world: KeepWorld) =>
  async (state: Case): Promise<void> => {
    if (state.stage !== 'closed') return;
    const solved = solvedOf(state, await world.cases.history(state.number));
    if (solved) await world.solved.save(solved);
  };
