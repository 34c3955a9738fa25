import { RoleBook } from '../iam/RoleBook.ts';
import { LOCAL } from '../template/LOCAL.ts';
import { AccessCheck } from './AccessCheck.ts';
import type { Answer } from './Answer.ts';
import { Callers } from './Callers.ts';
import { CallMeter } from './CallMeter.ts';
import { DynamoDoor } from './DynamoDoor.ts';
import { type Engines, openEngines } from './openEngines.ts';
import { openPort } from './openPort.ts';
import { type Desk, LOST, type Operation, perform } from './perform.ts';
import { Router } from './Router.ts';
import { S3Door } from './S3Door.ts';
import { S3FormDoor } from './S3FormDoor.ts';
import { SecretsDoor } from './SecretsDoor.ts';
import { SocketDoor } from './SocketDoor.ts';
import { SqsDoor } from './SqsDoor.ts';
import type { Incoming } from './s3Request.ts';
import type { FaultOf, Gateway, GatewayOptions, JsonAnswer, LocalClock, SocketSender } from './types.ts';

const REAL_TIME: LocalClock = { now: Date.now, onChange: () => () => undefined };

/** Services whose calls pass here: of others (logs, traces) nobody can say whether a grant was used. */
const SEEN = new Set(['dynamodb', 'sqs', 's3', 'secretsmanager', 'kms', 'execute-api']);

/** What may be changed while the gateway runs. */
interface Hooks {
  sender?: SocketSender | undefined;
  fault?: FaultOf | undefined;
}

const doorsOf = (engines: Engines, desk: Desk, callers: Callers, clock: LocalClock, hooks: Hooks) => {
  const { queues, buckets, tables, streams, dynamo, objects, held, failed, secrets } = engines;
  const { meter, access, log } = desk;
  const s3Parts = { engine: objects, buckets, callers, access, clock, log };
  return {
    callers,
    dynamo: new DynamoDoor({ engine: dynamo, tables, streams, meter }),
    sqs: new SqsDoor({ engine: objects, queues, held, failed, meter, clock }),
    s3: new S3Door(s3Parts),
    s3Form: new S3FormDoor(s3Parts),
    secrets: new SecretsDoor(secrets),
    sockets: new SocketDoor(() => hooks.sender),
  };
};

/**
 * Opens one HTTP endpoint on loopback for all AWS calls of the functions: finds the caller by the access key, checks the
 * call against its role, counts it, and has the engine behind it answer. Creates tables, queues, buckets and secrets of the
 * template that are not there yet.
 */
export const startGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const { template, clock = REAL_TIME, log = () => undefined } = options;
  const engines = await openEngines(options, clock);
  const callers = new Callers(template.functions(), engines.secrets.seed);
  const roles = new RoleBook(template.roles());
  const meter = new CallMeter();
  const hooks: Hooks = {};
  const desk: Desk = { access: new AccessCheck(roles), meter, log, fault: () => hooks.fault };
  const doors = doorsOf(engines, desk, callers, clock, hooks);
  const router = new Router(doors);

  const done = async (understood: Operation | Answer): Promise<Answer | typeof LOST> =>
    'execute' in understood ? perform(understood, desk) : understood;

  const answerTo = async (incoming: Incoming): Promise<Answer | typeof LOST> => {
    const answer = await done(await router.route(incoming));
    if (answer === LOST) return LOST;
    meter.bytes(incoming.body.length, Buffer.byteLength(answer.body));
    return { ...answer, headers: { ...answer.headers, ...doors.s3.crossOrigin(incoming) } };
  };

  const sqs = async (
    name: string,
    operation: string,
    input: Readonly<Record<string, unknown>>,
  ): Promise<JsonAnswer> => {
    const answer = await done(doors.sqs.understand(callers.named(name), operation, input));
    if (answer === LOST) throw new Error(`sqs:${operation}: connection lost`);
    return { status: answer.status, body: JSON.parse(String(answer.body) || '{}') };
  };

  const port = await openPort({ port: options.port ?? 0, clock, log, answerTo });
  await engines.held.releaseDue();
  return {
    url: port.url,
    region: LOCAL.region,
    // A copy: the SDK writes into what it is given.
    credentialsFor: (name) => ({ ...callers.named(name).credentials }),
    sqs,
    engineStreamArn: (table) => engines.streams.get(table),
    setSocketSender: (sender) => {
      hooks.sender = sender;
    },
    setFault: (fault) => {
      hooks.fault = fault;
    },
    meter,
    pending: () => pendingOf(engines),
    giveBack: (queueUrl, receipts) => giveBack(engines, clock, queueUrl, receipts),
    givenBackBetween: (after, until) => engines.failed.dueBetween(after, until),
    releaseDue: async () => {
      await engines.held.releaseDue();
      await engines.failed.showDue();
    },
    secret: (id) => secretOf(engines, id),
    putSecret: (id, value) => engines.secrets.put(id, value),
    unusedGrants: () => roles.unusedGrants(SEEN),
    stop: async () => {
      await engines.stop();
      await port.close();
    },
  };
};

const pendingOf = ({ queues, objects, held, failed }: Engines): ReturnType<Gateway['pending']> =>
  Object.fromEntries(
    queues.map(({ name }) => {
      const { visible, inFlight } = objects.depth(name);
      const given = failed.count(name);
      // One that is just being shown again is counted as held until that is done.
      return [name, { visible, inFlight: Math.max(0, inFlight - given), held: held.count(name) + given }];
    }),
  );

const giveBack = async (
  { queues, failed }: Engines,
  clock: LocalClock,
  queueUrl: string,
  receipts: readonly string[],
): Promise<void> => {
  const queue = queues.find(({ url }) => url === queueUrl);
  if (queue === undefined) throw new Error(`Gateway: no queue ${queueUrl}`);
  await failed.add(queue.name, receipts, clock.now() + queue.visibilityTimeoutSeconds * 1_000);
};

const secretOf = ({ secrets }: Engines, id: string): string => {
  const value = secrets.value(id);
  if (value === undefined) throw new Error(`Gateway: no secret ${id}`);
  return value;
};
