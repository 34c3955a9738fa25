import { Worker } from 'node:worker_threads';
import type { Outcome } from './Outcome.ts';
import { readLines } from './readLines.ts';
import type { FromWorker, FunctionError, ToWorker, WorkerSetup } from './workerMessages.ts';

const PROGRAM = new URL('./functionWorker.ts', import.meta.url);
/** Lambda gives a function this long to load. */
const LOAD_LIMIT = 10_000;

const fault = (errorType: string, errorMessage: string): Outcome => ({
  ok: false,
  error: { errorType, errorMessage },
});

/** One worker thread with the function loaded. After a timeout or a crash it is not usable any more. */
export class FunctionInstance {
  readonly #worker: Worker;
  /** Resolves when it is loaded, or cannot be. */
  readonly ready: Promise<FunctionError | undefined>;
  #loaded = false;
  #settle: ((outcome: Outcome) => void) | undefined;
  #usable = true;

  constructor(
    setup: WorkerSetup,
    environment: Readonly<Record<string, string>>,
    memory: number,
    line: (line: string) => void,
  ) {
    this.#worker = new Worker(PROGRAM, {
      workerData: setup,
      env: { ...environment },
      // The flags of this process (a test runner's, say) are not the function's.
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: Math.max(memory, 128) },
    });
    readLines(this.#worker.stdout, line);
    readLines(this.#worker.stderr, line);
    this.ready = this.#load().finally(() => {
      this.#loaded = true;
    });
    this.#worker.on('error', (error) => this.#end(fault(error.name, error.message)));
    this.#worker.on('exit', (code) =>
      this.#end(fault('Runtime.ExitError', `The function ended itself, exit code ${code}`)),
    );
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  get usable(): boolean {
    return this.#usable;
  }

  async run(message: ToWorker): Promise<Outcome> {
    const failure = await this.ready;
    if (failure) return { ok: false, error: failure };
    if (!this.#usable) return fault('Runtime.ExitError', 'The function ended while it was idle');
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#timeOut(message), message.timeLimit);
      this.#settle = (outcome) => {
        clearTimeout(timer);
        this.#settle = undefined;
        resolve(outcome);
      };
      this.#worker.postMessage(message);
    });
  }

  async end(): Promise<void> {
    this.#usable = false;
    await this.#worker.terminate();
  }

  #load(): Promise<FunctionError | undefined> {
    return new Promise((resolve) => {
      const giveUp = (error: FunctionError) => {
        this.#usable = false;
        void this.#worker.terminate();
        resolve(error);
      };
      const timer = setTimeout(
        () => giveUp({ errorType: 'Init.Timeout', errorMessage: `Not loaded within ${LOAD_LIMIT} ms` }),
        LOAD_LIMIT,
      );
      this.#worker.once('exit', (code) => {
        clearTimeout(timer);
        giveUp({ errorType: 'Runtime.ExitError', errorMessage: `Ended while loading, exit code ${code}` });
      });
      this.#worker.on('message', (message: FromWorker) => {
        clearTimeout(timer);
        if (message.kind === 'unloadable') giveUp(message.error);
        else if (message.kind === 'ready') resolve(undefined);
        else this.#answered(message);
      });
    });
  }

  #answered(message: Extract<FromWorker, { kind: 'answered' | 'failed' }>): void {
    if (message.kind === 'failed') this.#settle?.({ ok: false, error: message.error });
    else this.#settle?.({ ok: true, payload: JSON.parse(message.payload) as unknown });
  }

  #timeOut(message: ToWorker): void {
    const seconds = (message.timeLimit / 1_000).toFixed(2);
    this.#end(
      fault('Sandbox.Timedout', `${message.context.awsRequestId} Task timed out after ${seconds} seconds`),
    );
    void this.#worker.terminate();
  }

  #end(outcome: Outcome): void {
    this.#usable = false;
    this.#settle?.(outcome);
  }
}
