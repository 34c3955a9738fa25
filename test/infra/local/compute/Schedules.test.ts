import { rateOf, Schedules } from '../../../../infra/local/compute/Schedules.ts';
import type { LocalSchedule } from '../../../../infra/local/template/LocalSchedule.ts';

const schedule: LocalSchedule = {
  path: 'stack/each',
  name: 'each',
  arn: 'arn:rule',
  expression: 'rate(1 minute)',
  timezone: 'UTC',
  enabled: true,
  targetArn: 'arn:function',
  functionName: 'sweep',
  service: 'events',
};

const open = (now: () => number, ...overs: readonly Partial<LocalSchedule>[]) => {
  const events: unknown[] = [];
  const called: string[] = [];
  const complaints: string[] = [];
  const schedules = new Schedules({
    schedules: (overs.length > 0 ? overs : [{}]).map((over) => ({ ...schedule, ...over })),
    region: 'r',
    now,
    runtime: {
      invoke: async (name, event) => {
        called.push(name);
        events.push(event);
        return { ok: true, payload: null };
      },
    },
    complain: (what) => complaints.push(what),
  });
  return { schedules, events, called, complaints };
};
const settle = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('schedules', () => {
  test.each([
    ['rate(1 minute)', 60_000],
    ['rate(5 minutes)', 300_000],
    ['rate(2 hours)', 7_200_000],
    ['cron(0 8 * * ? *)', undefined],
  ])('%s is %s ms', (expression, ms) => {
    expect(rateOf(expression)).toBe(ms);
  });

  test('a rule with two targets calls both, each once a minute', async () => {
    let now = 59_000;
    const { schedules, called } = open(() => now, { functionName: 'sweep' }, { functionName: 'watch' });
    schedules.start();
    now = 60_500;
    await settle(600);
    schedules.stop();
    expect(called).toEqual(['sweep', 'watch']);
  });

  test('fire when the local clock comes to the next minute, once', async () => {
    let now = 59_000;
    const { schedules, events } = open(() => now);
    schedules.start();
    await settle(300);
    expect(events).toHaveLength(0);
    now = 60_500;
    await settle(600);
    schedules.stop();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      resources: ['arn:rule'],
    });
  });

  test('keep still while somebody moves the clock, and can be fired by hand', async () => {
    let now = 0;
    const { schedules, events } = open(() => now);
    schedules.start();
    schedules.hold();
    now = 600_000;
    await settle(300);
    expect(events).toHaveLength(0);
    await schedules.fire();
    schedules.release();
    await settle(300);
    schedules.stop();
    expect(events).toHaveLength(1);
  });

  test('give a constant input as it is', async () => {
    const { schedules, events } = open(() => 0, { input: '{"a":1}' });
    await schedules.fire();
    expect(events).toEqual([{ a: 1 }]);
  });

  test('say what they cannot play', () => {
    const { schedules, complaints } = open(() => 0, { expression: 'cron(0 8 * * ? *)' });
    schedules.start();
    schedules.stop();
    expect(complaints).toEqual(['schedule each (cron(0 8 * * ? *)) is not played here']);
  });
});
