import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { HeldMessages } from '../../../../infra/local/gateway/HeldMessages.ts';
import type { LocalClock } from '../../../../infra/local/gateway/types.ts';

const REAL: LocalClock = { now: Date.now, onChange: () => () => undefined };

let held: HeldMessages | undefined;
afterEach(() => held?.stop());

const hold = (
  clock: LocalClock,
  release: (body: unknown) => Promise<void>,
  complain: (what: string) => void = () => undefined,
) => {
  held = new HeldMessages({
    file: ':memory:',
    clock,
    release: (_, message) => release(message.MessageBody),
    complain,
  });
  return held;
};

const waitUntil = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await sleep(5);
};

test('in real time a message is released when its time comes, with nobody asking', async () => {
  const released: unknown[] = [];
  const messages = hold(REAL, async (body) => void released.push(body));
  messages.hold('q', Date.now() + 80, { MessageBody: 'second' });
  messages.hold('q', Date.now() + 20, { MessageBody: 'first' });
  expect(messages.count('q')).toBe(2);
  await waitUntil(() => released.length === 2);
  expect(released).toEqual(['first', 'second']);
  await waitUntil(() => messages.count('q') === 0);
});

test('a message counts as held until it is in its queue', async () => {
  const counts: number[] = [];
  const messages = hold(REAL, async () => void counts.push(messages.count('q')));
  messages.hold('q', 0, { MessageBody: 'a' });
  messages.hold('q', 0, { MessageBody: 'b' });
  await messages.releaseDue();
  expect([...counts, messages.count('q')]).toEqual([2, 1, 0]);
});

test('a release asked for while another is under way takes what fell due in between', async () => {
  let now = 0;
  const released: unknown[] = [];
  const messages = hold({ now: () => now, onChange: () => () => undefined }, async (body) => {
    await sleep(5);
    released.push(body);
  });
  messages.hold('q', 0, { MessageBody: 'a' });
  messages.hold('q', 10, { MessageBody: 'b' });
  const first = messages.releaseDue();
  now = 10;
  await messages.releaseDue();
  expect(released).toEqual(['a', 'b']);
  await first;
});

test('a message its queue does not take is complained of, kept, and tried again', async () => {
  const complaints: string[] = [];
  let refuse = true;
  const released: unknown[] = [];
  const release = async (body: unknown): Promise<void> => {
    if (refuse) throw new Error('full');
    released.push(body);
  };
  const messages = hold(REAL, release, (what) => void complaints.push(what));
  messages.hold('q', 0, { MessageBody: 'a' });
  await messages.releaseDue();
  expect(complaints).toEqual([expect.stringContaining('full')]);
  expect(messages.count('q')).toBe(1);
  refuse = false;
  await messages.releaseDue();
  expect(released).toEqual(['a']);
});
