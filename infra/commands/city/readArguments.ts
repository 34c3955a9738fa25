import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Stop } from './Stop.ts';

/** Options of every command that asks a stage. */
export const TARGET_OPTIONS = {
  stage: { type: 'string', default: 'local' },
  table: { type: 'string' },
  bucket: { type: 'string' },
  region: { type: 'string' },
  data: { type: 'string' },
} as const;

/** What `TARGET_OPTIONS` mean, for the help of those commands. */
export const TARGET_HELP = `  --stage NAME     local（默认 default）是本机正在运行的 npm start；其他名称用 AWS 的默认凭证，
                   并须写 --table 和 --bucket / any other stage uses the default AWS credentials
  --table NAME     数据表 / DynamoDB table
  --bucket NAME    城市数据的存储桶 / bucket of city versions
  --region NAME    区域，不写则按 AWS 的默认设置 / AWS region
  --data DIR       npm start 用的数据文件夹（默认 .local）/ data folder of the local run
  --help           本说明 / this text

退出码 / exit codes: 0 正常 ok · 1 做不了，什么都没改 cannot be done, nothing changed · 2 命令写错 wrong usage
`;

/**
 * The options and words of a command. Undefined when its help was asked for.
 * Throws `Stop` with that help for an option that does not exist and for more or fewer words than it takes.
 */
export const readArguments = <T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { help, options, words }: { readonly help: string; readonly options: T; readonly words: number },
) => {
  const read = parse(args, options, help);
  if ((read.values as { readonly help?: boolean }).help) return undefined;
  const { positionals } = read;
  if (positionals.length !== words) throw wrong(tellWords(positionals.length, words), help);
  return { values: read.values, words: positionals };
};

const parse = <T extends ParseArgsOptionsConfig>(args: readonly string[], options: T, help: string) => {
  try {
    return parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (cause) {
    throw wrong((cause as Error).message, help, cause);
  }
};

const tellWords = (given: number, wanted: number): string =>
  given < wanted ? `少写了 ${wanted - given} 项` : `多写了 ${given - wanted} 项（有空格的要加引号）`;

const wrong = (what: string, help: string, cause?: unknown): Stop =>
  new Stop(`命令写错了：${what}\n\n${help}`, 2, cause);
