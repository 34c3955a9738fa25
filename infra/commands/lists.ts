import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { rebuildRows } from '../../shared/application/projectCase.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoListedCases } from '../../shared/store/dynamo/dynamoListedCases.ts';
import { dynamoListings } from '../../shared/store/dynamo/dynamoListings.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { dynamoSolved } from '../../shared/store/dynamo/dynamoSolved.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { scanNumbers } from '../../shared/store/dynamo/scanNumbers.ts';
import { readRun } from '../local/runFile.ts';
import { root } from '../root.ts';

const HELP = `从每一件重新生成所有清单（按区域、按轮到谁、按报事人）、办过的案例和挂牌督办的公示，去掉中断时留下的
系统在运行时也可以做，做几次都行
Makes every list of cases (by area, by whose turn it is, by reporter), what solved cases teach and what is published of
listed ones again from the cases themselves,
and takes out what a crash may have left behind.
Safe beside the running system, and as often as you like. Reads the whole table three times.

  npm run lists -- rebuild [options]

  --data DIR       npm start 用的数据文件夹 / data folder of a running npm start (default: .local)
  --table NAME     改用 AWS 上的数据表 / a table on AWS instead, with the default credentials
  --region NAME    它的区域 / its region
  --help           本说明 / this text
`;

const options = {
  data: { type: 'string', default: join(root, '.local') },
  table: { type: 'string' },
  region: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const openNamed = (values: { data: string; table?: string; region?: string }) => {
  if (values.table !== undefined)
    return openTable(values.table, new DynamoDBClient(values.region ? { region: values.region } : {}));
  const run = readRun(values.data);
  if (!run)
    throw new Error(`No local run is going on in ${values.data}: start one (npm start), or give --table.`);
  const { endpoint, region, accessKeyId, secretAccessKey } = run;
  const credentials = { accessKeyId, secretAccessKey };
  return openTable(run.table, new DynamoDBClient({ endpoint, region, credentials }));
};

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help || positionals.join(' ') !== 'rebuild') {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 2;
  } else {
    const table = openNamed(values);
    const world = {
      cases: dynamoCases(table),
      rows: dynamoRows(table),
      scan: scanNumbers(table),
      listed: dynamoListedCases(table),
      solved: dynamoSolved(table),
      listings: dynamoListings(table),
    };
    const done = await rebuildRows(world)((count) => console.log(`  ${count} cases`));
    console.log(`${done} cases: every list is made again.`);
  }
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = 1;
}
