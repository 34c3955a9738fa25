import type { Gateway } from '../gateway/types.ts';
import type { LocalFunction } from '../template/LocalFunction.ts';
import type { LocalMapping } from '../template/LocalMapping.ts';
import type { LocalTemplateView } from '../template/LocalTemplateView.ts';
import { type Checkpoints, openCheckpoints } from './Checkpoints.ts';
import { type FunctionLog, type LogLine, openFunctionLog } from './FunctionLog.ts';
import type { Invocation } from './FunctionPool.ts';
import { FunctionRuntime } from './FunctionRuntime.ts';
import { type HttpApi, openHttpApi } from './HttpApi.ts';
import type { LocalClock } from './LocalClock.ts';
import type { Outcome } from './Outcome.ts';
import { QueueMapping } from './QueueMapping.ts';
import { Rest } from './Rest.ts';
import { runnableOf, shortNameOf } from './runnableOf.ts';
import { Schedules } from './Schedules.ts';
import { openShards } from './ShardReader.ts';
import { openSocketApi, type SocketApi } from './SocketApi.ts';
import { StreamMapping } from './StreamMapping.ts';
import { streamSource } from './streamSource.ts';
import { type ToldRuntime, tellOutcomes } from './tellOutcomes.ts';

export interface ComputeParts {
  readonly template: LocalTemplateView;
  readonly gateway: Gateway;
  readonly clock: LocalClock;
  readonly dataDir: string;
  /** In place of the template's values, for functions that have such a variable. */
  readonly variables: Readonly<Record<string, string>>;
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
  readonly rest: Rest;
  readonly #parts: ComputeParts;
  readonly #functions: readonly LocalFunction[];
  readonly #runtime: FunctionRuntime;
  readonly #told: ToldRuntime;
  readonly #log: FunctionLog;
  readonly #queues: readonly QueueMapping[];
  readonly #streams: readonly StreamMapping[];
  readonly #ended = new AbortController();

  constructor(parts: ComputeParts) {
    this.#parts = parts;
    const { template, gateway, clock } = parts;
    this.#functions = template.functions().filter((each) => !each.ofCustomResource);
    const shortNames = new Map(this.#functions.map((each) => [each.name, shortNameOf(each)]));
    const shortName = (name: string) => shortNames.get(name) ?? name;
    const lastLine = new Map<string, number>();
    this.#log = openFunctionLog(parts.dataDir, shortName, (line) => {
      lastLine.set(line.from, performance.now());
      parts.tell(line);
    });
    this.#runtime = new FunctionRuntime(
      this.#functions.map((each) => {
        const given = Object.entries(parts.variables).filter(([name]) => name in each.environment);
        const environment = { ...each.environment, ...Object.fromEntries(given) };
        return runnableOf({ ...each, environment }, gateway, gateway.credentialsFor(each.name));
      }),
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
    this.#told = tellOutcomes(this.#runtime, {
      shortName,
      tell: parts.tell,
      keep: this.#log.line,
      lastLine,
      ended: this.#ended.signal,
    });
    const doors = { runtime: this.#told.doors, now: clock.now };
    this.http = openHttpApi({ ...doors, routes: routes.filter((each) => each.protocol === 'HTTP') });
    this.sockets = openSocketApi({
      ...doors,
      onChange: clock.onChange,
      routes: routes.filter((each) => each.protocol === 'WEBSOCKET'),
    });
    this.schedules = new Schedules({
      ...doors,
      schedules: template.schedules(),
      region: gateway.region,
      complain: this.#complain,
    });
    const checkpoints = openCheckpoints(parts.dataDir);
    const mappings = template.mappings().filter((each) => each.enabled);
    this.#queues = mappings.filter((each) => each.source === 'sqs').map((each) => this.#queueMapping(each));
    this.#streams = mappings
      .filter((each) => each.source === 'dynamodb')
      .map((each) => this.#streamMapping(each, checkpoints));
    this.rest = new Rest({
      runtime: this.#runtime,
      streams: this.#streams,
      pending: gateway.pending,
      releaseDue: gateway.releaseDue,
      worked: mappings.flatMap((each) => this.#queueOf(each.sourceArn)?.name ?? []),
      done: () => [...this.#queues, ...this.#streams].reduce((sum, mapping) => sum + mapping.done, 0),
    });
    gateway.setSocketSender(this.sockets.send);
  }

  start(): void {
    for (const mapping of [...this.#queues, ...this.#streams, this.schedules]) mapping.start();
  }

  /** `name`: as in the template, or as people know it. */
  invoke(name: string, event: unknown): Promise<Outcome> {
    return this.#told.doors.invoke(this.#physicalName(name), event);
  }

  /** Functions begin anew, with what they load then. */
  forget(): Promise<void> {
    return this.#runtime.stop();
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

  #physicalName(name: string): string {
    return this.#functions.find((each) => shortNameOf(each) === name)?.name ?? name;
  }

  #queueOf(arn: string) {
    return this.#parts.template.queues().find((queue) => queue.arn === arn);
  }

  #queueMapping(mapping: LocalMapping): QueueMapping {
    const queue = this.#queueOf(mapping.sourceArn);
    if (!queue) throw new Error(`${mapping.path}: no queue ${mapping.sourceArn} in the template`);
    return new QueueMapping({
      mapping,
      queueUrl: queue.url,
      region: this.#parts.gateway.region,
      concurrency: Math.min(mapping.maximumConcurrency ?? BATCHES_IN_FLIGHT, BATCHES_IN_FLIGHT),
      sqs: this.#parts.gateway.sqs,
      giveBack: this.#parts.gateway.giveBack,
      runtime: this.#told.work,
      complain: this.#complain,
    });
  }

  #streamMapping(mapping: LocalMapping, checkpoints: Checkpoints): StreamMapping {
    const { gateway, template, clock } = this.#parts;
    const { giveUp, ...source } = streamSource(mapping, { template, gateway, complain: this.#complain });
    return new StreamMapping({
      mapping,
      functionArn: this.#functions.find((each) => each.name === mapping.functionName)?.arn ?? '',
      runtime: this.#told.work,
      checkpoints,
      reader: openShards(source.client, source),
      complain: this.#complain,
      ended: this.#ended.signal,
      now: clock.now,
      giveUp,
    });
  }
}
