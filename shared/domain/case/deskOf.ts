import type { Knowledge, RuleBook } from '../city/Knowledge.ts';
import { dateText, dayOf, type Instant } from '../time/Instant.ts';
import { holdersOn } from './answersFor.ts';
import type { Case, Owner } from './Case.ts';

interface Today {
  readonly now: Instant;
  readonly rules: RuleBook;
  readonly ledger: Knowledge;
}

type Placed = Pick<Case, 'leaf' | 'about'>;

/** The dispatcher's desk that a case falls to: the street's. Where it is of the unit complained about, the leader above. */
export const deskOf = (state: Placed, today: Today): Owner => {
  const desk: Owner = `dispatcher@${streetAbove(state.leaf, today.rules)}`;
  return isOfAccused(desk, state, today) ? leaderAbove(state, 1, today) : desk;
};

/** The leader of the street, or with `above` of so many levels higher; at the top, the top's. */
export const leaderAbove = (state: Placed, above: number, today: Today): Owner => {
  const line = today.rules.lineage(state.leaf);
  const street = Math.max(
    0,
    line.findIndex(({ level }) => level === 'street'),
  );
  const area = line[Math.min(street + above, line.length - 1)];
  return `leader@${area?.code ?? state.leaf}`;
};

/** The street of the leaf; dispatchers above it answer for a street that has none of its own. */
const streetAbove = (leaf: string, rules: RuleBook): string =>
  rules.lineage(leaf).find((area) => area.level === 'street')?.code ?? leaf;

const isOfAccused = (owner: Owner, { leaf, about }: Placed, { now, ledger }: Today): boolean =>
  about !== undefined &&
  holdersOn(owner, leaf, dateText(dayOf(now)), ledger).some(({ unit }) => unit === about);
