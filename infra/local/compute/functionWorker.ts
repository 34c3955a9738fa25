import { parentPort, workerData } from 'node:worker_threads';
import type { ClockCell } from './clockCell.ts';
import { patchDate } from './patchDate.ts';
import type { FromWorker, ToWorker, WorkerSetup } from './workerMessages.ts';

/**
 * What Lambda's runtime is to a function, in one worker thread: it loads the bundle under the local clock, and gives it
 * one event at a time. Run by Node as it is; nothing imports it.
 */
const setup = workerData as WorkerSetup;
patchDate(new BigInt64Array(setup.clock) as ClockCell);
process.setSourceMapsEnabled(true);

const post = (message: FromWorker): void => parentPort?.postMessage(message);

const describeError = (thrown: unknown) => {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
};

type Handler = (event: unknown, context: unknown) => unknown;

const load = async (): Promise<Handler> => {
  const bundle = (await import(setup.bundle)) as Record<string, unknown>;
  const handler = bundle[setup.handler];
  if (typeof handler !== 'function') throw new Error(`${setup.bundle} exports no function ${setup.handler}`);
  return handler as Handler;
};

const contextOf = (message: ToWorker) => {
  const started = performance.now();
  return {
    ...message.context,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, message.timeLimit - (performance.now() - started)),
  };
};

const answer = async (handler: Handler, message: ToWorker): Promise<void> => {
  try {
    const payload = await handler(message.event, contextOf(message));
    // Lambda answers with JSON: what cannot be written as JSON fails here as it does there.
    post({ kind: 'answered', id: message.id, payload: JSON.stringify(payload) ?? 'null' });
  } catch (thrown) {
    post({ kind: 'failed', id: message.id, error: describeError(thrown) });
  }
};

try {
  const handler = await load();
  parentPort?.on('message', (message: ToWorker) => void answer(handler, message));
  post({ kind: 'ready' });
} catch (thrown) {
  post({ kind: 'unloadable', error: describeError(thrown) });
}
