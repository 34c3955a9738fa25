import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { z } from 'zod';
import { DoorError } from './DoorError.ts';

/** Longest body a door reads, in bytes; photos do not come this way. */
const BODY_LIMIT = 128 * 1024;

/** The body as text, as it was sent: signatures are over exactly this. */
export const rawBody = (event: APIGatewayProxyEventV2): string => {
  const body = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
  if (Buffer.byteLength(body) > BODY_LIMIT)
    throw new DoorError(413, 'tooLarge', {
      message: '内容太长了。',
      remedy: '请分成几条发送；照片请走照片入口。',
    });
  return body;
};

/** The body as the schema has it. Bad JSON and bad fields are 400 with the field named. */
export const readBody = <T>(event: APIGatewayProxyEventV2, schema: z.ZodType<T>): T => {
  let json: unknown;
  try {
    json = JSON.parse(rawBody(event));
  } catch (fault) {
    if (fault instanceof DoorError) throw fault;
    throw new DoorError(400, 'badJson', {
      message: '请求内容不是有效的 JSON。',
      field: 'body',
      remedy: 'Send a JSON object with content-type application/json.',
    });
  }
  return check(json, schema);
};

/** The query string as the schema has it. */
export const readQuery = <T>(event: APIGatewayProxyEventV2, schema: z.ZodType<T>): T =>
  check(event.queryStringParameters ?? {}, schema, 'query');

/** One path parameter as the schema has it. */
export const readPath = <T>(event: APIGatewayProxyEventV2, name: string, schema: z.ZodType<T>): T =>
  check(event.pathParameters?.[name], schema, name);

const check = <T>(value: unknown, schema: z.ZodType<T>, root = 'body'): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const unknownKeys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const field = [...(issue?.path ?? []), ...unknownKeys.slice(0, 1)].map(String).join('.') || root;
  throw new DoorError(400, 'badField', {
    message: `「${field}」不对：${issue?.message ?? 'invalid'}`,
    field,
    remedy: 'Correct the field and send the same id again.',
  });
};
