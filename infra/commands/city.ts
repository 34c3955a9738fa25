import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { cityBlobs } from '../../functions/wiring/cities.ts';
import type { CityBlobs, CityStore, Now } from '../../shared/application/ports.ts';
import { type Fault, printFault } from '../../shared/city/Fault.ts';
import { type Publication, publishCity } from '../../shared/city/publishCity.ts';
import { readCityFolder } from '../../shared/city/readCityFolder.ts';
import type { City } from '../../shared/domain/city/City.ts';
import { formatInstant } from '../../shared/domain/time/Instant.ts';
import { dynamoCityVersions } from '../../shared/store/dynamo/dynamoCityVersions.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { type RunningCloud, readRun } from '../local/runFile.ts';
import { root } from '../root.ts';

const HELP = `城市文件夹：检查、发布、查看发布记录
Check, publish and list the versions of a city folder

  npm run city -- check DIR                     检查，每处问题一行 / every fault, one a line
  npm run city -- publish DIR [options]         检查并发布 / check, then publish
  npm run city -- history CITY [options]        发布记录，新的在前 / published versions, newest first

  --stage NAME     local（默认 default）是本机正在运行的 npm start；其他名称用 AWS 的默认凭证，
                   并须写 --table 和 --bucket / any other stage uses the default AWS credentials
  --table NAME     数据表 / DynamoDB table
  --bucket NAME    城市数据的存储桶 / bucket of city versions
  --region NAME    区域，不写则按 AWS 的默认设置 / AWS region
  --help           本说明 / this text

退出码 / exit codes: 0 正常 ok · 1 有问题，未发布 faults, nothing published · 2 命令写错 wrong usage
`;

/** Where a city is published to, and what is known of it there. */
export interface PublishTarget {
  /** For people: `local`, `prod`. */
  readonly name: string;
  readonly blobs: CityBlobs;
  readonly store: CityStore;
}

/** Publishes to one target; everything that publishes (this command, the local run's start, a journey) comes through here. */
export const publishTo = (
  { blobs, store }: PublishTarget,
  city: City,
  now: Now = Date.now,
): Promise<Publication> => publishCity(city, { blobs, store, now });

/** What a running local run says of itself in `.local/run.json`. */
export type LocalRun = Omit<RunningCloud, 'pid' | 'url' | 'city' | 'turnQueue'>;

/** The local run as a target. */
export const localTarget = (run: LocalRun): PublishTarget => {
  const { endpoint, region, accessKeyId, secretAccessKey } = run;
  const settings = { endpoint, region, credentials: { accessKeyId, secretAccessKey } };
  return targetOf('local', run.table, run.cityBucket, settings);
};

interface ClientSettings {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const targetOf = (name: string, table: string, bucket: string, settings: ClientSettings): PublishTarget => ({
  name,
  store: dynamoCityVersions(openTable(table, new DynamoDBClient(settings))),
  // An endpoint on loopback has no host name for each bucket.
  blobs: cityBlobs(bucket, new S3Client({ ...settings, forcePathStyle: settings.endpoint !== undefined })),
});

/** A sentence for the person at the keyboard, and the exit code that goes with it. */
class Stop extends Error {
  readonly code: 1 | 2;
  constructor(message: string, code: 1 | 2) {
    super(message);
    this.code = code;
  }
}

interface Options {
  readonly stage: string;
  readonly table?: string | undefined;
  readonly bucket?: string | undefined;
  readonly region?: string | undefined;
}

const openTarget = async ({ stage, table, bucket, region }: Options): Promise<PublishTarget> => {
  if (stage === 'local') {
    const run = readRun(join(root, '.local'));
    if (!run) throw new Stop('找不到正在运行的本地环境：先在另一个窗口执行 npm start', 1);
    return localTarget(run);
  }
  if (!table || !bucket) throw new Stop(`发布到 ${stage} 须写 --table 和 --bucket`, 2);
  return targetOf(stage, table, bucket, region ? { region } : {});
};

/** Where words go and how a target is opened: a test gives its own. */
export interface Surroundings {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly open: (options: Options) => Promise<PublishTarget>;
}

const terminal: Surroundings = { out: console.log, err: console.error, open: openTarget };

/** Runs the command and answers its exit code. */
export const runCity = async (args: readonly string[], around: Surroundings = terminal): Promise<number> => {
  try {
    const { values, positionals } = readArguments(args);
    const [command, subject, ...rest] = positionals;
    if (values.help) return print(around, HELP);
    const wanted = command === 'check' || command === 'publish' || command === 'history';
    if (!wanted || !subject || rest.length > 0) throw new Stop(`命令写错了\n\n${HELP}`, 2);
    if (command === 'history') return await history(basename(subject), await around.open(values), around);
    const city = await readChecked(subject, around);
    if (!city) return 1;
    if (command === 'check')
      return print(around, `${subject}：没有问题，版本 ${city.version}。${sizeOf(city)}`);
    return await publish(city, await around.open(values), around);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    around.err(error.message);
    return error.code;
  }
};

const readArguments = (args: readonly string[]) => {
  const text = { type: 'string' } as const;
  const options = {
    stage: { ...text, default: 'local' },
    table: text,
    bucket: text,
    region: text,
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw Object.assign(new Stop(`${(cause as Error).message}\n\n${HELP}`, 2), { cause });
  }
};

const print = ({ out }: Surroundings, text: string): number => {
  out(text);
  return 0;
};

const sizeOf = ({ areas, places, services, units, routes, ledger, calendar }: City): string =>
  `区域 ${areas.length}，地点 ${places.length}，事项 ${services.length}，单位 ${units.length}，` +
  `派遣规则 ${routes.length}，台账 ${ledger.length}，日历 ${calendar.map(({ year }) => year).join('、') || '无'}`;

const tell = (faults: readonly Fault[], { out, err }: Surroundings): void => {
  for (const fault of faults) out(printFault(fault));
  err(`共 ${faults.length} 处问题`);
};

const readChecked = async (dir: string, around: Surroundings): Promise<City | undefined> => {
  const { city, faults } = await readCityFolder(dir);
  if (!city) tell(faults, around);
  return city;
};

const publish = async (city: City, target: PublishTarget, around: Surroundings): Promise<number> => {
  const result = await publishTo(target, city);
  if (!result.published) {
    tell(result.faults, around);
    return 1;
  }
  const done = result.changed ? '已发布' : '已经是现行版本，没有变化';
  return print(
    around,
    `${city.name}（${city.id}）${result.version} ${done}：${target.name}，${result.bytes} 字节`,
  );
};

const history = async (city: string, target: PublishTarget, around: Surroundings): Promise<number> => {
  const versions = await target.store.history(city);
  const current = await target.store.currentVersion(city);
  if (versions.length === 0) return print(around, `${city} 在 ${target.name} 还没有发布过`);
  const latest = versions.toSorted((a, b) => b.at - a.at);
  for (const [i, { version, at }] of latest.entries())
    around.out(`${formatInstant(at)}  ${version}${version === current && i === 0 ? '  现行' : ''}`);
  return 0;
};

if (import.meta.main) process.exitCode = await runCity(process.argv.slice(2));
