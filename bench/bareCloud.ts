import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareAssembly } from '../infra/local/assembly/prepareAssembly.ts';
import { cityOf } from '../infra/local/cityOf.ts';
import { type LocalClock, openClock } from '../infra/local/compute/LocalClock.ts';
import { runnableOf, shortNameOf } from '../infra/local/compute/runnableOf.ts';
import type { Gateway } from '../infra/local/gateway/types.ts';
import { type LocalStore, openLocalStore } from '../infra/local/LocalStore.ts';
import { openGateway } from '../infra/local/openGateway.ts';
import { type LocalResources, resourcesOf } from '../infra/local/resourcesOf.ts';
import { startEngine } from '../infra/local/startEngine.ts';
import type { Knowledge } from '../shared/domain/city/Knowledge.ts';
import type { Instant } from '../shared/domain/time/Instant.ts';

/** What a process of its own is to run: a function's bundle. */
export interface Errand {
  readonly bundle: string;
  readonly handler: string;
  readonly timeLimit: number;
}
/** One call of it, at an instant. */
export interface Call {
  readonly now: Instant;
  readonly event: unknown;
}
/** What one call took. */
export interface Taken {
  readonly seconds: number;
  /** Seconds of a processor. */
  readonly processor: number;
  /** Most memory the process ever held, MB. */
  readonly megabytes: number;
}

export interface FunctionApart {
  readonly call: (now: Instant, event?: unknown) => Promise<Taken>;
  readonly end: () => void;
}

/** The template's table, queues and bucket on local engines, with the city in force, and nothing that runs by itself. */
export interface BareCloud {
  readonly gateway: Gateway;
  readonly resources: LocalResources;
  readonly store: LocalStore;
  readonly clock: LocalClock;
  readonly know: Knowledge;
  /** A function from its bundle with its own role and variables, in a process that holds nothing else. */
  readonly start: (name: string) => FunctionApart;
}

/** Runs with a fresh one whose clock stands still, and takes it down again. */
export const withBareCloud = async <T>(at: Instant, work: (cloud: BareCloud) => Promise<T>): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wangge-bench-'));
  const end: (() => Promise<void> | void)[] = [() => rmSync(dataDir, { recursive: true, force: true })];
  try {
    const clock = openClock(dataDir);
    clock.set({ frozen: true, at });
    const assembly = await prepareAssembly(() => undefined);
    const engine = await startEngine('dynalite', dataDir, clock);
    end.push(engine.stop);
    const surroundings = {
      dataDir,
      clock,
      door: { url: 'http://127.0.0.1' },
      steps: { tell: () => undefined },
    };
    const { gateway, template } = await openGateway(assembly, engine.url, surroundings);
    end.push(gateway.stop);
    const resources = resourcesOf(template);
    const store = openLocalStore(gateway, resources);
    end.push(store.close);
    const city = cityOf(store, clock, resources.city);
    await city.publish('cities/example');

    const start = (name: string): FunctionApart => {
      const found = template.functions().find((each) => !each.ofCustomResource && shortNameOf(each) === name);
      if (!found) throw new Error(`The template has no function ${name}`);
      const { bundle, handler, timeLimit, environment } = runnableOf(
        found,
        gateway,
        gateway.credentialsFor(found.name),
      );
      return startApart({ bundle, handler, timeLimit }, environment);
    };
    return await work({ gateway, resources, store, clock, know: city.know(), start });
  } finally {
    for (const each of end.toReversed()) await each();
  }
};

const startApart = (errand: Errand, env: Readonly<Record<string, string>>): FunctionApart => {
  const child = fork(join(import.meta.dirname, 'callApart.ts'), [JSON.stringify(errand)], {
    env: { ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const call = (now: Instant, event: unknown = {}): Promise<Taken> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${errand.bundle} ended with ${code}`));
      child.once('exit', ended);
      child.once('message', (taken) => {
        child.off('exit', ended);
        resolve(taken as Taken);
      });
      child.send({ now, event } satisfies Call);
    });
  return { call, end: () => child.disconnect() };
};
