import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** What stands behind the public address. */
interface Behind {
  /** Answers false when the request is not for it. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
}

export interface PublicDoor {
  readonly url: string;
  readonly port: number;
  /** Until then everything is answered with 503. */
  readonly open: (behind: Behind) => void;
  readonly stop: () => Promise<void>;
}

const say = (response: ServerResponse, status: number, message: string): void => {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
};

/** On loopback only. A page of another site whose name is made to point here is refused by its Host. */
export const openPublicDoor = async (port: number): Promise<PublicDoor> => {
  let behind: Behind | undefined;
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const actual = (server.address() as AddressInfo).port;
  const hosts = new Set([`127.0.0.1:${actual}`, `localhost:${actual}`]);
  const known = (request: IncomingMessage): boolean => hosts.has(request.headers.host ?? '');

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!known(request)) return say(response, 421, 'This address is for this machine only');
    if (!behind) return say(response, 503, 'Service Unavailable');
    if (!(await behind.handle(request, response))) say(response, 404, 'Not Found');
  };

  server.on('request', (request, response) => {
    answer(request, response).catch(() => say(response, 500, 'Internal Server Error'));
  });
  server.on('upgrade', (request, socket, head) => {
    if (!known(request) || !behind?.upgrade(request, socket, head)) socket.destroy();
  });

  return {
    url: `http://127.0.0.1:${actual}`,
    port: actual,
    open: (made) => {
      behind = made;
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
