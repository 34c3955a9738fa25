import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { FailedMessages } from '../../../../infra/local/gateway/FailedMessages.ts';

let failed: FailedMessages | undefined;
afterEach(() => failed?.stop());

const START = 1_000_000;

/** A clock that stands where it is put, and what the engine was asked for. */
const lying = (refuses: (receipt: string) => boolean = () => false) => {
  let now = START;
  let tell = (): void => undefined;
  const asked: string[] = [];
  const complaints: string[] = [];
  const messages = new FailedMessages({
    clock: {
      now: () => now,
      onChange: (told) => {
        tell = told;
        return () => undefined;
      },
    },
    hide: async (queue, receipt, seconds) => {
      if (refuses(receipt)) throw new Error('no such receipt');
      asked.push(`${queue} ${receipt} ${seconds}`);
    },
    complain: (what) => complaints.push(what),
  });
  failed = messages;
  const set = (at: number): void => {
    now = at;
    tell();
  };
  return { messages, asked, complaints, set };
};

describe('messages a function failed', () => {
  test('are hidden until the clock has come to their time, and then shown', async () => {
    const { messages, asked, set } = lying();
    await messages.add('q', ['a', 'b'], START + 60_000);
    expect([asked, messages.count('q')]).toEqual([['q a 43200', 'q b 43200'], 2]);
    set(START + 59_999);
    await messages.showDue();
    expect([asked.length, messages.count('q')]).toEqual([2, 2]);
    set(START + 60_000);
    await messages.showDue();
    expect([asked.slice(2), messages.count('q')]).toEqual([['q a 0', 'q b 0'], 0]);
  });

  test('are shown by a running clock with nobody asking', async () => {
    const asked: string[] = [];
    failed = new FailedMessages({
      clock: { now: Date.now, onChange: () => () => undefined },
      hide: async (_, receipt, seconds) => void asked.push(`${receipt} ${seconds}`),
      complain: () => undefined,
    });
    await failed.add('q', ['a'], Date.now() + 30);
    while (asked.length < 2) await sleep(5);
    expect(asked).toEqual(['a 43200', 'a 0']);
  });

  test('say when they are shown, in order, one for each', async () => {
    const { messages } = lying();
    await messages.add('q', ['a', 'b'], START + 20);
    await messages.add('r', ['c'], START + 10);
    expect(messages.dueBetween(START, START + 20)).toEqual([START + 10, START + 20, START + 20]);
    expect(messages.dueBetween(START + 10, START + 19)).toEqual([]);
  });

  test('of a queue that was emptied are forgotten, those of others are not', async () => {
    const { messages } = lying();
    await messages.add('q', ['a'], START + 1);
    await messages.add('r', ['b'], START + 1);
    messages.drop('q');
    expect([messages.count('q'), messages.count('r')]).toEqual([0, 1]);
  });

  test('that cannot be hidden are left to their queue, and one that is gone holds up no other', async () => {
    const gone = new Set(['a']);
    const { messages, asked, complaints, set } = lying((receipt) => gone.has(receipt));
    await messages.add('q', ['a', 'b', 'c'], START + 1);
    expect(messages.count('q')).toBe(2);
    gone.add('b');
    set(START + 1);
    await messages.showDue();
    expect([messages.count('q'), asked.at(-1), complaints.length]).toEqual([0, 'q c 0', 2]);
  });
});
