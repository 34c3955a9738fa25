import type { Json } from './Json.ts';

/** An event source mapping: SQS or DynamoDB stream → function. */
export interface LocalMapping {
  readonly path: string;
  /** The mapping's UUID, stable. */
  readonly id: string;
  readonly functionName: string;
  readonly source: 'sqs' | 'dynamodb';
  readonly sourceArn: string;
  readonly enabled: boolean;
  readonly batchSize: number;
  readonly batchWindowSeconds: number;
  /** Patterns of which one must match; empty: everything passes. Parsed JSON. */
  readonly filters: readonly { readonly [key: string]: Json }[];
  readonly reportsItemFailures: boolean;
  readonly maximumConcurrency?: number;
  /** Streams only. */
  readonly startingPosition?: 'TRIM_HORIZON' | 'LATEST';
  readonly bisect: boolean;
  /** -1: until the record expires. */
  readonly maximumRetries: number;
  readonly maximumRecordAgeSeconds: number;
  readonly parallelization: number;
  /** ARN of the on-failure destination. */
  readonly onFailureArn?: string;
}
