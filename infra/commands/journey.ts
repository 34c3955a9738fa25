import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { JourneyFault } from '../local/journey/JourneyFault.ts';
import { openStage, readJourney, type Stage } from '../local/journey/openStage.ts';
import type { Played } from '../local/journey/playJourney.ts';

const HELP = `把写好的对话在真实的入口、队列和函数上走一遍
Plays written conversations through the real doors, queues and functions of the local cloud.

  npm run journey -- FILE… [--json]

  FILE      剧本，或放剧本的文件夹 / a journey, or a folder of them (*.yaml)
  --json    最后的各件写成 JSON / prints the final cases as one JSON array on standard output; the transcript goes to standard error
  --help    本说明 / this text

Ends with "N passed, N failed" and exit code 1 when anything failed. The format: docs/journeys.md`;

const filesOf = async (paths: readonly string[]): Promise<readonly string[]> => {
  const found = await Promise.all(
    paths.map(async (path) => {
      const what = await stat(path).catch(() => undefined);
      if (!what?.isDirectory()) return [path];
      return (await readdir(path)).filter((name) => /\.ya?ml$/u.test(name)).map((name) => join(path, name));
    }),
  );
  return found.flat();
};

/** One that cannot be read or begun is one failure, and the others are played all the same. */
const playFile = async (
  stage: Stage,
  file: string,
  tell: (line: string) => void,
): Promise<Pick<Played, 'passed' | 'failed' | 'cases'>> => {
  try {
    return await stage.play(await readJourney(file), { tell });
  } catch (error) {
    tell(`  ✗ ${reasonOf(file, error)}`);
    return { passed: 0, failed: 1, cases: [] };
  }
};

const reasonOf = (file: string, error: unknown): string => {
  if (error instanceof JourneyFault) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return `${file}: there is no such file`;
  return `${file}: ${(error as Error).stack ?? String(error)}`;
};

const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help || positionals.length === 0) {
    console.log(HELP);
    return values.help ? 0 : 1;
  }
  const tell = values.json ? console.error : console.log;
  const stage = openStage();
  let passed = 0;
  let failed = 0;
  const cases: unknown[] = [];
  try {
    for (const file of await filesOf(positionals)) {
      const played = await playFile(stage, file, tell);
      passed += played.passed;
      failed += played.failed;
      cases.push(...played.cases);
      tell('');
    }
  } finally {
    await stage.close();
  }
  tell(`${passed} passed, ${failed} failed`);
  if (values.json) console.log(JSON.stringify(cases, null, 2));
  return failed === 0 ? 0 : 1;
};

// Functions run in UTC, wherever this machine is.
process.env.TZ = 'UTC';
try {
  process.exitCode = await run();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
