import type { LedgerRow } from '../domain/city/City.ts';
import { drawCode } from '../domain/ledger/accessCode.ts';
import { hashCode } from '../domain/ledger/hashCode.ts';
import type { Instant } from '../domain/time/Instant.ts';
import type { Cities, CodeStore } from './cityPorts.ts';
import type { Now } from './ports.ts';

export interface IssueWorld {
  readonly cities: Cities;
  readonly codes: Pick<CodeStore, 'give'>;
  readonly now: Now;
  /** 0…n-1, unpredictable. */
  readonly below: (n: number) => number;
}

interface IssuedCode {
  readonly code: string;
  readonly until: Instant;
  readonly row: LedgerRow;
}

const DAY = 86_400_000;

/** A new one-time code for somebody of the ledger, the only place where it is ever seen. Undefined for somebody it does not know. */
export const issueCode =
  (world: IssueWorld) =>
  async (person: string, days: number): Promise<IssuedCode | undefined> => {
    const { city } = await world.cities.current();
    const row = city.ledger.find((each) => each.person === person);
    if (!row) return undefined;
    const code = drawCode(world.below);
    const until = world.now() + days * DAY;
    await world.codes.give(city.id, { hash: hashCode(city.id, code), person, until });
    return { code, until, row };
  };
