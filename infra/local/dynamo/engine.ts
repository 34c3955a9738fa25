import type { Level } from 'dynalite/db/index.js';
import type { Journal } from './journal.ts';
import type { Clocks } from './recordChange.ts';
import type { TableBook } from './tableBook.ts';
import type { TokenBook } from './tokenBook.ts';

/** What every operation works on. */
export interface Engine {
  readonly level: Level;
  readonly journal: Journal;
  readonly tables: TableBook;
  readonly tokens: TokenBook;
  readonly clocks: Clocks;
  readonly region: string;
  readonly account: string;
}

/** An operation: from the request's parsed body to the answer's. Throws what DynamoDB would answer with an error. */
export type Operation = (body: unknown) => object | Promise<object>;
export type Operations = Readonly<Record<string, Operation>>;
