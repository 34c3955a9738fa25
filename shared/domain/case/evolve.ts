import type { Case } from './Case.ts';
import type { CaseEvent, Entry } from './CaseEvent.ts';
import { shortId } from './chain.ts';
import { applyEvent, type Occasion } from './evolve/applyEvent.ts';
import { openedCase } from './evolve/openedCase.ts';

/** How many commands back a repeated one is recognised from the snapshot alone. */
export const RECENT = 8;

/** The case after one more entry of its history. The first entry must begin with `opened`. */
export const evolve = (state: Case | undefined, entry: Entry): Case => {
  let next = state;
  for (const event of entry.events) next = apply(next, event, entry);
  if (!next) throw new Error(`The history of ${entry.number} does not begin with an opening`);
  return {
    ...next,
    version: entry.seq,
    hash: entry.hash,
    recent: [...(state?.recent ?? []), shortId(entry.command)].slice(-RECENT),
  };
};

/** The fold of a history, in order from the first entry. */
export const foldHistory = (history: readonly Entry[]): Case | undefined =>
  history.reduce<Case | undefined>((state, entry) => evolve(state, entry), undefined);

/** The case after some events of an entry that is not written yet. */
export const happenIn = (state: Case, events: readonly CaseEvent[], by: Occasion): Case =>
  events.reduce((next, event) => applyEvent(next, event, by), state);

const apply = (state: Case | undefined, event: CaseEvent, entry: Entry): Case => {
  if (event.type === 'opened') return openedCase(event, entry);
  if (!state) throw new Error(`The history of ${entry.number} does not begin with an opening`);
  return applyEvent(state, event, { at: entry.at, person: entry.by.person });
};
