import { dynamoError } from './dynamoError.ts';
import type { Engine } from './engine.ts';
import type { StreamState, StreamViewType } from './tableRecord.ts';

export interface StreamSpecification {
  readonly StreamEnabled: boolean;
  readonly StreamViewType?: StreamViewType;
}

/** A stream that begins now. */
export function streamOf(
  engine: Engine,
  tableArn: string,
  { StreamViewType: view }: StreamSpecification,
): StreamState {
  if (view === undefined) {
    throw dynamoError(
      'ValidationException',
      'One or more parameter values were invalid: StreamViewType must be specified when StreamEnabled is true',
    );
  }
  const now = engine.clocks.now();
  const label = new Date(now).toISOString().slice(0, -1);
  return {
    arn: `${tableArn}/stream/${label}`,
    label,
    view,
    openedAt: now / 1000,
    startsAfter: engine.journal.written(),
  };
}
