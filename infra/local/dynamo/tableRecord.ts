/** What the store knows about a table, beside its items. Kept whole in memory, written whole. */
export interface TableRecord {
  readonly description: TableDescription;
  /** Newest last; at most the last one is open. */
  readonly streams: readonly StreamState[];
  /** Attribute that holds the instant of expiry in epoch seconds, while expiry is on. */
  readonly ttl?: string;
}

export type KeySchema = readonly { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' }[];

export interface IndexDescription {
  readonly IndexName: string;
  readonly KeySchema: KeySchema;
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
  readonly [more: string]: unknown;
}

export interface TableDescription {
  readonly TableName: string;
  readonly TableArn: string;
  readonly TableStatus: string;
  readonly KeySchema: KeySchema;
  readonly AttributeDefinitions: readonly {
    readonly AttributeName: string;
    readonly AttributeType: string;
  }[];
  readonly GlobalSecondaryIndexes?: readonly IndexDescription[];
  readonly LocalSecondaryIndexes?: readonly IndexDescription[];
  readonly DeletionProtectionEnabled?: boolean;
  readonly [more: string]: unknown;
}

export type StreamViewType = 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES';

export interface StreamState {
  readonly arn: string;
  readonly label: string;
  readonly view: StreamViewType;
  /** Epoch seconds. */
  readonly openedAt: number;
  /** Records of this stream have sequence numbers greater than this. */
  readonly startsAfter: string;
  /** Set when the stream was turned off: its last possible sequence number, and when (retention clock, ms). */
  readonly ended?: { readonly at: string; readonly when: number };
}

export function openStream(table: TableRecord): StreamState | undefined {
  const last = table.streams.at(-1);
  return last?.ended === undefined ? last : undefined;
}
