import type { Case } from '../case/Case.ts';
import type { Entry } from '../case/CaseEvent.ts';
import { publicWords } from './publicWords.ts';
import type { SolvedCase } from './SolvedCase.ts';
import { tellsHow } from './tellsHow.ts';

/** Kept within one write unit of the table, and short enough for three of them to stand in a card. */
const LONGEST_TEXT = 120;
const LONGEST_REPORT = 60;

/**
 * What a filed case teaches. Undefined where it was not handled, where the report says no more than that it was, and where
 * whoever reported it asked for secrecy: not even what they wrote is compared with then.
 */
export const solvedOf = (state: Case, history: readonly Entry[]): SolvedCase | undefined => {
  if (state.stage !== 'closed' || state.privacy !== undefined) return undefined;
  const handled = history
    .flatMap(({ events }) => events)
    .findLast((event) => event.type === 'done' || event.type === 'solved');
  if (!handled || !tellsHow(handled.report)) return undefined;
  const { number, service, condition, leaf, rating, rounds } = state;
  return {
    number,
    service,
    condition,
    leaf,
    text: publicWords(state.text, LONGEST_TEXT),
    report: publicWords(handled.report, LONGEST_REPORT),
    rounds,
    ...(rating ? { rating: rating.overall } : {}),
  };
};
