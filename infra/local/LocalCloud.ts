import { mkdir } from 'node:fs/promises';
import type { Cities } from '../../shared/application/cityPorts.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import type { Instant } from '../../shared/domain/time/Instant.ts';
import { prepareAssembly } from './assembly/prepareAssembly.ts';
import { type ClockMove, ClockMover } from './ClockMover.ts';
import { cityOf, openCityFolder } from './cityOf.ts';
import { closesBetween } from './closesBetween.ts';
import { Compute } from './compute/Compute.ts';
import type { LogLine } from './compute/FunctionLog.ts';
import type { Invocation } from './compute/FunctionPool.ts';
import { type LocalClock, openClock } from './compute/LocalClock.ts';
import type { Outcome } from './compute/Outcome.ts';
import { controlDoor } from './control/controlDoor.ts';
import { openPublicDoor } from './control/PublicDoor.ts';
import type { Gateway } from './gateway/types.ts';
import { type LocalStore, openLocalStore } from './LocalStore.ts';
import { openGateway } from './openGateway.ts';
import { type LocalResources, resourcesOf } from './resourcesOf.ts';
import { signToken } from './signToken.ts';
import { type EngineName, startEngine } from './startEngine.ts';

export interface LocalCloudOptions {
  /** Everything the run keeps is in here; starting on it again goes on where it was. */
  readonly dataDir: string;
  readonly engine?: EngineName;
  /** Of the public address; any free one when absent. */
  readonly port?: number;
  /** Published at start when it differs from what is in force. The functions serve this city, whichever the template names. */
  readonly cityDir?: string;
  /** What is in force already stays in force: `cityDir` is published only where nothing is. */
  readonly keepsCity?: boolean;
  /** The clock stands still at this instant. Absent: it goes on as it was kept. */
  readonly frozenAt?: Instant;
  /** Called with every step for a person to read. */
  readonly tell?: (line: LogLine) => void;
  /** Called with what the start is doing. */
  readonly progress?: (what: string) => void;
}

/** The deployed system on this machine: what the template says, on local engines. */
export interface LocalCloud {
  /** Of the HTTP API and the local page. */
  readonly url: string;
  readonly socketUrl: string;
  readonly gatewayUrl: string;
  readonly gateway: Gateway;
  readonly resources: LocalResources;
  readonly clock: LocalClock;
  readonly store: LocalStore;
  /** The city last published by this run. Throws when none was. */
  readonly know: () => Knowledge;
  /** As the functions see it, whoever published or staffed it. */
  readonly cities: Cities;
  /**
   * Takes the clock there; everything due on the way happens in order. A clock that was running runs on from there. Answers
   * what is stuck and was left behind.
   */
  readonly advanceTo: (at: Instant) => Promise<string | undefined>;
  /** How far the clock has come that is being moved. */
  readonly moving: () => Promise<ClockMove | undefined>;
  /** Resolves when nothing more happens by itself; throws after `limit` ms (default 60 s). */
  readonly idle: (limit?: number) => Promise<void>;
  /** Throws with the faults of the folder. Answers the version in force. */
  readonly publishCity: (dir: string) => Promise<string>;
  /** By the function's name in the code. */
  readonly invoke: (functionName: string, event: unknown) => Promise<Outcome>;
  /** A web token for a conversation. */
  readonly token: (conversation: string) => Promise<string>;
  readonly adminCredentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly meter: Gateway['meter'];
  /** Told of every invocation. Answers how to stop telling. */
  readonly onInvocation: (told: (invocation: Invocation) => void) => () => void;
  /** Told of every step. Answers how to stop telling. */
  readonly onStep: (told: (line: LogLine) => void) => () => void;
  /** Empties table and queues but keeps the cities, and stands the clock still at an instant: the next journey can begin. `cityDir`: put in force. */
  readonly reset: (frozenAt: Instant, cityDir?: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const IDLE_LIMIT = 60_000;
const MINUTE = 60_000;

export const startLocalCloud = async (options: LocalCloudOptions): Promise<LocalCloud> => {
  const { dataDir, progress = () => undefined } = options;
  const steps = listeners<LogLine>(options.tell);
  const invocations = listeners<Invocation>();
  const end: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of end.splice(0).toReversed()) await each();
  };

  const start = async (): Promise<LocalCloud> => {
    await mkdir(dataDir, { recursive: true });
    const clock = openClock(dataDir);
    if (options.frozenAt !== undefined) clock.set({ frozen: true, at: options.frozenAt });
    const assembly = await prepareAssembly(progress);

    progress('starting the engines');
    const engine = await startEngine(options.engine ?? 'dynalite', dataDir, clock);
    end.push(engine.stop);
    const door = await openPublicDoor(options.port ?? 0);
    end.push(door.stop);
    const { gateway, template } = await openGateway(assembly, engine.url, { dataDir, clock, door, steps });
    end.push(gateway.stop);
    const folder = options.cityDir ? await openCityFolder(options.cityDir, clock.now()) : undefined;
    const resources = resourcesOf(template);
    const served = folder?.id ?? resources.city;
    const store = openLocalStore(gateway, resources);
    end.push(store.close);

    progress('wiring the functions');
    const compute = new Compute({
      template,
      gateway,
      clock,
      dataDir,
      variables: { CITY: served },
      tell: steps.tell,
      invoked: invocations.tell,
    });
    end.push(() => compute.stop());
    const city = cityOf(store, clock, served);
    if (options.cityDir) await (options.keepsCity ? city.keep : city.publish)(options.cityDir);
    compute.start();

    const idle = (limit = IDLE_LIMIT) => compute.rest.within(limit);
    const mover = new ClockMover({
      clock,
      dueBetween: async (after, until) =>
        [
          ...(await store.dueBetween(after, until)),
          ...gateway.givenBackBetween(after, until),
          // Further back than the last stop nothing is asked for but how far the clock has come.
          ...closesBetween(Math.max(after, clock.now() - 2 * MINUTE), until, city.know()),
        ].toSorted((a, b) => a - b),
      schedules: compute.schedules,
      rest: compute.rest,
      tell: steps.tell,
    });
    const cloud: LocalCloud = {
      url: door.url,
      socketUrl: resources.socketUrl,
      gatewayUrl: gateway.url,
      gateway,
      resources,
      clock,
      store,
      know: city.know,
      cities: city.cities,
      advanceTo: (at) => mover.to(at),
      moving: () => mover.progress(),
      idle,
      publishCity: city.publish,
      invoke: (name, event) => compute.invoke(name, event),
      token: (conversation) => signToken(conversation, gateway.secret(resources.webSecret), clock.now()),
      adminCredentials: gateway.credentialsFor('admin'),
      meter: gateway.meter,
      onInvocation: invocations.add,
      onStep: steps.add,
      reset: async (frozenAt, cityDir) => {
        await idle();
        const staffed = await store.clear();
        if (cityDir !== undefined) await city.publish(cityDir);
        // What functions know of version and staffing is younger than the instant they are put back to.
        if (staffed || cityDir !== undefined) await compute.forget();
        for (const { url } of template.queues()) await gateway.sqs('admin', 'PurgeQueue', { QueueUrl: url });
        clock.set({ frozen: true, at: frozenAt });
        // What is there before anybody speaks: the schedules have run.
        await compute.schedules.fire();
        await idle();
      },
      stop,
    };
    const control = controlDoor(cloud, dataDir);
    door.open({
      handle: async (request, response) => {
        if (await control(request, response)) return true;
        if (!compute.http.has(request)) return false;
        await compute.http.handle(request, response);
        return true;
      },
      upgrade: compute.sockets.upgrade,
    });
    return cloud;
  };

  try {
    return await start();
  } catch (error) {
    await stop();
    throw error;
  }
};

const listeners = <T>(first?: (told: T) => void) => {
  const all = new Set<(told: T) => void>(first ? [first] : []);
  return {
    tell: (told: T): void => {
      for (const each of all) each(told);
    },
    add: (each: (told: T) => void): (() => void) => {
      all.add(each);
      return () => all.delete(each);
    },
  };
};
