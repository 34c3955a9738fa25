import type { Area, LedgerRow, Role } from '../city/City.ts';
import { sharedBy } from '../city/sharedBy.ts';
import { isHeld } from './isHeld.ts';
import { rowsByPerson } from './rowsByPerson.ts';
import { NO_STAFFING, type Staffing } from './Staffing.ts';
import { buildStandIns } from './standIns.ts';

/** Who answers in a post: the one the ledger names, or, while they are on leave, whoever stands in for them. */
export interface Holder extends LedgerRow {
  /** The person of the ledger, where `person` stands in. */
  readonly actingFor?: string;
}

export interface Ledger {
  /** Who answers for a role (of a unit) at the most specific area of the lineage that has anybody on that date. */
  holders(role: Role, lineage: readonly Area[], date: string, unit?: string): readonly Holder[];
  /** Every post of a person on a date, those they stand in for among them. */
  posts(person: string, date: string): readonly Holder[];
  personOf(conversation: string): string | undefined;
  /** What a person is called; undefined for somebody the ledger does not know. */
  nameOf(person: string): string | undefined;
  /** Where a person is reached; undefined for somebody the ledger does not know. */
  conversationOf(person: string): string | undefined;
  /** Whoever is to be spoken to instead of a person on a date: their stand-in while they are on leave, else they themself. */
  reachable(person: string, date: string): string;
}

/** 网格实名制责任台账: who holds which post on a date. */
export const buildLedger = (rows: readonly LedgerRow[], staffing: Staffing = NO_STAFFING): Ledger => {
  const { byPost, byPerson, personOf } = indexOf(rows);
  const { standInFor, onLeave } = buildStandIns(byPerson, staffing.leaves);
  const bound = new Map(Object.entries(staffing.bindings).filter(([person]) => byPerson.has(person)));
  const boundTo = new Map([...bound].map(([person, conversation]) => [conversation, person]));

  const asActing = (row: LedgerRow, date: string): Holder => {
    const person = standInFor(row, date);
    const [own] = byPerson.get(person) ?? [];
    if (person === row.person || !own) return row;
    const { name, phone, channel } = own;
    return { ...row, person, name, phone, channel, actingFor: row.person };
  };

  return {
    holders: (role, lineage, date, unit) => {
      for (const area of lineage) {
        const found = byPost
          .get(`${role}|${area.code}`)
          ?.filter((row) => isHeld(row, date) && (unit === undefined || row.unit === unit));
        if (found?.length) return found.map((row) => asActing(row, date));
      }
      return [];
    },
    posts: (person, date) => {
      const own = byPerson.get(person)?.filter((row) => isHeld(row, date)) ?? [];
      const acting = onLeave(date)
        .flatMap((absent) => byPerson.get(absent) ?? [])
        .filter((row) => row.person !== person && isHeld(row, date))
        .map((row) => asActing(row, date))
        .filter((row) => row.person === person);
      return [...own, ...acting];
    },
    personOf: (conversation) => {
      const person = boundTo.get(conversation) ?? personOf.get(conversation);
      // Whoever bound an account is not reached by the one in the ledger any more.
      return person === undefined || (bound.get(person) ?? conversation) !== conversation
        ? undefined
        : person;
    },
    nameOf: (person) => byPerson.get(person)?.[0]?.name,
    conversationOf: (person) => {
      const [row] = byPerson.get(person) ?? [];
      return row && (bound.get(person) ?? conversationOf(row));
    },
    reachable: (person, date) => {
      const row = byPerson.get(person)?.find((each) => isHeld(each, date)) ?? byPerson.get(person)?.[0];
      return row ? standInFor(row, date) : person;
    },
  };
};

/** Shared by all stages of the staffing: each bound account would index the same rows anew. */
const indexOf = sharedBy((rows: readonly LedgerRow[]) => {
  const byPerson = rowsByPerson(rows);
  return {
    byPerson,
    byPost: Map.groupBy(rows, (row) => `${row.role}|${row.area}`),
    personOf: new Map(
      [...byPerson].flatMap(([person, [row]]) => (row ? [[conversationOf(row), person] as const] : [])),
    ),
  };
});

/** Where the ledger says that a person is reached: `web` means `web:<person>`; a whole conversation stands as it is. */
export const conversationOf = (row: Pick<LedgerRow, 'channel' | 'person'>): string =>
  row.channel.includes(':') ? row.channel : `${row.channel}:${row.person}`;

/** Whether this is a post of that person: their own, or one they stand in for. Who is on leave may still act. */
export const isOf = (row: Holder, person: string): boolean =>
  row.person === person || row.actingFor === person;
