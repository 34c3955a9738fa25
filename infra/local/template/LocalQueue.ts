export interface LocalQueue {
  readonly path: string;
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly fifo: boolean;
  readonly contentBasedDeduplication: boolean;
  /** FIFO with high throughput: the same id in two groups is two messages. */
  readonly deduplicationPerGroup: boolean;
  readonly visibilityTimeoutSeconds: number;
  readonly delaySeconds: number;
  readonly retentionSeconds: number;
  readonly receiveWaitSeconds: number;
  readonly maximumMessageBytes: number;
  readonly redrive?: { readonly deadLetterArn: string; readonly maxReceiveCount: number };
  /** ARN of the customer's key, when one encrypts the queue. */
  readonly keyArn?: string;
}
