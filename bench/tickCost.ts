import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { openCase } from '../shared/application/commandCase.ts';
import type { Case } from '../shared/domain/case/Case.ts';
import { nextDue } from '../shared/domain/case/nextDue.ts';
import type { Knowledge } from '../shared/domain/city/Knowledge.ts';
import type { Instant } from '../shared/domain/time/Instant.ts';
import { keys } from '../shared/store/accessPatterns.ts';
import { openTable } from '../shared/store/dynamo/openTable.ts';
import type { BareCloud } from './bareCloud.ts';

/** What one tick takes that makes a clock ring, and one that comes too early or too late. */
export interface TickCost {
  readonly ring: { readonly writes: number; readonly reads: number };
  readonly idle: { readonly writes: number; readonly reads: number };
  /** Seconds of a processor, of a full batch. */
  readonly processor: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** As SQS gives them to Lambda. */
const BATCH = 10;
/** Batches before counting: the city is read once. */
const WARM = 2;

/** Opens cases as a resident does, straight in the core. */
export const openCases = async (
  { store, clock, know }: Pick<BareCloud, 'store' | 'clock'> & { readonly know: Knowledge },
  count: number,
): Promise<readonly Case[]> => {
  const current = async (): Promise<Knowledge> => know;
  const cities = { current, at: current, refresh: () => undefined };
  const open = openCase({ cases: store.cases, cities, now: clock.now, pause: async () => undefined });
  const cases: Case[] = [];
  for (let i = 0; i < count; i++) {
    const place = know.city.places[i % know.city.places.length];
    if (!place) throw new Error('The city has no places');
    const reporter = `web:${randomUUID()}`;
    const outcome = await open(
      {
        type: 'open',
        service: '01037',
        place: { lng: place.lng, lat: place.lat, name: place.name },
        text: '路灯坏了两天了',
        photos: [],
        reporter,
      },
      { id: randomUUID(), by: { person: reporter, role: 'resident' } },
    );
    if (outcome.kind !== 'done') throw new Error('A case was not opened');
    cases.push(outcome.case);
  }
  return cases;
};

/** When a case must be looked at; every open case must. */
export const dueOf = (state: Case): Instant => {
  const due = nextDue(state);
  if (due === undefined) throw new Error('The case has nothing due');
  return due;
};

/** Measures the real function on real cases, ten a batch. */
export const tickCost = async (cloud: BareCloud, cases: readonly Case[]): Promise<TickCost> => {
  const { gateway, start } = cloud;
  const tick = start('tickCase');
  const batches = Array.from({ length: Math.floor(cases.length / BATCH) }, (_, i) =>
    cases.slice(i * BATCH, (i + 1) * BATCH),
  );
  const latest = Math.max(...cases.map(dueOf));
  for (const batch of batches.slice(0, WARM)) await tick.call(latest, eventOf(batch));
  const counted = batches.slice(WARM);
  const run = async () => {
    gateway.meter.reset();
    let processor = 0;
    let seconds = 0;
    let megabytes = 0;
    for (const batch of counted) {
      const taken = await tick.call(latest, eventOf(batch));
      processor += taken.processor / counted.length;
      seconds += taken.seconds / counted.length;
      megabytes = taken.megabytes;
    }
    const { writeUnits, readUnits } = gateway.meter.read().dynamodb;
    const ticks = counted.length * BATCH;
    return { processor, seconds, megabytes, units: { writes: writeUnits / ticks, reads: readUnits / ticks } };
  };
  const first = await run();
  const again = await run();
  tick.end();
  return { ...first, ring: first.units, idle: again.units };
};

const eventOf = (cases: readonly Case[]) => ({
  Records: cases.map((state) => ({
    messageId: randomUUID(),
    receiptHandle: 'bench',
    body: JSON.stringify({ v: 1, number: state.number, due: dueOf(state) }),
    attributes: { ApproximateReceiveCount: '1', SentTimestamp: '0' },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:ticks',
    awsRegion: 'us-east-1',
  })),
});

/** Write units that the due instant of a case adds to a write that is made anyway: set, moved, taken out. */
export const instantCost = async (
  { gateway, resources }: Pick<BareCloud, 'gateway' | 'resources'>,
  like: Case,
): Promise<{ readonly set: number; readonly move: number; readonly remove: number }> => {
  const { url: endpoint, region } = gateway;
  const dynamo = new DynamoDBClient({ endpoint, region, credentials: gateway.credentialsFor('admin') });
  const { client, name: TableName } = openTable(resources.table, dynamo);
  const put = async (due?: Instant): Promise<number> => {
    gateway.meter.reset();
    const { number: _number, ...state } = like;
    const Item = {
      ...state,
      ...keys.snapshot('299901010000000'),
      ...(due ? keys.due('299901010000000', due) : {}),
    };
    await client.send(new PutCommand({ TableName, Item }));
    return gateway.meter.read().dynamodb.writeUnits;
  };
  const bare = await put();
  const set = (await put(1)) - bare;
  const move = (await put(2)) - bare;
  const remove = (await put()) - bare;
  dynamo.destroy();
  return { set, move, remove };
};
