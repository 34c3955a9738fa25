import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Webhook } from 'standardwebhooks';
import { DoorError } from './DoorError.ts';
import { rawBody } from './readRequest.ts';

/**
 * Proves that a request comes from our channel host: HMAC over id, time and the exact body (Standard Webhooks), at most five
 * minutes old. A request without a body signs the empty one.
 */
export const verifyHost = (event: APIGatewayProxyEventV2, secret: string): void => {
  try {
    new Webhook(secret, { format: 'raw' }).verify(
      rawBody(event),
      {
        'webhook-id': event.headers['webhook-id'] ?? '',
        'webhook-timestamp': event.headers['webhook-timestamp'] ?? '',
        'webhook-signature': event.headers['webhook-signature'] ?? '',
      },
      { jsonParse: false },
    );
  } catch (cause) {
    if (cause instanceof DoorError) throw cause;
    throw Object.assign(
      new DoorError(401, 'badSignature', {
        message: 'The request is not signed by a channel host, or is too old.',
        field: 'webhook-signature',
        remedy: 'Check the host secret and the clock of the host.',
      }),
      { cause },
    );
  }
};
