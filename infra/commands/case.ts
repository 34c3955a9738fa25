import type { CaseSurroundings } from './case/CaseTarget.ts';
import { openCases } from './case/openCases.ts';
import { replayCommand } from './case/replayCommand.ts';
import { showCommand } from './case/showCommand.ts';
import { verifyCommand } from './case/verifyCommand.ts';
import { runNamed } from './city/runNamed.ts';

const HELP = `一件事的历史：看经过，核对有没有被改过，重放到过去某一刻
The history of a case: read it, check that it is whole, rebuild what stood at a past instant

  npm run case -- show NUMBER                 经过，时限怎么算的 / what happened, and how limits were counted
  npm run case -- verify NUMBER               核对哈希链和快照 / checks chain and snapshot
  npm run case -- verify --all                核对每一件 / checks every case
  npm run case -- replay NUMBER --at INSTANT  那一刻是什么样 / as it stood then

  每个命令加 --help 有详细说明 / each command has its own --help

退出码 / exit codes: 0 正常 ok · 1 做不了，或核对出了问题 cannot be done, or something is wrong · 2 命令写错 wrong usage
`;

const commands = { show: showCommand, verify: verifyCommand, replay: replayCommand };

const terminal: CaseSurroundings = { out: console.log, err: console.error, open: openCases };

/** Runs the command and answers its exit code. */
export const runCase = (args: readonly string[], around: CaseSurroundings = terminal): Promise<number> =>
  runNamed(args, { help: HELP, commands }, around);

if (import.meta.main) process.exitCode = await runCase(process.argv.slice(2));
