import { publishedCity } from './publishedVersion.ts';
import { putInForce } from './putInForce.ts';
import { readArguments, TARGET_HELP, TARGET_OPTIONS } from './readArguments.ts';
import type { Surroundings } from './Surroundings.ts';

const HELP = `让以前的一个版本重新生效：先按今天检查，说明会改什么；有问题不发布
Make an older version the one in force again, after checking it for today

  npm run city -- republish CITY VERSION [options]

  CITY             城市代号，如 example / id of the city
  VERSION          版本号（可只写前几位），或 previous 上一个版本 / id or its beginning, or previous
  --verbose        逐条列出改动 / every change, one a line
${TARGET_HELP}`;

export const republishCommand = async (args: readonly string[], around: Surroundings): Promise<number> => {
  const options = { ...TARGET_OPTIONS, verbose: { type: 'boolean', default: false } } as const;
  const read = readArguments(args, { help: HELP, options, words: 2 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const [name = '', word = ''] = read.words;
  const target = await around.open(read.values);
  const city = await publishedCity(target, name, word);
  return putInForce(city, { target, options: read.values, verbose: read.values.verbose }, around);
};
