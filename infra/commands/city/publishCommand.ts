import { putInForce } from './putInForce.ts';
import { readArguments, TARGET_HELP, TARGET_OPTIONS } from './readArguments.ts';
import { readChecked } from './readChecked.ts';
import type { Surroundings } from './Surroundings.ts';

const HELP = `检查并发布城市文件夹：先说这次改了什么；有问题不发布
Check a city folder, say what changes against the version in force, and publish it

  npm run city -- publish DIR [options]

  --verbose        逐条列出改动 / every change, one a line
${TARGET_HELP}`;

export const publishCommand = async (args: readonly string[], around: Surroundings): Promise<number> => {
  const options = { ...TARGET_OPTIONS, verbose: { type: 'boolean', default: false } } as const;
  const read = readArguments(args, { help: HELP, options, words: 1 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const [dir = ''] = read.words;
  const city = await readChecked(dir, around);
  if (!city) return 1;
  const target = await around.open(read.values);
  if (target.city !== undefined && target.city !== city.id)
    around.err(
      `注意：${target.name} 上运行的是 ${target.city}，用不上 ${city.id}；要试它：npm start -- --city ${dir}`,
    );
  return putInForce(city, { target, options: read.values, verbose: read.values.verbose }, around);
};
