import { pathToFileURL } from 'node:url';
import type { Call, Errand, Taken } from './bareCloud.ts';

/** A function alone in this process, called as Lambda would, each time at an instant given. Run by `bareCloud.ts`. */
const { bundle, handler, timeLimit } = JSON.parse(process.argv[2] ?? '') as Errand;
let now = 0;
// What functions ask for the time; requests are signed by the real one.
Date.now = () => now;

type Handler = (event: unknown, context: unknown) => Promise<unknown>;
const { [handler]: handle } = (await import(pathToFileURL(bundle).href)) as Record<string, Handler>;
if (!handle) throw new Error(`${bundle} exports no ${handler}`);

const call = async ({ now: at, event }: Call): Promise<Taken> => {
  now = at;
  const began = performance.now();
  const before = process.cpuUsage();
  const passed = (): number => performance.now() - began;
  const getRemainingTimeInMillis = (): number => Math.max(0, timeLimit - passed());
  await handle(event, { awsRequestId: 'bench', functionName: handler, getRemainingTimeInMillis });
  const { user, system } = process.cpuUsage(before);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  return { seconds: passed() / 1000, processor: (user + system) / 1e6, megabytes };
};

process.on('message', async (asked: Call) => process.send?.(await call(asked)));
