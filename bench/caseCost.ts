import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Invocation } from '../infra/local/compute/FunctionPool.ts';
import type { MeterReading } from '../infra/local/gateway/types.ts';
import { against, type Figure } from './Figure.ts';
import { LivePerson } from './LivePerson.ts';
import { oneCase } from './oneCase.ts';
import { staffOf, withCloud } from './withCloud.ts';

/** Cases played; figures are per case. Few at a time, as in a small city: batches would make it cheaper. */
const CASES = 20;
/** Played before counting: functions that start for the first time read the city, once and not once a case. */
const WARM = 3;

/** What one case costs, by count: units, requests, bytes, invocations, and from them the bill of a million. */
export const run = async (): Promise<readonly Figure[]> =>
  withCloud(async (cloud, dataDir) => {
    const staff = staffOf(cloud);
    const supervisor = await LivePerson.meet(cloud, staff.supervisor);
    const unit = await LivePerson.meet(cloud, staff.unit);
    for (let i = 0; i < WARM; i++) {
      const resident = await LivePerson.meet(cloud);
      await oneCase({ resident, supervisor, unit });
      resident.leave();
    }
    await cloud.idle();

    const invocations: Invocation[] = [];
    const stop = cloud.onInvocation((invocation) => invocations.push(invocation));
    cloud.meter.reset();
    const logged = logBytesIn(dataDir);
    for (let i = 0; i < CASES; i++) {
      const resident = await LivePerson.meet(cloud);
      await oneCase({ resident, supervisor, unit });
      resident.leave();
    }
    await cloud.idle();
    const reading = cloud.meter.read();
    stop();
    supervisor.leave();
    unit.leave();
    return figures(reading, invocations, logBytesIn(dataDir) - logged);
  });

const figures = (
  reading: MeterReading,
  invocations: readonly Invocation[],
  logged: number,
): readonly Figure[] => {
  const prices = JSON.parse(readFileSync(new URL('./prices.json', import.meta.url), 'utf8'));
  const per = (count: number): number => count / CASES;
  const calls = (name: string): number => per(reading.calls[name] ?? 0);
  const writes = per(reading.dynamodb.writeUnits);
  const reads = per(reading.dynamodb.readUnits);
  // Pollers at rest ask whether there is a case or not: a city's cost, not a case's.
  const sqs = per(reading.sqs.requests - reading.sqs.emptyReceives);
  const doors = per(invocations.filter((one) => DOORS.has(one.name)).length);
  const connects = per(invocations.filter((one) => one.name === 'connectSocket').length);
  const pushes = calls('execute-api.PostToConnection');
  const gbSeconds = per(
    invocations.reduce((sum, one) => sum + (one.memory / 1024) * (Math.max(1, Math.ceil(one.ms)) / 1000), 0),
  );
  const s3Puts = calls('s3.PostObject') + calls('s3.PutObject');
  const s3Gets = calls('s3.GetObject');
  // The platform's own START, END and REPORT lines are switched off in the template.
  const logBytes = per(logged);
  const bill = {
    DynamoDB: writes * prices.dynamodb.writeUnitsPerMillion + reads * prices.dynamodb.readUnitsPerMillion,
    SQS: sqs * prices.sqs.fifoPerMillion,
    Lambda:
      per(invocations.length) * prices.lambda.requestsPerMillion +
      gbSeconds * 1e6 * prices.lambda.armGbSecond,
    'HTTP API': doors * prices.httpApi.requestsPerMillion,
    WebSocket:
      (pushes + connects) * prices.webSocketApi.messagesPerMillion +
      5 * prices.webSocketApi.connectionMinutesPerMillion,
    S3: s3Puts * 1_000 * prices.s3.putPerThousand + s3Gets * 1_000 * prices.s3.getPerThousand,
    Logs: (logBytes / 1e9) * 1e6 * prices.cloudWatch.logIngestGb,
  };
  const sum = Object.values(bill).reduce((a, b) => a + b, 0);
  return [
    against('a case: DynamoDB write units', writes, { most: 90, unit: 'WRU' }),
    against('a case: DynamoDB read units', reads, { most: 60, unit: 'RRU' }),
    {
      what: 'a case: SQS requests (without empty receives), messages',
      value: `${sqs.toFixed(1)}, ${per(reading.sqs.messagesSent).toFixed(1)}`,
    },
    {
      what: 'a case: bytes to and from the AWS services',
      value: `${Math.round(per(reading.bytesIn + reading.bytesOut) / 1024)} KB`,
    },
    {
      what: 'a case: HTTP requests, WebSocket pushes, function invocations',
      value: `${doors.toFixed(1)}, ${pushes.toFixed(1)}, ${per(invocations.length).toFixed(1)}`,
    },
    { what: 'a case: GB-seconds here, log bytes', value: `${gbSeconds.toFixed(2)}, ${Math.round(logBytes)}` },
    against('a million cases, list prices', sum, { most: 100, unit: 'USD' }),
    ...Object.entries(bill).map(
      ([service, dollars]): Figure => ({ what: `— ${service}`, value: `${dollars.toFixed(2)} USD` }),
    ),
    {
      what: 'calls of a case',
      value: Object.entries(reading.calls)
        .map(([name, count]) => `${name} ${per(count).toFixed(1)}`)
        .join(', '),
    },
  ];
};

const logBytesIn = (dataDir: string): number => {
  const folder = join(dataDir, 'logs');
  return readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
};

const DOORS: ReadonlySet<string> = new Set([
  'openSession',
  'postTurn',
  'postPhoto',
  'readMessages',
  'readCases',
  'readCase',
  'readAreas',
  'chatPage',
]);
