import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Entry } from '../../../shared/domain/case/CaseEvent.ts';
import { evolve } from '../../../shared/domain/case/evolve.ts';
import { Stop } from '../city/Stop.ts';

interface Step {
  readonly entry: Entry;
  readonly before?: Case;
  readonly after: Case;
}

/** The case before and after each entry. Throws `Stop` where the history makes no sense. */
export const stepsOf = (history: readonly Entry[]): readonly Step[] => {
  let before: Case | undefined;
  return history.map((entry) => {
    const after = fold(before, entry);
    const step: Step = { entry, ...(before ? { before } : {}), after };
    before = after;
    return step;
  });
};

const fold = (before: Case | undefined, entry: Entry): Case => {
  try {
    return evolve(before, entry);
  } catch (fault) {
    const { number, seq } = entry;
    throw new Stop(
      `${number} 的第 ${seq} 条接不上，不能重放：用 npm run case -- verify ${number} 看哪里被改过`,
      1,
      fault,
    );
  }
};
