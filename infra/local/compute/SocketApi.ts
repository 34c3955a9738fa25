import { randomBytes, randomUUID } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SocketSender } from '../gateway/types.ts';
import type { LocalRoute } from '../template/LocalApi.ts';
import type { FunctionRuntime } from './FunctionRuntime.ts';
import { joinedHeaders, joinedQuery } from './httpEvent.ts';

export interface SocketApiParts {
  readonly routes: readonly LocalRoute[];
  readonly runtime: Pick<FunctionRuntime, 'invoke'>;
  readonly now: () => number;
  /** Tells when the clock was moved. */
  readonly onChange: (told: () => void) => void;
}

/** API Gateway ends a connection after two hours, and functions count on it. */
const LONGEST = 2 * 3_600_000;

/**
 * The WebSocket APIs of the template, under `/<prefix>/<api>/<stage>`. A connection that the clock was moved past two hours of is
 * ended, as AWS would; the limit of ten idle minutes is not played.
 */
export interface SocketApi {
  readonly send: SocketSender;
  /** False when the address is not one of ours. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  readonly close: () => void;
}

export const SOCKET_PREFIX = '/socket';

interface Door {
  readonly apiId: string;
  readonly stage: string;
}

const doorOf = (request: IncomingMessage): Door | undefined => {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const found = /^\/socket\/(?<apiId>[\w-]+)\/(?<stage>[\w$-]+)$/u.exec(path)?.groups;
  return found as unknown as Door | undefined;
};

const refuse = (socket: Duplex, status: number): void => {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
};

export const openSocketApi = (parts: SocketApiParts): SocketApi => {
  const server = new WebSocketServer({ noServer: true });
  const live = new Map<string, { readonly socket: WebSocket; readonly since: number }>();
  parts.onChange(() => {
    for (const { socket, since } of live.values()) if (parts.now() - since > LONGEST) socket.close(1001);
  });
  const functionOf = (apiId: string, routeKey: string): string | undefined =>
    parts.routes.find((route) => route.apiId === apiId && route.routeKey === routeKey)?.functionName;

  const eventOf = (request: IncomingMessage, door: Door, connection: string, routeKey: string) => {
    const queryStringParameters = joinedQuery((request.url ?? '').split('?')[1] ?? '');
    return {
      headers: joinedHeaders(request),
      ...(queryStringParameters ? { queryStringParameters } : {}),
      requestContext: {
        routeKey,
        eventType:
          routeKey === '$connect' ? 'CONNECT' : routeKey === '$disconnect' ? 'DISCONNECT' : 'MESSAGE',
        messageDirection: 'IN',
        stage: door.stage,
        apiId: door.apiId,
        connectionId: connection,
        connectedAt: parts.now(),
        requestTimeEpoch: parts.now(),
        requestId: randomUUID(),
        domainName: request.headers.host ?? '',
        identity: { sourceIp: request.socket.remoteAddress ?? '' },
      },
      isBase64Encoded: false,
    };
  };

  /** The status by which `$connect` is answered: below 400 lets the connection be made. */
  const ask = async (request: IncomingMessage, door: Door, connection: string): Promise<number> => {
    const connect = functionOf(door.apiId, '$connect');
    if (!connect) return 200;
    const outcome = await parts.runtime.invoke(connect, eventOf(request, door, connection, '$connect'));
    if (!outcome.ok) return 500;
    return (outcome.payload as { readonly statusCode?: number } | null)?.statusCode ?? 200;
  };

  const keep = (request: IncomingMessage, door: Door, connection: string, socket: WebSocket): void => {
    live.set(connection, { socket, since: parts.now() });
    // A page that vanishes is no fault of ours.
    socket.on('error', () => socket.terminate());
    socket.on('message', () => {
      // No route takes messages: API Gateway answers so.
      socket.send(
        JSON.stringify({ message: 'Forbidden', connectionId: connection, requestId: randomUUID() }),
      );
    });
    socket.on('close', () => {
      live.delete(connection);
      const leave = functionOf(door.apiId, '$disconnect');
      if (leave) void parts.runtime.invoke(leave, eventOf(request, door, connection, '$disconnect'));
    });
  };

  const open = async (request: IncomingMessage, socket: Duplex, head: Buffer, door: Door): Promise<void> => {
    const connection = randomBytes(11).toString('base64url');
    const status = await ask(request, door, connection);
    if (status >= 400) return refuse(socket, status);
    server.handleUpgrade(request, socket, head, (made) => keep(request, door, connection, made));
  };

  return {
    send: async (_apiId, connectionId, message) => {
      const socket = live.get(connectionId)?.socket;
      if (socket?.readyState !== 1) return 'gone';
      if (message.kind === 'close') socket.close();
      else socket.send(message.data.toString('utf8'));
      return 'sent';
    },
    upgrade: (request, socket, head) => {
      const door = doorOf(request);
      if (!door) return false;
      socket.on('error', () => socket.destroy());
      void open(request, socket, head, door).catch(() => refuse(socket, 500));
      return true;
    },
    close: () => {
      for (const { socket } of live.values()) socket.terminate();
      server.close();
    },
  };
};
