import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { sendTurns } from '../../functions/outlets/sendTurn.ts';
import { cities } from '../../functions/wiring/cities.ts';
import { cityBlobs } from '../../functions/wiring/cityBlobs.ts';
import { followUp } from '../../shared/application/followUp.ts';
import { notifyPeople } from '../../shared/application/notifyPeople.ts';
import { turnOf } from '../../shared/application/turnOf.ts';
import { caseNumberSchema } from '../../shared/contracts/notice.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoCityVersions } from '../../shared/store/dynamo/dynamoCityVersions.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { dynamoSolved } from '../../shared/store/dynamo/dynamoSolved.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { readRun } from '../local/runFile.ts';
import { root } from '../root.ts';

const HELP = `把一件没有送到的通知再发一次；刚收到过的人不会收到两次
Tells people of a case again: for notices that the stream gave up (alarm: stream failures).
A notice keeps its id; who has just heard it does not hear it twice.

  npm run notices -- resend NUMBER [options]

  --from SEQ       从经过的第几条起，不写就只发最后一条 / from this entry of the history on (default: the last one only)
  --data DIR       npm start 用的数据文件夹 / data folder of a running npm start (default: .local)
  --table --bucket --queue --city --region     改用 AWS 上的 / a deployment on AWS instead, with the default credentials
  --help           本说明 / this text
`;

const text = { type: 'string' } as const;
const options = {
  from: text,
  data: { ...text, default: join(root, '.local') },
  table: text,
  bucket: text,
  queue: text,
  city: text,
  region: text,
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Where the deployment is, and how to speak to it. */
const placeOf = (values: Values) => {
  const { table, bucket, queue, city, region } = values;
  if (table && bucket && queue && city)
    return { table, bucket, queue, city, settings: region ? { region } : {} };
  if (table ?? bucket ?? queue ?? city)
    throw new Error('A deployment on AWS needs all of --table --bucket --queue --city.');
  const run = readRun(values.data);
  if (!run) throw new Error(`No local run is going on in ${values.data}: start one (npm start).`);
  const { endpoint, accessKeyId, secretAccessKey } = run;
  const settings = {
    endpoint,
    region: run.region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
  };
  return { table: run.table, bucket: run.cityBucket, queue: run.turnQueue, city: run.city, settings };
};

const resend = async (number: string, values: Values): Promise<number> => {
  const place = placeOf(values);
  const table = openTable(place.table, new DynamoDBClient(place.settings));
  const cases = dynamoCases(table);
  const { history } = cases;
  const served = cities(place.city, {
    versions: dynamoCityVersions(table),
    blobs: cityBlobs(place.bucket, new S3Client(place.settings)),
    now: Date.now,
  });
  const world = {
    history,
    now: Date.now,
    rows: dynamoRows(table),
    solved: dynamoSolved(table),
    follow: followUp({ cases, cities: served, now: Date.now, pause: setTimeout }),
    cities: served,
  };
  const last = (await history(number)).length;
  if (last === 0) throw new Error(`There is no case ${number}.`);
  const send = sendTurns(place.queue, new SQSClient(place.settings));
  let told = 0;
  for (let seq = Number(values.from ?? last); seq <= last; seq++) {
    const pushes = await notifyPeople(world)(number, seq);
    await send(pushes.map(turnOf));
    told += pushes.length;
  }
  return told;
};

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [command, number] = positionals;
  if (values.help || command !== 'resend' || positionals.length !== 2) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 2;
  } else {
    const told = await resend(caseNumberSchema.parse(number), values);
    console.log(`${told} notices of ${number} are on their way.`);
  }
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = 1;
}
