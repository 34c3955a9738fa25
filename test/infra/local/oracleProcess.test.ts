import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endStale, keepPid } from '../../../infra/local/dynamo/staleOracle.ts';
import { startOracle } from '../../../infra/local/dynamo/startOracle.ts';
import { isAlive } from '../../../infra/local/isAlive.ts';
import { LocalProcess } from '../../support/LocalProcess.ts';

const folder = mkdtempSync(join(tmpdir(), 'wangge-oracle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const oracle = await startOracle();
await oracle?.stop();

const javaOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'dynamodb-local', 'process'), 'utf8'));
const isGone = async (pid: number): Promise<boolean> => {
  for (const until = Date.now() + 15_000; isAlive(pid); await sleep(50)) if (Date.now() > until) return false;
  return true;
};
const keeperOf = (pid: number): number =>
  Number(/^PPid:\s*(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

if (oracle === undefined) {
  console.warn('Java ≥ 17 is not here: how DynamoDB Local ends with its run was not tried.');
} else {
  describe('a run on DynamoDB Local', () => {
    test('says where its data is, and takes its Java process with it when it is killed', async () => {
      const dataDir = join(folder, 'killed');
      const run = await LocalProcess.start(dataDir, '--engine', 'dynamodb-local');
      expect(run.output).toMatch(/Cases and conversations: \S+dynamodb-local, for dynamodb-local alone/u);
      const java = javaOf(dataDir);
      expect(isAlive(java)).toBe(true);
      await run.kill();
      expect(await isGone(java)).toBe(true);
    }, 120_000);

    test('ends one that was left behind on its folder', async () => {
      const dataDir = join(folder, 'left');
      const first = await LocalProcess.start(dataDir, '--engine', 'dynamodb-local');
      const java = javaOf(dataDir);
      process.kill(keeperOf(java), 'SIGKILL');
      await first.kill();
      expect(isAlive(java)).toBe(true);
      const again = await LocalProcess.start(dataDir, '--engine', 'dynamodb-local');
      expect(isAlive(java)).toBe(false);
      const second = javaOf(dataDir);
      expect(await again.interrupt()).toBe(0);
      expect(await isGone(second)).toBe(true);
    }, 180_000);
  });
}

describe('ending what was left behind', () => {
  test('leaves a process alone that only has the same number', async () => {
    const other = spawn('sleep', ['60']);
    keepPid(folder, other.pid ?? 0);
    await endStale(folder);
    expect(other.exitCode ?? other.signalCode).toBeNull();
    const exit = once(other, 'exit');
    other.kill();
    await exit;
    await endStale(folder);
  });

  test.each(['', 'x', '0', '1', '-1'])('makes nothing of %j', async (text) => {
    writeFileSync(join(folder, 'process'), text);
    await endStale(folder);
  });
});
