import { type Case, play } from './case.ts';
import { capacity } from './cases/capacity.ts';
import { conditions } from './cases/conditions.ts';
import { indexes } from './cases/indexes.ts';
import { limits } from './cases/limits.ts';
import { queries } from './cases/queries.ts';
import { streams } from './cases/streams.ts';
import { tables } from './cases/tables.ts';
import { tokens } from './cases/tokens.ts';
import { transactions } from './cases/transactions.ts';
import { updates } from './cases/updates.ts';
import { writes } from './cases/writes.ts';
import { type EngineUnderTest, startBoth } from './engineUnderTest.ts';

/** Every case has one written answer, and both engines must give it: our layer, and AWS's DynamoDB Local where Java is found. */
const suites: Record<string, readonly Case[]> = {
  conditions,
  updates,
  writes,
  limits,
  transactions,
  tokens,
  queries,
  indexes,
  streams,
  capacity,
  tables,
};

let engines: EngineUnderTest[] = [];
let tablesMade = 0;

beforeAll(async () => {
  engines = await startBoth();
});
afterAll(async () => {
  for (const engine of engines) await engine.stop();
});

describe.each(Object.entries(suites))('%s', (_suite, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    for (const engine of engines) {
      if (engine.name === 'oracle' && one.notLocal !== undefined) continue;
      tablesMade += 1;
      const { answers, expected } = await play(one, `TABLE${tablesMade}`, engine.call);
      expect({ engine: engine.name, answers }).toEqual({ engine: engine.name, answers: expected });
    }
  });
});
