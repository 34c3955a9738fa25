import { join } from 'node:path';
import { newClockCell, writeClock } from '../../../../infra/local/compute/clockCell.ts';
import {
  FunctionPool,
  type Invocation,
  type Runnable,
} from '../../../../infra/local/compute/FunctionPool.ts';

const bundle = (name: string) => join(import.meta.dirname, 'functions', name);

const runnable: Runnable = {
  name: 'probe',
  arn: 'arn:aws:lambda:r:0:function:probe',
  bundle: bundle('probe.mjs'),
  handler: 'handler',
  environment: { STAGE: 'local' },
  timeLimit: 500,
  memory: 128,
  most: 2,
};

const lines: string[] = [];
const invocations: Invocation[] = [];
const clock = newClockCell();
const open = (over: Partial<Runnable> = {}): FunctionPool => {
  const pool = new FunctionPool({ ...runnable, ...over }, clock, {
    line: (_name, line) => lines.push(line),
    invoked: (invocation) => invocations.push(invocation),
  });
  pools.push(pool);
  return pool;
};
const pools: FunctionPool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.stop();
});

const look = async (pool: FunctionPool) => {
  const outcome = await pool.invoke({ do: 'look' });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.payload as Record<'calls' | 'now' | 'remaining' | 'loadedAt' | 'environment', never>;
};

describe('a function', () => {
  test('has its own variables and no others', async () => {
    expect((await look(open())).environment).toEqual(['STAGE']);
  });

  test('is loaded once and used again', async () => {
    const pool = open();
    expect((await look(pool)).calls).toBe(1);
    expect((await look(pool)).calls).toBe(2);
  });

  test('sees the local clock, from before its bundle is loaded, frozen or moved', async () => {
    writeClock(clock, { frozen: true, at: Date.parse('2026-09-28T02:00:00Z') });
    const pool = open();
    const frozen = await look(pool);
    expect(frozen).toMatchObject({
      loadedAt: '2026-09-28T02:00:00.000Z',
      fresh: '2026-09-28T02:00:00.000Z',
      given: '1970-01-01T00:00:00.000Z',
      isDate: true,
      text: 'string',
    });
    writeClock(clock, { frozen: false, offset: 3_600_000 });
    expect(Math.abs((await look(pool)).now - Date.now() - 3_600_000)).toBeLessThan(5_000);
    writeClock(clock, { frozen: false, offset: 0 });
  });

  test('knows how long it still has', async () => {
    const { remaining } = await look(open());
    expect(remaining).toBeGreaterThan(0);
    expect(remaining).toBeLessThanOrEqual(500);
  });

  test('answers with what it throws, and goes on', async () => {
    const pool = open();
    expect(await pool.invoke({ do: 'throw' })).toMatchObject({
      ok: false,
      error: { errorType: 'TypeError', errorMessage: 'no' },
    });
    expect((await look(pool)).calls).toBe(2);
  });

  test.each(['hang', 'spin'])(
    'that takes too long (%s) is ended, and a fresh one serves the next event',
    async (how) => {
      const pool = open();
      await look(pool);
      expect(await pool.invoke({ do: how })).toMatchObject({
        ok: false,
        error: {
          errorType: 'Sandbox.Timedout',
          errorMessage: expect.stringContaining('Task timed out after 0.50 seconds'),
        },
      });
      expect((await look(pool)).calls).toBe(1);
    },
  );

  test.each(['exit', 'crash'])(
    'that ends itself (%s) fails, and a fresh one serves the next event',
    async (how) => {
      const pool = open();
      expect(await pool.invoke({ do: how })).toMatchObject({ ok: false });
      expect((await look(pool)).calls).toBe(1);
    },
  );

  test('that cannot be loaded fails with the reason', async () => {
    const pool = open({ bundle: bundle('broken.mjs') });
    expect(await pool.invoke({})).toMatchObject({ ok: false, error: { errorMessage: 'bad bundle' } });
  });

  test('without the handler named fails with the reason', async () => {
    const pool = open({ handler: 'missing' });
    const outcome = await pool.invoke({});
    expect(outcome).toMatchObject({
      ok: false,
      error: { errorMessage: expect.stringContaining('no function missing') },
    });
  });

  test('runs in as many instances as allowed, and the rest wait', async () => {
    const pool = open();
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => pool.invoke({ do: 'wait', ms: 300 })));
    const calls = outcomes.map((each) => (each.ok ? each.payload : undefined));
    expect(calls.filter((call) => call === 1)).toHaveLength(2);
    expect(outcomes.every((each) => each.ok)).toBe(true);
  });

  test('has its lines read, and its invocations counted', async () => {
    const pool = open();
    await pool.invoke({ do: 'log' });
    expect(lines).toContain('{"level":"INFO","message":"hello"}');
    expect(invocations.at(-1)).toMatchObject({ name: 'probe', ok: true, memory: 128 });
  });
});
