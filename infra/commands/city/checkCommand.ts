import type { City } from '../../../shared/domain/city/City.ts';
import { readArguments } from './readArguments.ts';
import { readChecked } from './readChecked.ts';
import type { Surroundings } from './Surroundings.ts';

const HELP = `检查城市文件夹：每处问题一行，写明文件、行、哪里不对、怎么改
Check a city folder: every fault, one a line

  npm run city -- check DIR [--all]

  --all            同一种问题出现在很多行时也逐条列出（否则前几条以外合成一行，写明行号）
                   every fault by itself, also where one mistake was made in many lines
  --help           本说明 / this text

退出码 / exit codes: 0 没有问题 ok · 1 有问题 faults · 2 命令写错 wrong usage
`;

export const checkCommand = async (args: readonly string[], around: Surroundings): Promise<number> => {
  const read = readArguments(args, {
    help: HELP,
    options: { all: { type: 'boolean', default: false } },
    words: 1,
  });
  if (!read) return print(around, HELP);
  const [dir = ''] = read.words;
  const city = await readChecked(dir, around, read.values.all);
  if (!city) return 1;
  return print(around, `${dir}：没有问题，版本 ${city.version}。${sizeOf(city)}`);
};

const print = ({ out }: Surroundings, text: string): number => {
  out(text);
  return 0;
};

const sizeOf = ({ areas, places, services, units, routes, ledger, calendar }: City): string =>
  `区域 ${areas.length}，地点 ${places.length}，事项 ${services.length}，单位 ${units.length}，` +
  `派遣规则 ${routes.length}，台账 ${ledger.length}，日历 ${calendar.map(({ year }) => year).join('、') || '无'}`;
