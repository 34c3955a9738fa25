import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isAlive } from '../isAlive.ts';

const FILE = 'process';
const ENDS_WITHIN_MS = 10_000;

/** Remembers which process works on the folder. */
export const keepPid = (dataDir: string, pid: number): void =>
  writeFileSync(join(dataDir, FILE), String(pid));

/** Ends a DynamoDB Local that was left behind on the folder: two on one database would spoil it. Throws when it does not end. */
export const endStale = async (dataDir: string): Promise<void> => {
  const pid = keptPid(dataDir);
  if (pid === undefined || !isAlive(pid) || !(await isOurs(pid, dataDir))) return;
  process.kill(pid, 'SIGKILL');
  for (const until = Date.now() + ENDS_WITHIN_MS; isAlive(pid); await sleep(20))
    if (Date.now() > until) throw new Error(`A DynamoDB Local on ${dataDir} does not end: process ${pid}`);
};

const keptPid = (dataDir: string): number | undefined => {
  try {
    const pid = Number(readFileSync(join(dataDir, FILE), 'utf8'));
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
};

/** Process ids are used again: it is ours only when it is a DynamoDB Local on this very folder. */
const isOurs = async (pid: number, dataDir: string): Promise<boolean> => {
  const command = await commandOf(pid).catch(() => '');
  return command.includes('DynamoDBLocal.jar') && command.includes(dataDir);
};

const commandOf = async (pid: number): Promise<string> => {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return stdout;
};
