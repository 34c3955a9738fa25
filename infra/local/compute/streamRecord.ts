import type { _Record as SdkRecord } from '@aws-sdk/client-dynamodb-streams';

/** A stream record as a function receives it: bytes as base64, instants as seconds. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: string;
  readonly eventSource: 'aws:dynamodb';
  readonly eventSourceARN: string;
  readonly dynamodb: {
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Readonly<Record<string, unknown>>;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

const plain = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  return value;
};

export const streamRecord = (record: SdkRecord, streamArn: string): StreamRecord => {
  const { ApproximateCreationDateTime: created, SequenceNumber = '', ...rest } = record.dynamodb ?? {};
  return {
    eventID: record.eventID ?? SequenceNumber,
    eventName: record.eventName ?? 'INSERT',
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: record.awsRegion,
    eventSourceARN: streamArn,
    dynamodb: {
      ...(plain(rest) as Readonly<Record<string, unknown>>),
      Keys: plain(rest.Keys ?? {}) as Readonly<Record<string, unknown>>,
      SequenceNumber,
      ApproximateCreationDateTime: (created?.getTime() ?? 0) / 1_000,
    },
  };
};
