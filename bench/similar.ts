import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startDynamo } from '../infra/local/dynamo/startDynamo.ts';
import { WEIGHED } from '../shared/application/similarCases.ts';
import { rankSimilar } from '../shared/domain/similar/rankSimilar.ts';
import type { SolvedCase } from '../shared/domain/similar/SolvedCase.ts';
import { dynamoSolved } from '../shared/store/dynamo/dynamoSolved.ts';
import { openTable } from '../shared/store/dynamo/openTable.ts';
import { corpus, measureSimilar, phrases } from '../test/domain/similar/measureSimilar.ts';
import {
  seen,
  seenMisses,
  tried,
  triedMisses,
  unseen,
  unseenMisses,
} from '../test/domain/similar/queries.ts';
import { clientOf, createTable } from '../test/support/createTable.ts';
import { against, type Figure, perSecond } from './Figure.ts';

/** How well solved cases are found that help with a new one, how long that takes, and what reading and keeping them costs. */
export const run = async (): Promise<readonly Figure[]> => [
  ...foundFigures(),
  timeFigure(),
  ...(await unitFigures()),
];

const share = (part: number, of: number): string => `${part} of ${of} (${Math.round((100 * part) / of)} %)`;

const foundFigures = (): readonly Figure[] => {
  const all = measureSimilar([...seen, ...tried, ...unseen]);
  const fresh = measureSimilar(unseen);
  const misses = measureSimilar([...seenMisses, ...triedMisses, ...unseenMisses]);
  return [
    {
      what: `queries with a fitting case in the top 3, of ${corpus.length} solved`,
      value: share(all.hit, all.asked),
    },
    { what: '— as the first', value: share(all.first, all.asked) },
    { what: '— of queries never looked at', value: share(fresh.hit, fresh.asked) },
    { what: 'of all cases shown, what fits', value: share(all.fitting, all.shown) },
    { what: 'queries for which nothing fits: nothing shown', value: share(misses.silent, misses.asked) },
  ];
};

/** So many characters are kept at most of what was reported, and of what worked. */
const LONGEST = { text: 120, report: 60 };

/** As many as are weighed, of one service. */
const many = (count: number): readonly SolvedCase[] =>
  Array.from({ length: count }, (_, at) => ({
    ...(corpus[at % corpus.length] as SolvedCase),
    number: `2026${String(at).padStart(11, '0')}`,
    service: '01037',
    leaf: '990101001001001',
  }));

const timeFigure = (): Figure => {
  const candidates = many(WEIGHED);
  const queries = [...seen, ...tried, ...unseen];
  const rate = perSecond(300, (i) => {
    const { text, leaf } = queries[i % queries.length] as (typeof queries)[number];
    rankSimilar({ service: '01037', condition: 'a', text, lineage: [leaf] }, candidates, phrases);
  });
  return against(`one query of ${WEIGHED} candidates, processor time`, 1_000 / rate, {
    most: 50,
    unit: 'ms',
  });
};

/** Counts what the table says it took. */
const counting = (client: DynamoDBClient) => {
  const used = { units: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = await next(args);
      const { ConsumedCapacity: taken } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } };
      used.units += taken?.CapacityUnits ?? 0;
      return answer;
    },
    { step: 'initialize', name: 'count' },
  );
  return used;
};

const unitFigures = async (): Promise<readonly Figure[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'similar-'));
  const dynamo = await startDynamo({ dataDir });
  try {
    const client = clientOf(dynamo.url);
    await createTable(client, 'bench');
    const used = counting(client);
    const store = dynamoSolved(openTable('bench', client));
    const solved = many(WEIGHED * 3);
    const unitsOf = async (cases: readonly SolvedCase[]) => {
      used.units = 0;
      for (const each of cases) await store.save(each);
      const written = used.units / cases.length;
      used.units = 0;
      await store.ofService(cases[0]?.service ?? '', cases[0]?.leaf ?? '', WEIGHED);
      return { written, read: used.units };
    };
    const one = await unitsOf(solved);
    const longest = await unitsOf(
      solved.map((each) => ({
        ...each,
        service: '06010',
        text: '路'.repeat(LONGEST.text),
        report: '换'.repeat(LONGEST.report),
      })),
    );
    return [
      against('write units to keep one; the longest', Math.max(one.written, longest.written), {
        most: 1,
        unit: 'WRU',
      }),
      { what: `read units of a query, ${WEIGHED} of ${solved.length} read`, value: `${one.read} RRU` },
      against('— of the longest', longest.read, { most: 13, unit: 'RRU' }),
    ];
  } finally {
    await dynamo.stop();
    await rm(dataDir, { recursive: true });
  }
};
