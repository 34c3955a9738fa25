import { checkCommand } from './city/checkCommand.ts';
import { diffCommand } from './city/diffCommand.ts';
import { handoverCommand } from './city/handoverCommand.ts';
import { historyCommand } from './city/historyCommand.ts';
import { openTarget } from './city/openTarget.ts';
import { publishCommand } from './city/publishCommand.ts';
import { republishCommand } from './city/republishCommand.ts';
import { routeCommand } from './city/routeCommand.ts';
import { runNamed } from './city/runNamed.ts';
import type { Surroundings } from './city/Surroundings.ts';

const HELP = `城市文件夹：检查、导入、发布、比较、追问一件事归谁办
Check, import, publish and compare what is official about a city, and ask who handles what

  npm run city -- check DIR                     检查，每处问题一行 / every fault, one a line
  npm run city -- import --to DIR 来源…         从地图、表格导入 / from maps and spreadsheets
  npm run city -- publish DIR                   检查，说明改了什么，发布 / check, say what changes, publish
  npm run city -- history CITY                  发布记录，新的在前 / published versions, newest first
  npm run city -- diff A B                      两个版本之间改了什么 / what changes from A to B
  npm run city -- republish CITY VERSION        让以前的版本重新生效 / an older version in force again
  npm run city -- handover DIR A B --on 日期     岗位从 A 交接给 B / B holds the posts of A from a day on
  npm run city -- route --service S --place P   归谁办、为什么 / who handles it, and why

  每个命令加 --help 有详细说明 / each command has its own --help

退出码 / exit codes: 0 正常 ok · 1 做不了，什么都没改 cannot be done, nothing changed · 2 命令写错 wrong usage
`;

type Command = (args: readonly string[], around: Surroundings) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  check: checkCommand,
  // Only this one needs what reads spreadsheets and maps.
  import: async (args, around) => (await import('./city/importCity.ts')).importCommand(args, around),
  publish: publishCommand,
  history: historyCommand,
  diff: diffCommand,
  republish: republishCommand,
  route: routeCommand,
  handover: handoverCommand,
};

const terminal: Surroundings = { out: console.log, err: console.error, open: openTarget };

/** Runs the command and answers its exit code. */
export const runCity = (args: readonly string[], around: Surroundings = terminal): Promise<number> =>
  runNamed(args, { help: HELP, commands: COMMANDS }, around);

if (import.meta.main) process.exitCode = await runCity(process.argv.slice(2));
