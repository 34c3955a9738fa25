import { join } from 'node:path';
import { HeldMessages } from '../../../../infra/local/gateway/HeldMessages.ts';
import { ObjectEngine } from '../../../../infra/local/gateway/ObjectEngine.ts';
import { killedQueue } from './killedQueue.ts';

/** Run by itself: sends to a queue, holds some back, receives one, and is killed in the middle of it. */
const [dataDir = ''] = process.argv.slice(2);
const engine = await ObjectEngine.start(dataDir);
await engine.makeQueue(killedQueue);
const clock = { now: () => 0, onChange: () => () => undefined };
const held = new HeldMessages({
  file: join(dataDir, 'held.sqlite'),
  clock,
  release: async () => undefined,
  complain: () => undefined,
});
for (let n = 0; n < 50; n += 1) {
  await engine.enqueue(killedQueue.name, {
    MessageBody: `m${n}`,
    MessageGroupId: 'g',
    MessageDeduplicationId: `${n}`,
  });
  held.hold(killedQueue.name, n + 1, { MessageBody: `h${n}` });
}
await engine.sqs('ReceiveMessage', { QueueUrl: `http://local/0/${killedQueue.name}` });
process.kill(process.pid, 'SIGKILL');
