import { type Case, ENDED, type Owner } from '../case/Case.ts';
import { clocksOf } from '../case/clocks/clocksOf.ts';
import type { Instant } from '../time/Instant.ts';

/** A post that has not taken up what is its own: a unit that has not signed, a supervisor who has not confirmed. */
export interface Unsigned {
  readonly owner: Owner;
  /** Since when it waits there. */
  readonly since: Instant;
}

/** Whose signature or confirmation a case waits for. Nobody's while it stands still, or while a unit has asked to return it. */
export const unsignedOf = (state: Case): readonly Unsigned[] => {
  if (ENDED.has(state.stage) || state.pause) return [];
  const owners: readonly Owner[] =
    state.stage === 'verifying'
      ? [state.owner]
      : state.tasks
          .filter(({ unit, status }) => status === 'assigned' && !asksToReturn(state, unit))
          .map(({ unit }): Owner => `unit@${unit}`);
  return owners.map((owner) => ({ owner, since: sinceWhen(state, owner) }));
};

const asksToReturn = ({ request }: Case, unit: string): boolean =>
  request?.kind === 'return' && request.unit === unit;

const sinceWhen = (state: Case, owner: Owner): Instant =>
  clocksOf(state).find((clock) => clock.owner === owner)?.clock.since ?? state.ownedSince ?? state.openedAt;
