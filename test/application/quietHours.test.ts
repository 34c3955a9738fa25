import { randomInt } from 'node:crypto';
import type { Held } from '../../shared/application/ports.ts';
import { releaseHeld } from '../../shared/application/releaseHeld.ts';
import { tellPeople } from '../../shared/application/tellPeople.ts';
import type { Notice } from '../../shared/contracts/notice.ts';
import { HELD_SHARDS } from '../../shared/contracts/table.ts';
import type { Turn } from '../../shared/contracts/turn.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { memoryHeldNotices } from '../../shared/store/memory/memoryHeldNotices.ts';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);
const NIGHT = at('2026-09-28 23:00:00');
const MORNING = at('2026-09-29 07:30:00');
const PLENTY = (): number => 50_000;

const ofCase = (more: Partial<Extract<Notice, { number: string }>> = {}): Notice => ({
  id: '202609280000001#1#0',
  kind: 'verifyTask',
  number: '202609280000001',
  at: NIGHT,
  service: '路灯异常',
  place: '建设路12号',
  text: '路灯坏了',
  photos: [],
  urgent: false,
  ...more,
});
const turn = (notice: Notice, conversation = 'web:S1'): Turn => ({
  v: 1,
  id: notice.id,
  conversation,
  correlation: 'c',
  said: { kind: 'notice', notice },
});
const entry = (seq: number, conversation = 'web:S1', more: Parameters<typeof ofCase>[0] = {}): Turn =>
  turn(ofCase({ id: `202609280000001#${seq}#0`, at: NIGHT + seq, ...more }), conversation);

class Crash extends Error {}

const office = (start = NIGHT) => {
  const clock = { now: start };
  const held = memoryHeldNotices();
  /** As the queue keeps them: by conversation, each id once. */
  const queue: Turn[] = [];
  const crashes = { next: Number.POSITIVE_INFINITY, calls: 0 };
  /** Dies before or after what it was to do. */
  const risky =
    <A>(call: (given: A) => Promise<void>) =>
    async (given: A): Promise<void> => {
      crashes.calls += 1;
      const dies = crashes.calls === crashes.next;
      if (dies && crashes.calls % 2 === 0) throw new Crash();
      await call(given);
      if (dies) throw new Crash();
    };
  const city = { city: { notices: { quiet: ['21:30', '07:30'] } } } as unknown as Knowledge;
  const send = risky(async (turns: readonly Turn[]) => {
    for (const one of turns)
      if (!queue.some(({ id, conversation }) => id === one.id && conversation === one.conversation))
        queue.push(one);
  });
  const store = { ...held, put: risky(held.put), remove: risky(held.remove) };
  const now = () => clock.now;
  const heard = (conversation = 'web:S1') =>
    queue.filter((one) => one.conversation === conversation).map(({ id }) => Number(id.split('#')[1]));
  return {
    clock,
    crashes,
    queue,
    heard,
    tell: tellPeople({ send, held: store, cities: { current: async () => city }, now }),
    release: releaseHeld({ held: store, send, now }),
    waiting: async (): Promise<readonly Held[]> =>
      (
        await Promise.all(
          Array.from({ length: HELD_SHARDS }, (_, shard) =>
            held.over(shard, Number.MAX_SAFE_INTEGER / 2 ** 10, 999),
          ),
        )
      ).flat(),
  };
};

test('at night what can wait is kept, and told when the night is over, not before', async () => {
  const { tell, release, clock, heard, waiting } = office();
  expect(await tell([entry(1)])).toEqual({ sent: 0, held: 1 });
  expect(heard()).toEqual([]);
  clock.now = MORNING - 1;
  expect(await release(PLENTY)).toEqual({ sent: 0, stopped: false });
  clock.now = MORNING;
  expect(await release(PLENTY)).toEqual({ sent: 1, stopped: false });
  expect(heard()).toEqual([1]);
  expect(await waiting()).toEqual([]);
});

test('by day everything is told at once', async () => {
  const { tell, heard } = office(at('2026-09-28 10:00:00'));
  expect(await tell([entry(1), turn(duty())])).toEqual({ sent: 2, held: 0 });
  expect(heard()).toEqual([1, Number.NaN]);
});

const duty = (): Notice => ({
  id: 'leave#a',
  kind: 'leave',
  at: NIGHT,
  side: 'standsIn',
  what: 'filed',
  name: '王秀英',
  from: '2026-09-29',
  people: [],
});

test('the urgent overtakes what waits; so does what must be done this night', async () => {
  const { tell, heard, clock, release } = office();
  await tell([
    entry(1),
    entry(2, 'web:S1', { urgent: true }),
    entry(3, 'web:S1', { due: NIGHT + 3_600_000 }),
  ]);
  expect(heard()).toEqual([2, 3]);
  clock.now = MORNING;
  await release(PLENTY);
  expect(heard()).toEqual([2, 3, 1]);
});

test('what somebody brought about themselves answers them, and never waits; others hear of it in the morning', async () => {
  const { tell, heard } = office();
  await tell([entry(1, 'web:r-1'), entry(1, 'web:S1')], new Set(['web:r-1']));
  expect([heard('web:r-1'), heard('web:S1')]).toEqual([[1], []]);
});

test('a leave waits, an account that somebody took over does not', async () => {
  const { tell, queue } = office();
  await tell([turn(duty()), turn({ id: 'moved#1', kind: 'moved', at: NIGHT, name: '王秀英' })]);
  expect(queue.map(({ id }) => id)).toEqual(['moved#1']);
});

test('what comes while the held ones are let go does not overtake them', async () => {
  const { tell, heard, clock, release } = office();
  await tell([entry(1)]);
  await tell([entry(2)]);
  clock.now = MORNING + 20_000;
  await tell([entry(3, 'web:S1', { at: clock.now })]);
  await release(PLENTY);
  expect(heard()).toEqual([1, 2]);
  clock.now = MORNING + 120_000;
  await tell([entry(4, 'web:S2', { at: clock.now })]);
  await release(PLENTY);
  expect([heard(), heard('web:S2')]).toEqual([[1, 2, 3], [4]]);
});

test('many wait: each conversation hears its own in order, and who has no time left goes on in the next run', async () => {
  const { tell, heard, clock, release, waiting } = office();
  const people = Array.from({ length: 40 }, (_, n) => `web:P${n}`);
  for (let seq = 1; seq <= 30; seq++) await tell(people.map((one) => entry(seq, one)));
  clock.now = MORNING;
  const glances = { left: 12 };
  const first = await release(() => (glances.left-- > 0 ? 50_000 : 0));
  expect(first.stopped).toBe(true);
  expect(first.sent).toBeLessThan(1_200);
  expect((await waiting()).length).toBe(1_200 - first.sent);
  const second = await release(PLENTY);
  expect([first.sent + second.sent, second.stopped]).toEqual([1_200, false]);
  for (const one of people) expect(heard(one)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
});

test('a crash anywhere loses nothing, repeats nothing, and keeps the order', async () => {
  const seed = randomInt(2 ** 31);
  for (let at = 1; at <= 16; at++) {
    const { tell, heard, clock, release, crashes, waiting } = office();
    crashes.next = at;
    const again = async (work: () => Promise<unknown>): Promise<void> => {
      for (;;)
        try {
          return void (await work());
        } catch (fault) {
          if (!(fault instanceof Crash) && !((fault as Error).cause instanceof Crash)) throw fault;
        }
    };
    for (const seq of [1, 2, 3])
      await again(() => tell([entry(seq), entry(seq, `web:S${(seed + at) % 9}x`)]));
    clock.now = MORNING;
    await again(() => release(PLENTY));
    expect([seed, at, heard()]).toEqual([seed, at, [1, 2, 3]]);
    expect(await waiting()).toEqual([]);
  }
});

test('one shard that cannot be sent is no reason to leave the others, and is a fault', async () => {
  const held = memoryHeldNotices();
  await held.put(
    ['web:A', 'web:B', 'web:C', 'web:D', 'web:E'].map((one) => ({ turn: entry(1, one), until: MORNING })),
  );
  const sent: string[] = [];
  const send = async (turns: readonly Turn[]): Promise<void> => {
    if (turns.some(({ conversation }) => conversation === 'web:A')) throw new Error('no queue');
    sent.push(...turns.map(({ conversation }) => conversation));
  };
  await expect(releaseHeld({ held, send, now: () => MORNING })(PLENTY)).rejects.toThrow(/1 of 8 shards/u);
  expect(sent.length).toBeGreaterThan(0);
});
