import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';

/** Of somebody of the ledger; their id when it does not know them. */
export const nameOf = (person: string, { city }: Knowledge): string =>
  city.ledger.find((row) => row.person === person)?.name ?? person;
