import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dynamoError, isDynamoError } from './dynamoError.ts';
import type { Operation } from './engine.ts';

const MAX_REQUEST_BYTES = 16 * 1024 * 1024;
/** Longer than any client keeps an idle connection, so that the client closes it and never writes into one that is closing. */
const KEEP_ALIVE_MS = 120_000;

/** `find` gives the operation for a target such as `DynamoDB_20120810.GetItem`. Signatures are not looked at. */
export function serve(find: (target: string) => Operation | undefined, log: (line: string) => void): Server {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, noDelay: true }, (request, response) => {
    answer(find, request, response).catch((error: unknown) => {
      log(
        `dynamo: ${request.headers['x-amz-target']} failed: ${error instanceof Error ? error.stack : error}`,
      );
      if (response.headersSent) response.destroy();
      else send(response, 500, FAULT);
    });
  });
  return server;
}

const FAULT = { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: 'Internal fault' };

async function answer(
  find: (target: string) => Operation | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  if (request.method !== 'POST') {
    response.end('healthy: dynamodb');
    return;
  }
  try {
    const operation = find(String(request.headers['x-amz-target'] ?? ''));
    if (operation === undefined) throw dynamoError('UnknownOperationException', '');
    send(response, 200, await operation(parsed(body)));
  } catch (error) {
    if (!isDynamoError(error)) throw error;
    send(response, error.statusCode, error.body);
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw dynamoError('SerializationException', 'The request is not JSON');
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_REQUEST_BYTES) throw new Error('The request is larger than 16 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, status: number, answer: unknown): void {
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': body.length,
    'x-amzn-requestid': randomUUID(),
  });
  response.end(body);
}
