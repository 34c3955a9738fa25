import { OPEN } from '../Case.ts';
import { events, type Rule } from '../Rule.ts';
import { turnsOf } from '../turnsOf.ts';

/**
 * 交接: who answers is the ledger's matter and has changed already; the case is only told. Nothing to tell when it went on to
 * another post meanwhile, or came to this one when the others answered there.
 */
export const handOver: Rule<'handOver'> = {
  stages: OPEN,
  who: 'clock',
  apply: (state, { owner, until, from, to, because }) => {
    const isOwner = state.owner === owner;
    const isOther = isOwner ? (state.ownedSince ?? 0) > until : !turnsOf(state).includes(owner);
    return isOther ? events() : events({ type: 'handedOver', owner, from, to, because });
  },
};
