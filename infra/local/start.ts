import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCityFolder } from '../../shared/city/readCityFolder.ts';
import type { City } from '../../shared/domain/city/City.ts';
import { root } from '../root.ts';
import { formatLine } from './control/formatLine.ts';
import { emptyFolder } from './emptyFolder.ts';
import { keepPort, keptPort } from './keptPort.ts';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from './LocalCloud.ts';
import { readRun, removeRun, writeRun } from './runFile.ts';
import { type StartOptions, startCommand } from './startCommand.ts';
import { ENGINES, type EngineName } from './startEngine.ts';

const HELP = `在这台机器上运行整套系统：用要部署的同一份模板，接本机的引擎
Runs the whole system on this machine: the template that would be deployed, on local engines

  npm start [-- OPTIONS]

  --fresh            先清空数据文件夹，网址不变 / empties the data folder first; the port stays
  --port N           网页的端口，不写就用上次的或任一空闲的 / the port of the page (default: the one of last time, or any free one)
  --city DIR         发布这个城市文件夹，不写就用现行的，第一次是 cities/example
                     the city folder to publish (default: what is in force, at first cities/example)
  --data DIR         数据都放在这里，默认 .local / where everything is kept (default: .local)
  --engine NAME      ${ENGINES.join(' 或 or ')}，默认 default ${ENGINES[0]}；另一个要装 Java 17 / the other needs Java 17
  --quiet            不逐步显示，DATA/logs 里照样有 / does not print a line per step (they are in DATA/logs either way)
  --help             本说明 / this text

Ctrl-C 结束；再次启动，接着上次继续。
Ctrl-C ends everything it started. Starting again goes on where it was.`;

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean' },
      port: { type: 'string' },
      city: { type: 'string' },
      data: { type: 'string' },
      engine: { type: 'string' },
      quiet: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  return {
    ...values,
    given: values satisfies StartOptions,
    port: values.port === undefined ? undefined : readPort(values.port),
    engine: readEngine(values.engine ?? ENGINES[0]),
    cityDir: resolve(values.city ?? join(root, 'cities/example')),
    dataDir: resolve(values.data ?? join(root, '.local')),
  };
};

const readPort = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`--port ${text}: give a number from 1 to 65535, or leave it out for any free port.`);
};

const readEngine = (text: string): EngineName => {
  const engine = ENGINES.find((each) => each === text);
  if (engine) return engine;
  throw new Error(`--engine ${text}: there are ${ENGINES.join(' and ')}.`);
};

/** A port asked for must be free; the one of last time is only preferred. */
const startOnPort = async (
  options: LocalCloudOptions,
  asked: number | undefined,
  given: StartOptions,
): Promise<LocalCloud> => {
  const preferred = asked ?? keptPort(options.dataDir) ?? 0;
  try {
    return await startLocalCloud({ ...options, port: preferred });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (asked !== undefined)
      throw new Error(
        `Port ${asked} is taken. Give another, or none for any free one: ${startCommand(given, { port: undefined })}`,
      );
    return startLocalCloud(options);
  }
};

const shown = (dataDir: string): string => relative(process.cwd(), dataDir) || '.';

/** Each engine keeps the table in a place of its own. */
const whereTheTableIs = (engine: EngineName, dataDir: string): readonly string[] =>
  engine === ENGINES[0]
    ? []
    : [
        `  Cases and conversations: ${join(shown(dataDir), engine)}, for ${engine} alone: those of the default engine are not seen here, nor these there.`,
      ];

type Asked = ReturnType<typeof readOptions>;

/** What was published stays through a restart; a folder that was changed since is not taken up by itself. */
const whichVersion = (
  cloud: LocalCloud,
  folder: City | undefined,
  { cityDir, given }: Asked,
): readonly string[] => {
  const { version } = cloud.know().city;
  return folder === undefined || folder.version === version
    ? []
    : [
        `  In force: version ${version}, which is not what ${shown(cityDir)} says now (${folder.version}).`,
        `  换上它：npm run city -- publish ${shown(cityDir)}${given.data === undefined ? '' : ` --data ${given.data}`}`,
      ];
};

const announce = (cloud: LocalCloud, asked: Asked, folder: City | undefined, ms: number): void => {
  const { dataDir, engine, given } = asked;
  console.log(
    [
      '',
      `  Ready in ${(ms / 1_000).toFixed(1)} s. Open ${cloud.url}`,
      `  打开上面的网址，在居民的手机里说一句：建设路12号门口的路灯坏了两天了`,
      `  Data: ${shown(dataDir)} (${startCommand(given, { fresh: true })} empties it). Ctrl-C ends it.`,
      ...whichVersion(cloud, folder, asked),
      ...whereTheTableIs(engine, dataDir),
      '',
    ].join('\n'),
  );
};

const run = async (): Promise<void> => {
  const started = performance.now();
  const options = readOptions();
  const { help, fresh, quiet, port, engine, cityDir, dataDir, given } = options;
  if (help) return console.log(HELP);
  const other = readRun(dataDir);
  if (other)
    throw new Error(
      `A local run on ${dataDir} is going on already (process ${other.pid}, ${other.url}). ` +
        `Use that one, end it with: kill ${other.pid}, or start another beside it: ${startCommand(given, { data: `${given.data ?? '.local'}-2`, port: undefined })}`,
    );
  if (fresh) emptyFolder(dataDir);

  let cloud: LocalCloud | undefined;
  cloud = await startOnPort(
    {
      dataDir,
      engine,
      cityDir,
      keepsCity: given.city === undefined,
      progress: (what) => console.log(`  ${what}`),
      ...(quiet ? {} : { tell: (line) => console.log(formatLine(line, cloud?.clock.now() ?? Date.now())) }),
    },
    port,
    given,
  );
  keepPort(dataDir, Number(new URL(cloud.url).port));
  writeRun(dataDir, {
    pid: process.pid,
    url: cloud.url,
    endpoint: cloud.gatewayUrl,
    table: cloud.resources.table,
    cityBucket: cloud.resources.cityBucket,
    city: cloud.know().city.id,
    turnQueue: cloud.resources.turnQueue,
    ...cloud.adminCredentials,
    region: cloud.gateway.region,
  });
  const { city: folder } = await readCityFolder(cityDir);
  announce(cloud, options, folder, performance.now() - started);
  endOnSignals(cloud, dataDir);
};

const endOnSignals = (cloud: LocalCloud, dataDir: string): void => {
  let ending = false;
  const end = async (): Promise<void> => {
    // A second Ctrl-C does not wait: everything is kept as it would be after a kill.
    if (ending) process.exit(1);
    ending = true;
    console.log('  ending');
    await cloud.stop();
    removeRun(dataDir);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
};

// Functions run in UTC, wherever this machine is.
process.env.TZ = 'UTC';
try {
  await run();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  if (process.env.DEBUG) console.error(error);
  process.exit(1);
}
