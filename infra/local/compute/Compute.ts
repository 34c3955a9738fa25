import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Gateway } from '../gateway/types.ts';
import type { LocalFunction, LocalMapping, LocalTemplateView } from '../template/types.ts';
import { type Checkpoints, openCheckpoints } from './Checkpoints.ts';
import { type FunctionLog, type LogLine, openFunctionLog } from './FunctionLog.ts';
import type { Invocation } from './FunctionPool.ts';
import { FunctionRuntime } from './FunctionRuntime.ts';
import { type HttpApi, openHttpApi } from './HttpApi.ts';
import type { LocalClock } from './LocalClock.ts';
import type { Outcome } from './Outcome.ts';
import { QueueMapping } from './QueueMapping.ts';
import { runnableOf, shortNameOf } from './runnableOf.ts';
import { Schedules } from './Schedules.ts';
import { openShards } from './ShardReader.ts';
import { openSocketApi, type SocketApi } from './SocketApi.ts';
import { StreamMapping } from './StreamMapping.ts';
import { waitUntilIdle } from './waitUntilIdle.ts';

export interface ComputeParts {
  readonly template: LocalTemplateView;
  readonly gateway: Gateway;
  readonly clock: LocalClock;
  readonly dataDir: string;
  readonly tell: (line: LogLine) => void;
  readonly invoked: (invocation: Invocation) => void;
}

/** Lambda's poller begins with as many batches in flight. */
const BATCHES_IN_FLIGHT = 4;

/** Everything that runs functions, wired from the template. */
export class Compute {
  readonly http: HttpApi;
  readonly sockets: SocketApi;
  readonly schedules: Schedules;
  readonly #parts: ComputeParts;
  readonly #functions: readonly LocalFunction[];
  readonly #runtime: FunctionRuntime;
  readonly #functionsWatched: Pick<FunctionRuntime, 'invoke'>;
  readonly #log: FunctionLog;
  readonly #checkpoints: Checkpoints;
  readonly #queues: readonly QueueMapping[];
  readonly #streams: readonly StreamMapping[];
  readonly #worked: readonly string[];
  readonly #ended = new AbortController();

  constructor(parts: ComputeParts) {
    this.#parts = parts;
    const { template, gateway, clock } = parts;
    this.#functions = template.functions().filter((each) => !each.ofCustomResource);
    const shortNames = new Map(this.#functions.map((each) => [each.name, shortNameOf(each)]));
    const shortName = (name: string) => shortNames.get(name) ?? name;
    this.#log = openFunctionLog(parts.dataDir, shortName, parts.tell);
    this.#checkpoints = openCheckpoints(parts.dataDir);
    this.#runtime = new FunctionRuntime(
      this.#functions.map((each) => runnableOf(each, gateway, gateway.credentialsFor(each.name))),
      clock.cell,
      {
        line: this.#log.line,
        invoked: (invocation) => {
          parts.invoked({ ...invocation, name: shortName(invocation.name) });
          for (const stream of this.#streams) stream.poke();
        },
      },
    );
    const routes = template.routes();
    this.#functionsWatched = this.#watched(shortName);
    const doors = { runtime: this.#functionsWatched, now: clock.now };
    this.http = openHttpApi({ ...doors, routes: routes.filter((each) => each.protocol === 'HTTP') });
    this.sockets = openSocketApi({
      ...doors,
      routes: routes.filter((each) => each.protocol === 'WEBSOCKET'),
    });
    this.schedules = new Schedules({
      ...doors,
      schedules: template.schedules(),
      region: gateway.region,
      complain: this.#complain,
    });
    const mappings = template.mappings().filter((each) => each.enabled);
    this.#queues = mappings
      .filter((each) => each.source === 'sqs')
      .map((each) => this.#queueMapping(each, doors.runtime));
    this.#streams = mappings
      .filter((each) => each.source === 'dynamodb')
      .map((each) => this.#streamMapping(each, doors.runtime));
    this.#worked = mappings.flatMap((each) => this.#queueOf(each.sourceArn)?.name ?? []);
    gateway.setSocketSender(this.sockets.send);
  }

  start(): void {
    for (const mapping of [...this.#queues, ...this.#streams, this.schedules]) mapping.start();
  }

  /** `name`: as in the template, or as people know it. */
  invoke(name: string, event: unknown): Promise<Outcome> {
    return this.#functionsWatched.invoke(this.#physicalName(name), event);
  }

  warm(name: string): void {
    this.#runtime.warm(this.#physicalName(name));
  }

  idle(limit: number): Promise<void> {
    return waitUntilIdle(
      {
        runtime: this.#runtime,
        streams: this.#streams,
        pending: () => this.#parts.gateway.pending(),
        releaseDue: () => this.#parts.gateway.releaseDue(),
        worked: this.#worked,
      },
      limit,
    );
  }

  async stop(): Promise<void> {
    this.#ended.abort();
    this.schedules.stop();
    for (const mapping of this.#queues) mapping.stop();
    this.sockets.close();
    await this.#runtime.stop();
    await Promise.all(this.#streams.map((mapping) => mapping.stop()));
    await this.#log.close();
  }

  readonly #complain = (message: string): void => {
    this.#parts.tell({ level: 'WARN', from: 'local', message });
  };

  /** What a function throws is said where everybody looks, and not only by the function itself. */
  #watched(shortName: (name: string) => string): Pick<FunctionRuntime, 'invoke'> {
    return {
      invoke: async (name, event, cause) => {
        const outcome = await this.#runtime.invoke(name, event, cause);
        if (!outcome.ok && !this.#ended.signal.aborted) {
          const { errorType, errorMessage, trace = [] } = outcome.error;
          const message = `failed: ${errorType}: ${errorMessage}`;
          this.#parts.tell({ level: 'ERROR', from: shortName(name), message });
          this.#log.line(name, JSON.stringify({ level: 'DEBUG', message, trace }));
        }
        return outcome;
      },
    };
  }

  #physicalName(name: string): string {
    return this.#functions.find((each) => shortNameOf(each) === name)?.name ?? name;
  }

  #queueOf(arn: string) {
    return this.#parts.template.queues().find((queue) => queue.arn === arn);
  }

  #queueMapping(mapping: LocalMapping, runtime: Pick<FunctionRuntime, 'invoke'>): QueueMapping {
    const queue = this.#queueOf(mapping.sourceArn);
    if (!queue) throw new Error(`${mapping.path}: no queue ${mapping.sourceArn} in the template`);
    return new QueueMapping({
      mapping,
      queueUrl: queue.url,
      region: this.#parts.gateway.region,
      concurrency: Math.min(mapping.maximumConcurrency ?? BATCHES_IN_FLIGHT, BATCHES_IN_FLIGHT),
      sqs: this.#parts.gateway.sqs,
      runtime,
      complain: this.#complain,
    });
  }

  #streamMapping(mapping: LocalMapping, runtime: Pick<FunctionRuntime, 'invoke'>): StreamMapping {
    const { gateway, template } = this.#parts;
    const table = template.tables().find((each) => each.stream?.arn === mapping.sourceArn);
    const engineArn = table && gateway.engineStreamArn(table.name);
    if (!engineArn) throw new Error(`${mapping.path}: no stream ${mapping.sourceArn}`);
    const failures = mapping.onFailureArn ? this.#queueOf(mapping.onFailureArn) : undefined;
    const client = new DynamoDBStreamsClient({
      endpoint: gateway.url,
      region: gateway.region,
      credentials: gateway.credentialsFor(mapping.functionName),
    });
    return new StreamMapping({
      mapping,
      functionArn: this.#functions.find((each) => each.name === mapping.functionName)?.arn ?? '',
      runtime,
      checkpoints: this.#checkpoints,
      reader: openShards(client, { engineArn, streamArn: mapping.sourceArn }),
      complain: this.#complain,
      ended: this.#ended.signal,
      now: this.#parts.clock.now,
      giveUp: async (message) => {
        const body = JSON.stringify(message);
        this.#complain(`gave up records of ${mapping.sourceArn}: ${body}`);
        if (!failures) return;
        const input = { QueueUrl: failures.url, MessageBody: body };
        const answer = await gateway.sqs(mapping.functionName, 'SendMessage', input);
        if (answer.status >= 300) throw new Error(`on-failure queue: ${JSON.stringify(answer.body)}`);
      },
    });
  }
}
