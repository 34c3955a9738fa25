import type { Knowledge } from '../domain/city/Knowledge.ts';
import { conversationOf } from '../domain/ledger/buildLedger.ts';
import { rowsByPerson } from '../domain/ledger/rowsByPerson.ts';

/**
 * Where a person is reached now: an account that was unbound meanwhile hears nothing. `older`: what was in force before, newest
 * first, for whoever is not in the ledger any more.
 */
export const addressOf = (
  person: string,
  now: Knowledge,
  older: readonly Knowledge[],
): string | undefined => {
  const known = now.conversationOf(person) ?? now.staffing.bindings[person];
  if (known !== undefined) return known;
  const row = older.flatMap(({ city }) => rowsByPerson(city.ledger).get(person) ?? [])[0];
  return row && conversationOf(row);
};
