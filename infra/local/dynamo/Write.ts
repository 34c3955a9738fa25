import type { Item } from './attributeValue.ts';
import type { Condition, Updates } from './expression.ts';

/** One write, its request checked and its expressions parsed. */
export interface Write {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Item;
  readonly Expected?: object;
  readonly AttributeUpdates?: Readonly<Record<string, { Action?: string; Value?: Item[string] }>>;
  readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE';
  readonly _condition?: Condition;
  readonly _updates?: Updates;
}
