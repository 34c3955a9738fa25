/** Plain data of a synthesised template, resolved to local physical values. All names, ARNs and URLs below are final. */

/** A value of a template as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Where the local doors are. Asked only while a value is resolved, so that ports may be chosen after the template is loaded. */
export interface LocalEndpoints {
  /** `http://127.0.0.1:PORT` of the gateway: queue URLs and connection management. */
  readonly gatewayUrl: () => string;
  /** `http://…` under which the routes of an HTTP API answer, without the stage. */
  readonly apiUrl?: (apiId: string) => string;
  /** `ws://…` under which a WebSocket API accepts connections, without the stage. */
  readonly socketUrl?: (apiId: string) => string;
}

/** One resource as the template has it; `properties` are not yet resolved. */
export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: { readonly [key: string]: Json };
  readonly metadata: { readonly [key: string]: Json };
}

export interface LocalFunction {
  /** `<stack>/<logicalId>`, for messages to people. */
  readonly path: string;
  readonly stack: string;
  readonly logicalId: string;
  /** Physical name; the key of everything that refers to a function. */
  readonly name: string;
  readonly arn: string;
  /** Directory of the code asset, absolute. */
  readonly codeDir: string;
  /** As the template has it: `index.handler`. */
  readonly handler: string;
  readonly runtime: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Logical path `<stack>/<logicalId>` of its role. */
  readonly rolePath: string;
  readonly roleName: string;
  readonly reservedConcurrency?: number;
  /** Made by CDK itself for a custom resource: the local run has no use for it. */
  readonly ofCustomResource: boolean;
}

export interface LocalQueue {
  readonly path: string;
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly fifo: boolean;
  readonly contentBasedDeduplication: boolean;
  /** FIFO with high throughput: the same id in two groups is two messages. */
  readonly deduplicationPerGroup: boolean;
  readonly visibilityTimeoutSeconds: number;
  readonly delaySeconds: number;
  readonly retentionSeconds: number;
  readonly receiveWaitSeconds: number;
  readonly maximumMessageBytes: number;
  readonly redrive?: { readonly deadLetterArn: string; readonly maxReceiveCount: number };
  /** ARN of the customer's key, when one encrypts the queue. */
  readonly keyArn?: string;
}

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

export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly maxAgeSeconds?: number;
}

export interface LocalBucket {
  readonly path: string;
  readonly name: string;
  readonly arn: string;
  readonly cors: readonly CorsRule[];
  readonly keyArn?: string;
}

export interface LocalSecret {
  readonly path: string;
  readonly name: string;
  readonly arn: string;
  /** What to make at first start. Absent: `value`, or nothing until somebody puts a value. */
  readonly generate?: {
    readonly length: number;
    readonly exclude: string;
    readonly excludePunctuation: boolean;
    readonly excludeUppercase: boolean;
    readonly excludeLowercase: boolean;
    readonly excludeNumbers: boolean;
    readonly includeSpace: boolean;
    readonly requireEachIncludedType: boolean;
    readonly template?: string;
    readonly templateKey?: string;
  };
  readonly value?: string;
  readonly keyArn?: string;
}

export interface LocalApi {
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly protocol: 'HTTP' | 'WEBSOCKET';
  /** `$request.body.action` and its like; WebSocket only. */
  readonly routeSelection?: string;
  readonly stages: readonly string[];
  readonly cors?: CorsRule;
}

export interface LocalRoute {
  readonly path: string;
  readonly apiId: string;
  readonly protocol: 'HTTP' | 'WEBSOCKET';
  /** `POST /web/turns`, `$default`, `$connect`. */
  readonly routeKey: string;
  readonly functionName: string;
  readonly payloadFormat: '1.0' | '2.0';
  readonly timeoutMs: number;
  readonly authorization: string;
}

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

export interface LocalSchedule {
  readonly path: string;
  readonly name: string;
  readonly arn: string;
  /** `rate(1 minute)`, `cron(…)`, `at(…)`. */
  readonly expression: string;
  readonly timezone: string;
  readonly enabled: boolean;
  /** ARN of the target: a function or a queue. */
  readonly targetArn: string;
  /** Set when the target is a function. */
  readonly functionName?: string;
  /** Constant input, when the template gives one. */
  readonly input?: string;
  /** The service that fires it: decides the shape of the event without constant input. */
  readonly service: 'scheduler' | 'events';
}

/** Policies of one role: what a function may do. */
export interface LocalRole {
  readonly path: string;
  readonly name: string;
  readonly arn: string;
  readonly statements: readonly LocalStatement[];
}

/** One statement of a policy, resolved. */
export interface LocalStatement {
  /** `<stack>/<logicalId>#<n>` of the policy it comes from. */
  readonly source: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  /** Operator → context key → accepted values. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** What the rest of the local run asks of a loaded template. See `LocalTemplate.ts`. */
export interface LocalTemplateView {
  /** Directory of the assembly the template came from. */
  readonly assemblyDir: string;
  resources(type: string): readonly Resource[];
  /** A value of `stack`'s template with every intrinsic replaced. `at` names the place in error messages. */
  resolve(stack: string, value: Json, at?: string): Json;
  /** What `Ref` gives. */
  physicalId(stack: string, logicalId: string): string;
  functions(): readonly LocalFunction[];
  roles(): readonly LocalRole[];
  queues(): readonly LocalQueue[];
  tables(): readonly LocalTable[];
  buckets(): readonly LocalBucket[];
  secrets(): readonly LocalSecret[];
  apis(): readonly LocalApi[];
  routes(): readonly LocalRoute[];
  mappings(): readonly LocalMapping[];
  schedules(): readonly LocalSchedule[];
}
