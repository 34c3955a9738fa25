import type { Json } from './Json.ts';
import type { LocalApi, LocalRoute } from './LocalApi.ts';
import type { LocalBucket } from './LocalBucket.ts';
import type { LocalFunction } from './LocalFunction.ts';
import type { LocalMapping } from './LocalMapping.ts';
import type { LocalQueue } from './LocalQueue.ts';
import type { LocalRole } from './LocalRole.ts';
import type { LocalSchedule } from './LocalSchedule.ts';
import type { LocalSecret } from './LocalSecret.ts';
import type { LocalTable } from './LocalTable.ts';

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

/** What the rest of the local run asks of a loaded template, as plain data: all names, ARNs and URLs are final. */
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
