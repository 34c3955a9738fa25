import { loadavg } from 'node:os';
import { settingsOfFunction } from '../infra/functions.ts';
import { settingsOf } from '../infra/stage.ts';
import type { Due } from '../shared/application/ports.ts';
import { SWEEP_AHEAD } from '../shared/application/SWEEP_AHEAD.ts';
import { type BareCloud, type Taken, withBareCloud } from './bareCloud.ts';
import type { Figure } from './Figure.ts';
import { type Clockwork, latenessOf } from './lateness.ts';
import { loadDue } from './loadDue.ts';
import { instantCost, openCases, type TickCost, tickCost } from './tickCost.ts';
import { timerBill } from './timerBill.ts';
import { unitsOfRing } from './unitsOfRing.ts';
import { randomFrom } from './voronoi.ts';

/** A city of 20 million: so many cases are open, and so many of them fall due when the offices open. */
const OPEN = 1_000_000;
const PEAK = 66_000;
const MINUTE = 60_000;
const DAY = 86_400_000;
const NINE = Date.parse('2026-09-28T09:00:00+08:00');
/** The first of four sweeps; the third finds the peak. */
const FIRST = NINE - 3.5 * MINUTE;
/** Longest that loading may take: what is there by then is measured. */
const LOADING = 9 * MINUTE;
const TICKED = 320;
/** Seconds one call takes between a function and its services, by what AWS is known for. */
const AWS = { send: 0.01, tick: 0.004 + 0.018 };

/** The clocks of a big city: the sweep of the minute with the peak, what a deadline costs, and how late it comes. */
export const run = async (): Promise<readonly Figure[]> => {
  const measured = await withBareCloud(FIRST, async (cloud) => {
    const cases = await openCases(cloud, TICKED);
    const [like] = cases;
    if (!like) throw new Error('no case');
    const instant = await instantCost(cloud, like);
    const tick = await tickCost(cloud, cases);
    const began = performance.now();
    const loaded = await loadDue(cloud, like, deadlines(), LOADING);
    const loading = (performance.now() - began) / 1000;
    return { instant, tick, loaded, loading, ...(await sweeps(cloud)) };
  });
  const { instant, tick, loaded, loading, ordinary, peak, after } = measured;
  const follows = await unitsOfRing();
  return [
    {
      what: `open cases with deadlines over a day, ${text(PEAK)} of them at 09:00; written in (load of the machine)`,
      value: `${text(loaded)}; ${loading.toFixed(0)} s (${loadavg()[0]?.toFixed(1)})`,
    },
    swept('sweep of a minute like any other', ordinary),
    swept('sweep of the minute with the peak', peak),
    swept('the sweep after it, while all of them still wait', after),
    {
      what: 'the sweep of the peak on AWS: seconds, by its processor and by its calls',
      value: `${onAws(peak).byProcessor.toFixed(1)}, ${onAws(peak).byCalls.toFixed(1)} (of ${settingsOfFunction('sweepDue').timeout})`,
    },
    ...ticked(tick, follows),
    {
      what: 'write units of a due instant, beside the write of the case: set, moved, taken out',
      value: `${instant.set}, ${instant.move}, ${instant.remove}`,
    },
    ...lateness(tick, follows, PEAK / onAws(peak).seconds),
    ...timerBill({
      instant,
      tick,
      // Two sweeps at most look so far ahead that they see the same one.
      readsOfDue: (2 * (peak.reads - ordinary.reads)) / peak.messages,
      readsAtRest: ordinary.reads,
      secondsAtRest: onAws(ordinary).seconds,
      processorOfDue: peak.processor / peak.messages,
    }),
  ];
};

/** The peak first, then the others over the day that begins before it. */
const deadlines = (): readonly Due[] => {
  const random = randomFrom(1);
  return Array.from({ length: OPEN }, (_, i) => ({
    number: `20260927${String(i).padStart(7, '0')}`,
    due: i < PEAK ? NINE : FIRST + Math.floor(DAY * random()),
  }));
};

interface SweepTaken extends Taken {
  readonly queries: number;
  readonly reads: number;
  readonly requests: number;
  readonly messages: number;
}

const sweeps = async ({ gateway, start }: BareCloud) => {
  const sweep = start('sweepDue');
  const at = async (now: number): Promise<SweepTaken> => {
    gateway.meter.reset();
    const taken = await sweep.call(now);
    const { calls, dynamodb, sqs } = gateway.meter.read();
    return {
      ...taken,
      queries: calls['dynamodb.Query'] ?? 0,
      reads: dynamodb.readUnits,
      requests: calls['sqs.SendMessageBatch'] ?? calls['sqs.SendMessage'] ?? 0,
      messages: sqs.messagesSent,
    };
  };
  // The first opens its connections.
  await at(FIRST);
  const ordinary = await at(FIRST + MINUTE);
  const peak = await at(FIRST + 2 * MINUTE);
  const after = await at(FIRST + 3 * MINUTE);
  sweep.end();
  return { ordinary, peak, after };
};

const swept = (what: string, taken: SweepTaken): Figure => ({
  what: `${what}: ticks; Query, read units, SendMessageBatch; seconds, of a processor; memory`,
  value: `${text(taken.messages)}; ${taken.queries}, ${taken.reads.toFixed(0)}, ${text(taken.requests)}; ${taken.seconds.toFixed(1)}, ${taken.processor.toFixed(1)}; ${taken.megabytes.toFixed(0)} MB`,
});

/** One thread does the work of all shards; their calls wait side by side. */
const onAws = ({ processor, requests, queries }: SweepTaken) => {
  const byProcessor = (processor * 1769) / Math.min(1769, settingsOfFunction('sweepDue').memory);
  const byCalls = ((requests + queries) / 32) * AWS.send;
  return { byProcessor, byCalls, seconds: Math.max(byProcessor, byCalls) };
};

const ticked = (tick: TickCost, follows: number): readonly Figure[] => [
  {
    what: 'a tick that rings: write units, read units; all that follows from it, write units; one too many: units',
    value: `${tick.ring.writes.toFixed(1)}, ${tick.ring.reads.toFixed(1)}; ${follows.toFixed(1)}; ${(tick.idle.writes + tick.idle.reads).toFixed(1)}`,
  },
  {
    what: 'ten of them in one batch: seconds here, of a processor; on AWS (by those and its calls)',
    value: `${tick.seconds.toFixed(3)}, ${tick.processor.toFixed(3)}; ${takes(tick).toFixed(3)}`,
  },
];

const takes = ({ processor }: TickCost): number =>
  (processor * 1769) / settingsOfFunction('tickCase').memory + AWS.tick;

const lateness = (tick: TickCost, follows: number, sends: number): readonly Figure[] => {
  const { queueConcurrency, warm } = settingsOf('prod');
  const work: Clockwork = {
    jitter: 59,
    ahead: SWEEP_AHEAD / 1000,
    sends,
    shows: 1,
    concurrency: queueConcurrency.ticks,
    batch: 10,
    takes: takes(tick),
    units: warm.writes,
    unitsOfTick: follows,
  };
  const hour = 3600;
  const random = randomFrom(2);
  // From when the sweeps are under way.
  const even = Array.from({ length: Math.round(OPEN / 24) }, () => 300 + hour * random()).sort(
    (a, b) => a - b,
  );
  const peak = new Array<number>(PEAK).fill(600);
  const asked = (concurrency: number): string =>
    text(Math.round(((concurrency * work.batch) / work.takes) * follows));
  const rows: readonly (readonly [string, readonly number[], Clockwork])[] = [
    ['deadlines spread over the day', even, work],
    ['the same, every tenth sweep lost', even, { ...work, lost: new Set([9, 19, 29, 39, 49, 59]) }],
    [`${text(PEAK)} at one instant, ${work.concurrency} batches at once`, peak, work],
    ['the same, 50 batches at once, which others wait for', peak, { ...work, concurrency: 50 }],
    [
      'the same, four times as many batches and as warm a table',
      peak,
      { ...work, concurrency: 4 * work.concurrency, units: 4 * work.units },
    ],
  ];
  const demand: Figure = {
    what: `write units a second asked of the table (${text(warm.writes)} warm) by ${work.concurrency} batches at once, by 50`,
    value: `${asked(work.concurrency)}, ${asked(50)}`,
  };
  const simulated = rows.map(([what, dues, each]): Figure => {
    const late = latenessOf(dues, each);
    const of = (share: number): string => (late[Math.floor((late.length - 1) * share)] ?? 0).toFixed(1);
    return {
      what: `lateness, simulated: ${what}: p50, p99, most`,
      value: `${of(0.5)}, ${of(0.99)}, ${of(1)} s`,
    };
  });
  return [demand, ...simulated];
};

const text = (count: number): string => count.toLocaleString('en');
