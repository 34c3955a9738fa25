import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Item } from '../../../infra/local/dynamo/attributeValue.ts';
import { type Answer, type Call, callOver } from './callOver.ts';
import { N, recordsOf, S, TABLE } from './case.ts';

/** Killed without warning while writing, again and again: what was acknowledged is there, and nothing is half there. */
const KILLS = 12;
const WRITERS = 6;
const NAME = 'killed';

interface Running {
  readonly child: ChildProcess;
  readonly call: Call;
}

async function start(dataDir: string): Promise<Running> {
  const script = fileURLToPath(new URL('./dynamoProcess.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('No output to read the port from');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, call: callOver(`http://127.0.0.1:${line}`) };
}

/** One writer has one case: each transaction writes the snapshot, the next entry and a neighbour's mark, or none of them. */
interface Writer {
  readonly pk: string;
  acknowledged: number;
  /** Also begun, its answer never seen. */
  begun: number;
}

function commit({ pk }: Writer, version: number): object {
  const snapshot = {
    pk: S(pk),
    sk: S('S'),
    version: N(version),
    dueShard: S('7'),
    dueAt: S(String(version).padStart(6, '0')),
  };
  const condition =
    version === 1
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :v', ExpressionAttributeValues: { ':v': N(version - 1) } };
  const entry = { pk: S(pk), sk: S(`E#${String(version).padStart(6, '0')}`), body: S('路灯'.repeat(50)) };
  return {
    TransactItems: [
      { Put: { TableName: NAME, Item: snapshot, ...condition } },
      { Put: { TableName: NAME, Item: entry, ConditionExpression: 'attribute_not_exists(pk)' } },
      {
        Update: {
          TableName: NAME,
          Key: { pk: S(`${pk}-mark`), sk: S('M') },
          UpdateExpression: 'SET seen = :v',
          ExpressionAttributeValues: { ':v': N(version) },
        },
      },
    ],
    ClientRequestToken: `${pk}-${version}`,
  };
}

/** Until the server is gone. */
async function write(writer: Writer, call: Call): Promise<void> {
  for (;;) {
    writer.begun = writer.acknowledged + 1;
    let answer: Answer;
    try {
      answer = await call('TransactWriteItems', commit(writer, writer.begun));
    } catch {
      return;
    }
    if (answer.refused) throw new Error(`Refused: ${JSON.stringify(answer)}`);
    writer.acknowledged = writer.begun;
  }
}

async function allItems(call: Call, more: object = {}): Promise<Item[]> {
  const items: Item[] = [];
  let from: unknown;
  do {
    const page = await call('Scan', {
      TableName: NAME,
      ...more,
      ...(from ? { ExclusiveStartKey: from } : {}),
    });
    items.push(...(page.Items as Item[]));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

const nameOf = ({ pk, sk }: Item) => `${pk?.S}/${sk?.S}`;
const byName = (items: readonly Item[]) => Object.fromEntries(items.map((item) => [nameOf(item), item]));

/** The table as its stream tells it, every record beginning where the one before ended. */
function replayed(records: readonly Answer[]): Record<string, Item> {
  const items = new Map<string, Item>();
  for (const { Keys, NewImage, OldImage } of records) {
    const name = nameOf(Keys as Item);
    if (JSON.stringify(items.get(name)) !== JSON.stringify(OldImage))
      throw new Error(`A record is missing before ${name}`);
    if (NewImage) items.set(name, NewImage as Item);
    else items.delete(name);
  }
  return Object.fromEntries(items);
}

async function check(writers: readonly Writer[], call: Call): Promise<void> {
  const items = await allItems(call);
  const table = byName(items);
  for (const writer of writers) {
    const version = Number(table[`${writer.pk}/S`]?.version?.N ?? 0);
    const entries = items.filter(({ pk, sk }) => pk?.S === writer.pk && sk?.S?.startsWith('E#'));
    const seen = Number(table[`${writer.pk}-mark/M`]?.seen?.N ?? 0);
    expect([writer.acknowledged, writer.begun]).toContain(version);
    expect({ entries: entries.length, seen }).toEqual({ entries: version, seen: version });
    // What was begun and is there counts as done; its token makes it be done once.
    writer.acknowledged = version;
  }
  const due = (await allItems(call, { IndexName: 'due' })).map(({ pk, dueAt }) => [pk?.S, Number(dueAt?.S)]);
  const snapshots = items
    .filter(({ sk }) => sk?.S === 'S')
    .map(({ pk, version }) => [pk?.S, Number(version?.N)]);
  expect(due.sort()).toEqual(snapshots.sort());
  expect(replayed(await recordsOf(NAME, call))).toEqual(table);
}

let dataDir: string;
let running: Running;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dynamo-killed-'));
  running = await start(dataDir);
});
afterEach(async () => {
  running.child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

test(`${KILLS} kills lose nothing that was acknowledged and leave nothing half done`, async () => {
  const writers: Writer[] = Array.from({ length: WRITERS }, (_, at) => ({
    pk: `case${at}`,
    acknowledged: 0,
    begun: 0,
  }));
  await running.call('CreateTable', { ...TABLE, TableName: NAME });
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { child, call } = running;
    const writing = writers.map((writer) => write(writer, call));
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 300));
    child.kill('SIGKILL');
    await Promise.all(writing);
    running = await start(dataDir);
    await check(writers, running.call);
  }
  const done = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  process.stdout.write(`\n${done} transactions acknowledged over ${KILLS} kills, all found.\n`);
  expect(done).toBeGreaterThan(KILLS);
}, 240_000);
