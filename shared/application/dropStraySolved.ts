import { solvedOf } from '../domain/similar/solvedOf.ts';
import type { CaseStore, SolvedStore } from './ports.ts';

interface DropWorld {
  readonly cases: Pick<CaseStore, 'load' | 'history'>;
  readonly solved: Pick<SolvedStore, 'page' | 'forget'>;
}

/** What is kept of cases that are no longer there, or that teach nothing by now, or not where it lies, is taken out. */
export const dropStraySolved = async ({ cases, solved }: DropWorld): Promise<void> => {
  let from: string | undefined;
  do {
    const page = await solved.page(from);
    for (const key of page.keys) {
      const state = await cases.load(key.number);
      const known = state && solvedOf(state, await cases.history(key.number));
      if (known?.service !== key.service || known.leaf !== key.leaf) await solved.forget(key);
    }
    from = page.next;
  } while (from !== undefined);
};
