import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningCloud } from '../../infra/local/runFile.ts';

/** `npm start` as a process of its own, which can be killed like one. */
export class LocalProcess {
  readonly run: RunningCloud;
  /** What it said until it was ready. */
  readonly output: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, run: RunningCloud, output: string) {
    this.#child = child;
    this.run = run;
    this.output = output;
  }

  static async start(dataDir: string, ...more: readonly string[]): Promise<LocalProcess> {
    const child = spawn(process.execPath, ['infra/local/start.ts', '--data', dataDir, '--quiet', ...more], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += String(chunk);
      });
    for (const until = Date.now() + 90_000; Date.now() < until; await sleep(50)) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${output}`);
      if (/Ready in/u.test(output)) return new LocalProcess(child, readRunFile(dataDir), output);
    }
    child.kill('SIGKILL');
    throw new Error(`npm start was not ready in 90 s:\n${output}`);
  }

  /** kill -9: no time for anything. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }

  /** Ctrl-C. Answers the exit code. */
  async interrupt(): Promise<number | null> {
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGINT');
    await exit;
    return this.#child.exitCode;
  }
}

const readRunFile = (dataDir: string): RunningCloud =>
  JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as RunningCloud;
