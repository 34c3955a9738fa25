import { randomUUID } from 'node:crypto';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { DoorError } from './DoorError.ts';
import { beginLog, log } from './log.ts';

/** What a handler sees of a request. */
export interface DoorRequest {
  readonly event: APIGatewayProxyEventV2;
  /** Follows the message through queues and logs. */
  readonly correlation: string;
}

export interface DoorAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const HEADER = 'x-correlation-id';
const CORRELATION = /^[\w-]{8,64}$/u;

/**
 * The outside of every HTTP function: gives the request its correlation id, turns answers into JSON, what is wrong with the
 * request into its status, and faults into 500 with nothing told but the id to ask about.
 */
export const httpDoor = (handle: (request: DoorRequest) => Promise<DoorAnswer>) =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Error, Context>()
    .before(({ event, context }) => {
      const given = event.headers[HEADER];
      event.headers[HEADER] = given !== undefined && CORRELATION.test(given) ? given : randomUUID();
      beginLog(context);
      log.appendKeys({ correlation: event.headers[HEADER], route: event.routeKey });
    })
    .onError((request) => {
      request.response = toResponse(answerTo(request.error), request.event);
    })
    .handler(async (event) =>
      toResponse(await handle({ event, correlation: event.headers[HEADER] ?? '' }), event),
    );

const answerTo = (fault: Error | null | undefined): DoorAnswer => {
  if (fault instanceof DoorError) {
    const { status, code, message, field, remedy } = fault;
    log.info('refused at the door', { status, code, field });
    return { status, body: { error: code, message, field, remedy } };
  }
  log.error('a request failed', fault ?? new Error('without an error'));
  return {
    status: 500,
    body: {
      error: 'fault',
      message: '系统出了点问题，请稍后再试。',
      remedy: '请稍等片刻重新发送；不会重复受理。',
    },
  };
};

const toResponse = (
  answer: DoorAnswer,
  event: APIGatewayProxyEventV2,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: answer.status,
  headers: {
    ...(typeof answer.body === 'string' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    [HEADER]: event.headers[HEADER] ?? '',
    ...answer.headers,
  },
  ...(answer.body === undefined
    ? {}
    : { body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body) }),
});
