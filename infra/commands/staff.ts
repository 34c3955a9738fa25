import { parseArgs } from 'node:util';
import { runNamed } from './city/runNamed.ts';
import { codeCommand } from './staff/codeCommand.ts';
import { codesCommand } from './staff/codesCommand.ts';
import { leaveCommand } from './staff/leaveCommand.ts';
import { listCommand } from './staff/listCommand.ts';
import { logCommand } from './staff/logCommand.ts';
import { openStaff } from './staff/openStaff.ts';
import { repeatedStaffOptions } from './staff/repeatedStaffOptions.ts';
import { returnCommand } from './staff/returnCommand.ts';
import type { StaffOptions, StaffSurroundings } from './staff/StaffTarget.ts';
import { STAFF_OPTIONS } from './staff/staffArguments.ts';
import { unbindCommand } from './staff/unbindCommand.ts';

const HELP = `工作人员：发绑定码，看谁绑定在哪里
The staff of the ledger: one-time codes for chat accounts, and who is bound where

  npm run staff -- code S001                  给一个人发绑定码 / a one-time code for one person
  npm run staff -- codes --unbound            给还没有账号的人各发一个 / for all who have no account yet
  npm run staff -- list                       谁、什么岗位、绑定在哪里 / who, which posts, bound where
  npm run staff -- unbind S001                解除绑定 / takes an account away
  npm run staff -- leave S001 --from D --to D 登记请假，由代理人办 / a leave of absence
  npm run staff -- return S001                销假 / somebody is back
  npm run staff -- log                        绑定、解绑、请假、销假的记录 / what was changed, by whom

  每个命令加 --help 有详细说明 / each command has its own --help

退出码 / exit codes: 0 正常 ok · 1 做不了，什么都没改 cannot be done, nothing changed · 2 命令写错 wrong usage
`;

const commands = {
  code: codeCommand,
  codes: codesCommand,
  list: listCommand,
  unbind: unbindCommand,
  leave: leaveCommand,
  return: returnCommand,
  log: logCommand,
};

/** The log of the stage that a command named. */
const logOf = (args: readonly string[]): string => {
  const read = parseArgs({ args: [...args], options: STAFF_OPTIONS, strict: false, allowPositionals: true });
  return `npm run staff -- log${repeatedStaffOptions(read.values as StaffOptions)}`;
};

const terminal: StaffSurroundings = { out: console.log, err: console.error, open: openStaff };

/** Runs the command and answers its exit code. */
export const runStaff = (args: readonly string[], around: StaffSurroundings = terminal): Promise<number> =>
  runNamed(args, { help: HELP, commands, look: logOf }, around);

if (import.meta.main) process.exitCode = await runStaff(process.argv.slice(2));
