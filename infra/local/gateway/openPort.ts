import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './Answer.ts';
import { LOST } from './perform.ts';
import { readBody } from './readBody.ts';
import { refuse } from './refuse.ts';
import type { Incoming } from './s3Request.ts';
import type { GatewayLog, LocalClock } from './types.ts';

export interface Port {
  readonly url: string;
  close(): Promise<void>;
}

export interface PortParts {
  readonly port: number;
  readonly clock: LocalClock;
  readonly log: GatewayLog;
  readonly answerTo: (incoming: Incoming) => Promise<Answer | typeof LOST>;
}

/** The object engine takes 11 MiB; nothing here is meant to be larger. */
const LONGEST_BODY = 11 * 1024 * 1024;

/** Longer than what clients keep: they close first, and never find a connection just gone. */
const KEEP_ALIVE_MS = 65_000;

const incomingOf = (request: IncomingMessage, body: Buffer): Incoming => {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  return {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers: request.headers,
    body,
  };
};

const tooLarge = (): Answer => {
  const message = 'Your proposed upload exceeds the maximum allowed size';
  const answer = refuse('s3', { code: 'EntityTooLarge', message });
  return { ...answer, headers: { ...answer.headers, connection: 'close' } };
};

const serve = async (request: IncomingMessage, response: ServerResponse, parts: PortParts): Promise<void> => {
  const body = await readBody(request, LONGEST_BODY);
  const answer = body === undefined ? tooLarge() : await parts.answerTo(incomingOf(request, body));
  if (answer === LOST) {
    request.socket.destroy();
    return;
  }
  const length =
    request.method === 'HEAD' ? {} : { 'content-length': String(Buffer.byteLength(answer.body)) };
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(answer.status === 204 ? {} : length),
    // Signers live by the local clock: told the real time, the SDK would "correct" theirs.
    date: new Date(parts.clock.now()).toUTCString(),
    'x-amzn-requestid': 'local',
  });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
};

/** Listens on loopback and writes what `answerTo` answers. A fault is told to the log and answered with 500, which the SDK tries again. */
export const openPort = async (parts: PortParts): Promise<Port> => {
  const server = createServer((request, response) => {
    serve(request, response, parts).catch((error: unknown) => {
      const call = `${request.method} ${request.headers['x-amz-target'] ?? request.url}`;
      parts.log({
        caller: '?',
        call,
        note: `fault: ${error instanceof Error ? error.message : String(error)}`,
      });
      if (response.headersSent) request.socket.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end('local gateway fault');
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
