/** The parts of dynalite 4 that the layer uses; the package carries no types. */
declare module 'dynalite/db/index.js' {
  import type { AttributeValue, Item } from './attributeValue.ts';
  import type { DynamoError } from './dynamoError.ts';
  import type { KeySchema, TableDescription } from './tableRecord.ts';

  export interface Level {
    open(): Promise<void>;
    close(): Promise<void>;
    batch(changes: readonly LevelChange[]): Promise<void>;
    getSync(key: string): unknown;
    clear(range: LevelRange): Promise<void>;
    iterator(range: LevelRange): LevelIterator;
  }
  export type LevelChange =
    | { readonly type: 'put'; readonly key: string; readonly value: unknown }
    | { readonly type: 'del'; readonly key: string };
  export interface LevelRange {
    readonly gt?: string;
    readonly gte?: string;
    readonly lt?: string;
    readonly lte?: string;
    readonly reverse?: boolean;
    readonly limit?: number;
  }
  export interface LevelIterator {
    nextv(size: number): Promise<[string, unknown][]>;
    close(): Promise<void>;
  }
  type Invalid = DynamoError | null | undefined;

  interface DynaliteDb {
    create(options: { path: string }): { db: Level };
    validateKey(key: Item, table: TableDescription, schema?: KeySchema): Invalid;
    validateItem(item: Item, table: TableDescription): Invalid;
    validateUpdates(legacy: unknown, updates: unknown, table: TableDescription): Invalid;
    createKey(item: Item, table: TableDescription, schema?: KeySchema): string;
    checkConditional(data: object, item: Item | undefined): Invalid;
    mapPaths(paths: unknown, item: Item): Item;
    compare(operator: string, value: AttributeValue, operands: AttributeValue[]): boolean;
    matchesFilter(item: Item, filter: object, operator: string | undefined): boolean;
    /** What `mendDynalite` puts in. */
    itemSize?: unknown;
    createIndexKey?: unknown;
    queryTable?: unknown;
    addConsumedCapacity?: unknown;
  }
  const db: DynaliteDb;
  export default db;
}

declare module 'dynalite/validations/index.js' {
  const validations: {
    checkTypes(data: unknown, types: object): Record<string, unknown>;
    checkValidations(data: object, types: object, custom: unknown, store: object): void;
    validateAttributeValue(value: object): string | undefined;
    validateExpressionParams(data: object, expressions: string[], legacy: string[]): string | undefined;
    validateExpressions(data: object): string | undefined;
  };
  export default validations;
}

declare module 'dynalite/validations/*.js' {
  const validation: {
    types: Record<string, object | string>;
    custom?: (data: never, store: object) => string | undefined;
  };
  export default validation;
}

declare module 'dynalite/actions/*.js' {
  const action: (
    store: object,
    data: object,
    done: (error: Error | null | undefined, answer: object) => void,
  ) => void;
  export default action;
}
