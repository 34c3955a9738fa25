import type { LocalQueue } from '../../../../infra/local/template/LocalQueue.ts';

export const killedQueue: LocalQueue = {
  path: 's/Turns',
  name: 'turns.fifo',
  arn: 'arn:aws:sqs:us-east-1:000000000000:turns.fifo',
  url: 'http://local/000000000000/turns.fifo',
  fifo: true,
  contentBasedDeduplication: false,
  deduplicationPerGroup: false,
  visibilityTimeoutSeconds: 600,
  delaySeconds: 0,
  retentionSeconds: 345_600,
  receiveWaitSeconds: 0,
  maximumMessageBytes: 262_144,
};
