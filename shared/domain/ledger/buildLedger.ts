import type { Area, LedgerRow, Role } from '../city/City.ts';

export interface Ledger {
  /** The rows that answer for a role (of a unit) at the most specific area of the lineage that has any on that date. */
  holders(role: Role, lineage: readonly Area[], date: string, unit?: string): readonly LedgerRow[];
  posts(person: string, date: string): readonly LedgerRow[];
  personOf(conversation: string): string | undefined;
}

/** 网格实名制责任台账: who holds which post on a date. */
export const buildLedger = (rows: readonly LedgerRow[]): Ledger => {
  const byPost = Map.groupBy(rows, (row) => `${row.role}|${row.area}`);
  const byPerson = Map.groupBy(rows, (row) => row.person);
  const persons = new Map(rows.map((row) => [conversationOf(row), row.person]));
  return {
    holders: (role, lineage, date, unit) => {
      for (const area of lineage) {
        const found = byPost
          .get(`${role}|${area.code}`)
          ?.filter((row) => isHeld(row, date) && (unit === undefined || row.unit === unit));
        if (found?.length) return found;
      }
      return [];
    },
    posts: (person, date) => byPerson.get(person)?.filter((row) => isHeld(row, date)) ?? [],
    personOf: (conversation) => persons.get(conversation),
  };
};

/** Where a person is reached: `web` means `web:<person>`; a whole conversation stands as it is. */
export const conversationOf = (row: Pick<LedgerRow, 'channel' | 'person'>): string =>
  row.channel.includes(':') ? row.channel : `${row.channel}:${row.person}`;

const isHeld = (row: LedgerRow, date: string): boolean =>
  row.from <= date && (row.to === undefined || row.to >= date);
