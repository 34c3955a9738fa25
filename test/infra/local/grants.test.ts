import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asJourneyCloud } from '../../../infra/local/journey/asJourneyCloud.ts';
import { readJourney } from '../../../infra/local/journey/openStage.ts';
import { playJourney } from '../../../infra/local/journey/playJourney.ts';
import { type LocalCloud, startLocalCloud } from '../../../infra/local/LocalCloud.ts';
import { casesAnswerSchema } from '../../../shared/contracts/web.ts';

const journeys = join(import.meta.dirname, '../../journeys');
/** Between them they go through every door. */
const PLAYED = ['happy.yaml', 'wechat.yaml', 'two-cases.yaml', 'national-day.yaml'];
const dataDir = mkdtempSync(join(tmpdir(), 'wangge-grants-'));
let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startLocalCloud({ dataDir, cityDir: 'cities/example' });
}, 120_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Reads that no journey does. */
const lookAround = async (): Promise<void> => {
  const token = await cloud.token('web:S001');
  const headers = { authorization: `Bearer ${token}` };
  const read = async (path: string): Promise<unknown> =>
    (await fetch(new URL(path, cloud.url), { headers })).json();
  const { cases } = casesAnswerSchema.parse(await read('/web/cases'));
  await read(`/web/cases/${cases[0]?.number}`);
  await read('/city/areas');
  await cloud.invoke('casesByStage', { widgetContext: {} });
};

/** What nothing a person does can read: a body of an unknown version goes to the dead letters at once. */
const spoilQueues = async (): Promise<void> => {
  for (const name of Object.keys(cloud.gateway.pending()).filter((each) =>
    /(Turns|Ticks)Queue/u.test(each),
  )) {
    const fifo = name.endsWith('.fifo') ? { MessageGroupId: 'g', MessageDeduplicationId: 'd' } : {};
    const QueueUrl = `${cloud.gatewayUrl}/000000000000/${name}`;
    await cloud.gateway.sqs('admin', 'SendMessage', { QueueUrl, MessageBody: '{"v":99}', ...fifo });
  }
  await cloud.idle();
};

/** Grants that only faults and Lambda's own machinery need; each with its reason. */
const NEEDED_ALL_THE_SAME: readonly (readonly [RegExp, string])[] = [
  [/dynamodb:ListStreams$/u, "Lambda's documentation asks it of whoever reads a stream"],
  [
    /dynamodb:DescribeKey$|kms:DescribeKey$/u,
    'DynamoDB asks it of whoever reads a table with a key of its own',
  ],
  [/(notify|project)Role.* sqs:SendMessage$/u, 'the on-failure destination of the stream mapping'],
  [/takeTurnRole.* dynamodb:DeleteItem$/u, 'forgets a connection that is gone'],
  [
    /tickCaseRole.* dynamodb:Query$/u,
    'whether a tick that is refused was carried out before is in the history',
  ],
  [/takeTurnRole.* s3:ListBucket$/u, 'without it a photo that is missing looks like one that is forbidden'],
  [
    /(readMessages|hostReplies)Role.* (s3:GetObject|kms:Decrypt)$/u,
    'used by the browser, with an address signed by the function',
  ],
];

test('the whole system uses what it is granted, and is granted what it uses', async () => {
  for (const file of PLAYED) {
    const journey = await readJourney(join(journeys, file));
    await cloud.reset(journey.at ?? cloud.clock.now());
    await playJourney(asJourneyCloud(cloud), journey, { tell: () => undefined });
    await lookAround();
  }
  await spoilQueues();
  const unused = Object.values(cloud.gateway.unusedGrants()).flat();
  expect(unused.filter((line) => !NEEDED_ALL_THE_SAME.some(([grant]) => grant.test(line)))).toEqual([]);
  expect(cloud.meter.read().denied).toBe(0);
}, 180_000);
