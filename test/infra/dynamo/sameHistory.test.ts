import fc from 'fast-check';
import type { Item } from '../../../infra/local/dynamo/attributeValue.ts';
import type { Answer, Call } from './callOver.ts';
import { key, recordsOf, TABLE } from './case.ts';
import { type EngineUnderTest, startBoth } from './engineUnderTest.ts';

/** Random histories on few items: the engines agree on every answer, on the table, its index and its stream; and the layer with itself. */
interface Request {
  readonly operation: string;
  readonly input: object;
}

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const keys = fc.record({ pk: pick('p', 'q'), sk: pick('1', '2', '3') }).map(({ pk, sk }) => key(pk, sk));
const number = fc.integer({ min: -3, max: 3 }).map((value) => ({ N: String(value) }));
const attributes = fc.record(
  {
    v: number,
    s: pick({ SS: ['a'] }, { SS: ['a', 'b'] }),
    l: pick({ L: [] }, { L: [{ S: 'x' }, { S: '路' }] }),
    dueShard: pick({ S: '1' }, { S: '2' }),
    dueAt: pick({ S: '2026-01-01' }, { S: '2026-01-02' }),
    rank: number,
    title: pick({ S: 't' }, { S: '路灯' }),
  },
  { requiredKeys: [] },
);

const condition = pick(
  undefined,
  { ConditionExpression: 'attribute_not_exists(pk)' },
  { ConditionExpression: 'attribute_exists(v) OR attribute_exists(dueAt)' },
  { ConditionExpression: 'v >= :zero', values: { ':zero': { N: '0' } } },
  {
    ConditionExpression: 'size(l) > :one OR contains(s, :b)',
    values: { ':one': { N: '1' }, ':b': { S: 'b' } },
  },
);
const change = pick(
  { UpdateExpression: 'SET v = if_not_exists(v, :o) + :o', values: { ':o': { N: '1' } } },
  { UpdateExpression: 'ADD v :n', values: { ':n': { N: '-1' } } },
  {
    UpdateExpression: 'SET dueShard = :s, dueAt = :d',
    values: { ':s': { S: '1' }, ':d': { S: '2026-01-03' } },
  },
  { UpdateExpression: 'REMOVE dueAt', values: {} },
  { UpdateExpression: 'ADD s :m', values: { ':m': { SS: ['c', 'a'] } } },
  { UpdateExpression: 'DELETE s :m', values: { ':m': { SS: ['a', 'b'] } } },
  {
    UpdateExpression: 'SET l = list_append(if_not_exists(l, :e), :x) REMOVE title',
    values: { ':e': { L: [] }, ':x': { L: [{ S: 'y' }] } },
  },
  { UpdateExpression: 'SET v = v', values: {} },
);

type Conditional = { ConditionExpression: string; values?: object } | undefined;
const conditional = (part: Conditional, own: object = {}) => {
  const values = { ...own, ...part?.values };
  return {
    ...(part && {
      ConditionExpression: part.ConditionExpression,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
};

const put = fc
  .tuple(keys, attributes, condition)
  .map(([own, more, part]) => ({ Item: { ...own, ...more }, ...conditional(part) }));
const update = fc.tuple(keys, change, condition).map(([Key, { UpdateExpression, values }, part]) => ({
  Key,
  UpdateExpression,
  ...conditional(part, values),
}));
const remove = fc.tuple(keys, condition).map(([Key, part]) => ({ Key, ...conditional(part) }));
const check = fc
  .tuple(
    keys,
    condition.filter((part) => part !== undefined),
  )
  .map(([Key, part]) => ({ Key, ...conditional(part) }));
/** In a transaction, an update must not fail by itself: there Local answers otherwise than AWS. */
const safe = update.filter(({ UpdateExpression }) => UpdateExpression !== 'SET v = v');
const action = fc.oneof(
  put.map((Put) => ({ Put })),
  safe.map((Update) => ({ Update })),
  remove.map((Delete) => ({ Delete })),
  check.map((ConditionCheck) => ({ ConditionCheck })),
);
const targetOf = (one: object) => {
  const [{ Key, Item: item }] = Object.values(one) as [{ Key?: Item; Item?: Item }];
  return JSON.stringify([(Key ?? item)?.pk, (Key ?? item)?.sk]);
};
const transaction = fc.uniqueArray(action, { minLength: 1, maxLength: 4, selector: targetOf });

const request: fc.Arbitrary<Request> = fc.oneof(
  put.map((input) => ({ operation: 'PutItem', input: { ...input, ReturnValues: 'ALL_OLD' } })),
  update.map((input) => ({ operation: 'UpdateItem', input: { ...input, ReturnValues: 'ALL_NEW' } })),
  remove.map((input) => ({ operation: 'DeleteItem', input })),
  transaction.map((TransactItems) => ({ operation: 'TransactWriteItems', input: { TransactItems } })),
);

interface Outcome {
  readonly answers: Answer[];
  readonly table: Item[];
  readonly due: Item[];
  readonly records: Answer[];
}

async function play(requests: readonly Request[], table: string, call: Call): Promise<Outcome> {
  await call('CreateTable', { ...TABLE, TableName: table });
  const answers: Answer[] = [];
  for (const { operation, input } of requests) {
    const answer = await call(operation, withTable(input, table));
    // What is charged is compared in the conformance suite, where Local is right.
    const { ConsumedCapacity: _, ...rest } = answer;
    answers.push(rest);
  }
  const items = async (more: object) => {
    const { Items: found } = await call('Scan', { TableName: table, ...more });
    return (found as Item[]).toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  };
  return {
    answers,
    table: await items({}),
    due: await items({ IndexName: 'due' }),
    records: await recordsOf(table, call),
  };
}

function withTable(input: object, table: string): object {
  if (!('TransactItems' in input)) return { TableName: table, ...input };
  const items = (input.TransactItems as Record<string, object>[]).map((one) =>
    Object.fromEntries(Object.entries(one).map(([name, part]) => [name, { TableName: table, ...part }])),
  );
  return { TransactItems: items };
}

const textOf = ({ pk, sk }: Item) => `${pk?.S}/${sk?.S}`;

/** The table, as its stream tells it. */
function replayed(records: readonly Answer[]): Item[] {
  const items = new Map<string, Item>();
  for (const { Keys, NewImage, OldImage } of records) {
    const name = textOf(Keys as Item);
    expect(items.get(name)).toEqual(OldImage);
    if (NewImage) items.set(name, NewImage as Item);
    else items.delete(name);
  }
  return [...items.values()].toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

function indexed(items: readonly Item[]): object[] {
  return items
    .filter(({ dueShard, dueAt }) => dueShard && dueAt)
    .map(({ pk, sk, dueShard, dueAt }) => ({ pk, sk, dueShard, dueAt }));
}

let engines: EngineUnderTest[] = [];
let tablesMade = 0;
beforeAll(async () => {
  engines = await startBoth();
});
afterAll(async () => {
  for (const engine of engines) await engine.stop();
});

test('any history leads to the same answers, table, index and stream on both engines', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 25 }), async (requests) => {
      tablesMade += 1;
      const outcomes = [];
      for (const engine of engines) outcomes.push(await play(requests, `TABLE${tablesMade}`, engine.call));
      const [ours, ...others] = outcomes;
      if (ours === undefined) throw new Error('No engine');
      for (const other of others) expect(ours).toEqual(other);
      expect(replayed(ours.records)).toEqual(ours.table);
      expect(indexed(ours.table)).toEqual(ours.due);
    }),
    { numRuns: 120 },
  );
}, 240_000);
