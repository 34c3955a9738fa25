import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { phonePage } from '../../../bots/channels/web/phonePage.ts';
import type { Reply } from '../../../shared/contracts/reply.ts';
import {
  type AreasAnswer,
  messagesAnswerSchema,
  messagesQuerySchema,
  photoRequestSchema,
  socketFrameSchema,
  turnAnswerSchema,
  type WebTurn,
  type WireMessage,
  webTurnSchema,
} from '../../../shared/contracts/web.ts';

/** How the doors misbehave, for a while. */
export interface Trouble {
  /** So many posts of turns are answered with this status. */
  turns: { status: number; times: number };
  /** So many uploads fail. */
  uploads: number;
  /** Sockets are refused, and live ones are cut. */
  noSocket: boolean;
  /** Pushes are lost; a fetch still finds them. */
  silent: boolean;
  /** Turns are kept, and answered by a push. */
  putOff: boolean;
  /** Parts of the map cannot be had. */
  noMap: boolean;
}

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** The web channel's doors with one conversation behind them, for tests of the page alone: it speaks the contract's wire. */
export class FakeDoors {
  readonly trouble: Trouble = {
    turns: { status: 0, times: 0 },
    uploads: 0,
    noSocket: false,
    silent: false,
    putOff: false,
    noMap: false,
  };
  readonly messages: WireMessage[] = [];
  /** Every turn as it arrived, repeated ones too. */
  readonly arrived: WebTurn[] = [];
  /** Turns that were made to fail. */
  readonly failed: WebTurn[] = [];
  /** Sizes of the uploads. */
  readonly uploads: number[] = [];
  /** Tokens given to newcomers. */
  sessions = 0;
  fetches = 0;
  /** Sockets ever accepted. */
  connections = 0;
  /** Every request of somebody who is let in: `POST /web/turns`. */
  readonly asked: string[] = [];
  /** Frames pushed to pages. */
  pushes = 0;
  /** What is answered to a turn. */
  replies: (turn: WebTurn) => readonly Reply[] = () => [{ text: '收到' }];
  /** Tokens that are let in; undefined: any. */
  tokens: readonly string[] | undefined;
  /** What the pages call themselves. */
  readonly #pages = new WeakMap<WebSocket, string>();
  readonly #held = new Map<string, Promise<void>>();
  readonly #areas: (box: string | undefined) => AreasAnswer;
  /** Boxes of the map that were asked for. */
  readonly boxes: string[] = [];
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({ noServer: true });
  #seq = 0;
  origin = '';

  constructor(areas: AreasAnswer | ((box: string | undefined) => AreasAnswer)) {
    this.#areas = typeof areas === 'function' ? areas : () => areas;
    this.#server = createServer((request, response) => {
      this.#route(request, response).catch((cause) =>
        answer(response, 500, { error: 'fake', message: `${cause}` }),
      );
    });
    this.#server.on('upgrade', (request, socket, head) => {
      if (this.trouble.noSocket) socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
      else
        this.#sockets.handleUpgrade(request, socket, head, (opened) => {
          this.connections += 1;
          this.#pages.set(opened, new URL(request.url ?? '/', this.origin).searchParams.get('page') ?? '');
        });
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  /** Ends every live socket. */
  cut(): void {
    for (const socket of this.#sockets.clients as Set<WebSocket>) socket.terminate();
  }

  /** Keeps the next request at a door (`POST /web/turns`) waiting. Answers how to let it go. */
  hold(door: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held.set(door, promise);
    return resolve;
  }

  get listeners(): number {
    return this.#sockets.clients.size;
  }

  /** Says something that nobody asked for. */
  tell(...replies: readonly Reply[]): void {
    this.#seq += 1;
    this.#push(this.#append(replies));
  }

  #append(replies: readonly Reply[]): readonly WireMessage[] {
    const told = replies.map((reply, index) => ({
      id: `web:me#${this.#seq}#${index}`,
      conversation: 'web:me',
      seq: this.#seq,
      at: Date.UTC(2026, 8, 28, 2, 0) + this.#seq * 60_000,
      reply,
      ...(reply.photos && { photoUrls: reply.photos.map((key) => `${this.origin}/${key}`) }),
    }));
    this.messages.push(...told);
    return told;
  }

  /** `except`: the page that is answered directly. */
  #push(messages: readonly WireMessage[], except?: string): void {
    if (this.trouble.silent || messages.length === 0) return;
    const frame = JSON.stringify(socketFrameSchema.parse({ messages }));
    for (const socket of this.#sockets.clients as Set<WebSocket>)
      if (except === undefined || this.#pages.get(socket) !== except) {
        this.pushes += 1;
        socket.send(frame);
      }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.origin);
    const door = `${request.method} ${pathname}`;
    if (door === 'GET /chat') {
      const page = phonePage({
        socketUrl: `${this.origin.replace('http', 'ws')}/socket`,
        photoOrigins: [this.origin],
      });
      response.writeHead(200, page.headers).end(page.body);
    } else if (door === 'GET /city/areas') {
      const box = searchParams.get('box') ?? undefined;
      if (box !== undefined) this.boxes.push(box);
      if (box !== undefined && this.trouble.noMap) response.destroy();
      else answer(response, 200, this.#areas(box));
    } else if (door === 'POST /web/sessions') {
      this.sessions += 1;
      answer(response, 201, { conversation: 'web:me', token: `t${this.sessions}` });
    } else if (door === 'POST /store') await this.#store(request, response);
    else if (pathname.startsWith('/photos/')) {
      response.writeHead(404).end();
    } else await this.#asPerson(door, searchParams, request, response);
  }

  async #asPerson(door: string, query: URLSearchParams, request: IncomingMessage, response: ServerResponse) {
    const token = request.headers.authorization?.replace('Bearer ', '');
    if (token === undefined || (this.tokens && !this.tokens.includes(token))) {
      return answer(response, 401, { error: 'unauthorized', message: 'The token is not valid' });
    }
    this.asked.push(door);
    const held = this.#held.get(door);
    this.#held.delete(door);
    await held;
    if (door === 'POST /web/turns') return this.#turn(await bodyOf(request), response);
    if (door === 'POST /web/photos') {
      photoRequestSchema.parse(JSON.parse(`${await bodyOf(request)}`));
      const key = `photos/web.me/${crypto.randomUUID()}`;
      return answer(response, 201, { key, url: `${this.origin}/store`, fields: { key } });
    }
    if (door === 'GET /web/messages') return this.#fetch(query, response);
    return answer(response, 404, { error: 'noRoute', message: door });
  }

  #fetch(query: URLSearchParams, response: ServerResponse): void {
    this.fetches += 1;
    const { after, limit } = messagesQuerySchema.parse(Object.fromEntries(query));
    const messages = this.messages.filter(({ seq }) => seq > after && seq <= after + limit);
    answer(response, 200, messagesAnswerSchema.parse({ messages, next: messages.at(-1)?.seq ?? after }));
  }

  #turn(body: Buffer, response: ServerResponse): void {
    const { turns } = this.trouble;
    if (turns.times > 0) {
      turns.times -= 1;
      this.failed.push(webTurnSchema.parse(JSON.parse(`${body}`)));
      // No status: the connection just ends.
      if (turns.status === 0) response.destroy();
      else
        answer(response, turns.status, {
          error: 'fake',
          message: 'made to fail',
          remedy: '请把话说短一点。',
        });
      return;
    }
    const turn = webTurnSchema.parse(JSON.parse(`${body}`));
    this.arrived.push(turn);
    const told = this.messages.some(({ id }) => id === turn.id) ? [] : this.#take(turn);
    const { putOff } = this.trouble;
    const { seq } = this.messages.find(({ id }) => id === turn.id) ?? {};
    const messages = this.messages.filter((message) => message.seq === seq);
    const { id } = turn;
    answer(response, putOff ? 202 : 200, turnAnswerSchema.parse({ id, ...(!putOff && { messages }) }));
    this.#push(told, putOff ? undefined : turn.page);
  }

  #take({ id, said }: WebTurn): readonly WireMessage[] {
    this.#seq += 1;
    const at = Date.UTC(2026, 8, 28, 2, 0) + this.#seq * 60_000;
    this.messages.push({ id, seq: this.#seq, at, said });
    return this.#append(this.replies({ id, said }));
  }

  async #store(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (this.trouble.uploads > 0) {
      this.trouble.uploads -= 1;
      response.writeHead(503).end();
      return;
    }
    this.uploads.push(body.length);
    response.writeHead(204).end();
  }
}
