import type { LocalTemplateView } from '../template/LocalTemplateView.ts';

/** The clock of the local run, in ms since 1970. `onChange` tells of jumps, not of ordinary passing. Answers how to stop telling. */
export interface LocalClock {
  now(): number;
  onChange(told: () => void): () => void;
}

/** One AWS call as the gateway understood it. */
export interface Call {
  /** Name of the calling function, or `admin`. */
  readonly caller: string;
  /** As in IAM: `dynamodb`, `sqs`, `s3`, `secretsmanager`, `execute-api`. */
  readonly service: string;
  /** The API operation: `TransactWriteItems`, `SendMessage`, `PutObject`. */
  readonly operation: string;
  /** ARNs it touches. */
  readonly resources: readonly string[];
  /** Parsed body of a JSON protocol; undefined for S3. */
  readonly input: unknown;
}

/**
 * A fault to play. `before`: nothing is executed. `after`: executed, then the answer is replaced.
 * `lose`: the connection breaks without an answer (with `before`: nothing happened; with `after`: it did).
 * An answer is the service's own: `{ type: 'TransactionCanceledException', … }`.
 */
export type Fault =
  | { readonly when: 'before' | 'after'; readonly lose: true }
  | {
      readonly when: 'before' | 'after';
      readonly type: string;
      readonly message?: string;
      /** HTTP status; 400 when absent. */
      readonly status?: number;
      /** More members of the JSON answer, such as `CancellationReasons`. */
      readonly members?: Readonly<Record<string, unknown>>;
    };

export type FaultOf = (call: Call) => Fault | undefined;

/** Called for every line a person should see. */
export type GatewayLog = (line: {
  readonly caller: string;
  readonly call: string;
  readonly note: string;
}) => void;

/** How the gateway reaches the live sockets. Answers `gone` when there is no such connection. */
export type SocketSender = (
  apiId: string,
  connectionId: string,
  message: { readonly kind: 'data'; readonly data: Buffer } | { readonly kind: 'close' },
) => Promise<'sent' | 'gone'>;

export interface QueueDepth {
  readonly visible: number;
  readonly inFlight: number;
  /** Delayed, or failed and hidden: held until the clock reaches them. */
  readonly held: number;
}

/** Figures since start or the last `reset`. Keys of `calls` are `service.Operation`. */
export interface MeterReading {
  readonly calls: Readonly<Record<string, number>>;
  readonly callers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly denied: number;
  readonly dynamodb: {
    readonly writeUnits: number;
    readonly readUnits: number;
    readonly streamReads: number;
    /** Successful calls for which the engine gave no consumed capacity. */
    readonly unmetered: number;
    /** Refused conditions and cancelled transactions: AWS charges them, the engine does not say how much. */
    readonly failedWrites: number;
  };
  readonly sqs: {
    /** As billed: one per 64 KB of payload of each call. */
    readonly requests: number;
    /** Of these, receives that brought nothing: pollers at rest. */
    readonly emptyReceives: number;
    readonly messagesSent: number;
  };
  readonly s3: { readonly requests: Readonly<Record<string, number>> };
  readonly bytesIn: number;
  readonly bytesOut: number;
}

export interface Meter {
  read(): MeterReading;
  reset(): void;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** An answer of a JSON protocol, as it would go over the wire. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface GatewayOptions {
  readonly template: LocalTemplateView;
  /** Queues, objects, held messages and secrets are kept here. Absent: in memory. */
  readonly dataDir?: string;
  /** Of the DynamoDB endpoint. */
  readonly dynamoUrl: string;
  readonly clock?: LocalClock;
  readonly log?: GatewayLog;
  /** 0 or absent: any free port. */
  readonly port?: number;
}

export interface Gateway {
  /** `http://127.0.0.1:PORT`, for AWS_ENDPOINT_URL. */
  readonly url: string;
  readonly region: string;
  /** Credentials of a function, by its physical name; `admin` may do everything. Stable over restarts. */
  credentialsFor(name: string): Credentials;
  /**
   * An SQS call without the network, checked and metered like any other: for the pollers of the mappings.
   * `caller`: a function's name or `admin`.
   */
  sqs(caller: string, operation: string, input: Readonly<Record<string, unknown>>): Promise<JsonAnswer>;
  /** Actual stream ARN of the engine for a table of the template. */
  engineStreamArn(tableName: string): string | undefined;
  setSocketSender(sender: SocketSender): void;
  setFault(fault: FaultOf | undefined): void;
  readonly meter: Meter;
  /** Per queue name. */
  pending(): Readonly<Record<string, QueueDepth>>;
  /**
   * Messages that were received and cannot be worked now: their queue shows them again when the clock has come as far as its
   * visibility timeout from now. Not an AWS call, and not metered: there a queue does it by itself.
   */
  giveBack(queueUrl: string, receipts: readonly string[]): Promise<void>;
  /** When messages given back are shown again after `after` and not after `until`, ascending; one for each. */
  givenBackBetween(after: number, until: number): readonly number[];
  /** Resolves when no message whose time has come is held back any more. */
  releaseDue(): Promise<void>;
  /** Value of a secret, by ARN or name, for what stands outside the functions. */
  secret(id: string): string;
  putSecret(id: string, value: string): void;
  /** Grants no call ever needed: `role path` → lines `policy#n action resource`. */
  unusedGrants(): Readonly<Record<string, readonly string[]>>;
  stop(): Promise<void>;
}
