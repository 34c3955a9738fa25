import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { ClockCell } from './clockCell.ts';
import { FunctionInstance } from './FunctionInstance.ts';
import type { Outcome } from './Outcome.ts';

/** What the runtime must know to run one function. */
export interface Runnable {
  readonly name: string;
  readonly arn: string;
  /** Path of the bundle. */
  readonly bundle: string;
  /** Name of its export that is the handler. */
  readonly handler: string;
  /** All the variables it has, its credentials among them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeLimit: number;
  readonly memory: number;
  /** How many instances at most. */
  readonly most: number;
}

/** One invocation, for whoever counts. */
export interface Invocation {
  readonly name: string;
  readonly ms: number;
  readonly ok: boolean;
  readonly memory: number;
}

export interface PoolHooks {
  readonly line: (name: string, line: string) => void;
  readonly invoked: (invocation: Invocation) => void;
}

interface Waiting {
  readonly event: unknown;
  readonly settle: (outcome: Outcome) => void;
}

/** The instances of one function: started when needed, used again, one event at a time each; what exceeds them waits. */
export class FunctionPool {
  readonly #runnable: Runnable;
  readonly #clock: ClockCell;
  readonly #hooks: PoolHooks;
  readonly #idle: FunctionInstance[] = [];
  readonly #all = new Set<FunctionInstance>();
  readonly #waiting: Waiting[] = [];

  constructor(runnable: Runnable, clock: ClockCell, hooks: PoolHooks) {
    this.#runnable = runnable;
    this.#clock = clock;
    this.#hooks = hooks;
  }

  invoke(event: unknown): Promise<Outcome> {
    return new Promise((settle) => {
      this.#waiting.push({ event, settle });
      this.#serve();
    });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#all].map((instance) => instance.end()));
    this.#all.clear();
    this.#idle.length = 0;
  }

  #serve(): void {
    while (this.#waiting.length > 0) {
      const instance = this.#takeIdle() ?? (this.#mayStart() ? this.#start() : undefined);
      if (!instance) return;
      const next = this.#waiting.shift();
      if (next) void this.#run(instance, next);
    }
  }

  /** The one used last, which is the one most likely warm; those that died at rest are forgotten. */
  #takeIdle(): FunctionInstance | undefined {
    for (let instance = this.#idle.pop(); instance; instance = this.#idle.pop()) {
      if (instance.usable) return instance;
      this.#all.delete(instance);
    }
    return undefined;
  }

  /** One after the other: several that load at once are all late, and the first may be free before the second is there. */
  #mayStart(): boolean {
    return this.#all.size < this.#runnable.most && [...this.#all].every((instance) => instance.loaded);
  }

  #start(): FunctionInstance {
    const { bundle, handler, environment, memory } = this.#runnable;
    const instance = new FunctionInstance(
      { bundle: pathToFileURL(bundle).href, handler, clock: this.#clock.buffer },
      environment,
      memory,
      (line) => this.#hooks.line(this.#runnable.name, line),
    );
    this.#all.add(instance);
    void instance.ready.then(() => this.#serve());
    return instance;
  }

  async #run(instance: FunctionInstance, next: Waiting): Promise<void> {
    const { name, arn, memory, timeLimit } = this.#runnable;
    const started = performance.now();
    const outcome = await instance.run({
      id: randomUUID(),
      event: next.event,
      timeLimit,
      context: {
        functionName: name,
        functionVersion: '$LATEST',
        invokedFunctionArn: arn,
        memoryLimitInMB: String(memory),
        awsRequestId: randomUUID(),
        logGroupName: `/aws/lambda/${name}`,
        logStreamName: 'local',
      },
    });
    if (instance.usable) this.#idle.push(instance);
    else this.#all.delete(instance);
    this.#hooks.invoked({ name, memory, ms: performance.now() - started, ok: outcome.ok });
    next.settle(outcome);
    this.#serve();
  }
}
