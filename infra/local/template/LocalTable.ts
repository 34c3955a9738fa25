export interface LocalIndex {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly projection: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
  readonly nonKeyAttributes: readonly string[];
}

export interface LocalTable {
  readonly path: string;
  readonly name: string;
  readonly arn: string;
  readonly attributes: Readonly<Record<string, 'S' | 'N' | 'B'>>;
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly indexes: readonly LocalIndex[];
  readonly ttlAttribute?: string;
  readonly stream?: {
    readonly arn: string;
    readonly view: 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES';
  };
  readonly keyArn?: string;
}
