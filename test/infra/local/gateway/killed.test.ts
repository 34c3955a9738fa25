import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { HeldMessages } from '../../../../infra/local/gateway/HeldMessages.ts';
import { ObjectEngine } from '../../../../infra/local/gateway/ObjectEngine.ts';
import { killedQueue } from './killedQueue.ts';

test('a kill loses nothing that was acknowledged, and keeps the order of a group', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'killed-'));
  const child = spawnSync(process.execPath, [join(import.meta.dirname, 'sendAndDie.ts'), dataDir], {
    encoding: 'utf8',
  });
  expect([child.signal, child.stderr]).toEqual(['SIGKILL', expect.not.stringContaining('Error')]);

  const engine = await ObjectEngine.start(dataDir);
  await engine.makeQueue(killedQueue);
  const received: string[] = [];
  for (let n = 0; n < 50; n += 1) {
    const QueueUrl = killedQueue.url;
    const { Messages = [] } = await engine.sqs('ReceiveMessage', { QueueUrl });
    for (const { Body, ReceiptHandle } of Messages as { Body: string; ReceiptHandle: string }[]) {
      received.push(Body);
      await engine.sqs('DeleteMessage', { QueueUrl, ReceiptHandle });
    }
  }
  expect(received).toEqual(Array.from({ length: 50 }, (_, n) => `m${n}`));
  await engine.stop();

  const released: unknown[] = [];
  const held = new HeldMessages({
    file: join(dataDir, 'held.sqlite'),
    clock: { now: () => 100, onChange: () => () => undefined },
    release: async (_, { MessageBody }) => void released.push(MessageBody),
    complain: () => undefined,
  });
  await held.releaseDue();
  expect(released).toEqual(Array.from({ length: 50 }, (_, n) => `h${n}`));
  await held.stop();
  rmSync(dataDir, { recursive: true });
});
