import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { HostReplies } from '../../../../../shared/contracts/host.ts';
import type { Outbound, Reply } from '../../../../../shared/contracts/reply.ts';
import { conversationSchema, type Inbound, inboundSchema } from '../../../../../shared/contracts/turn.ts';
import { photoRequestSchema } from '../../../../../shared/contracts/web.ts';

export const SECRET = 'a-secret-of-the-host-and-the-door';

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const turnSchema = z.strictObject({ conversation: conversationSchema, ...inboundSchema.shape });
const photoSchema = z.strictObject({ conversation: conversationSchema, ...photoRequestSchema.shape });
const ackSchema = z.strictObject({ receipts: z.array(z.string()).min(1).max(10) });

/** The signed door as it is on the wire: it verifies signatures with the library, and keeps a reply until it is acknowledged. */
export class FakeDoor {
  readonly turns: (Inbound & { readonly conversation: string })[] = [];
  readonly uploads: { readonly fields: Record<string, string>; readonly bytes: Buffer }[] = [];
  readonly acknowledged: string[] = [];
  readonly requests: string[] = [];
  /** Answers instead of the door, by path; nothing: the door answers. */
  instead: (path: string) => Answer | undefined = () => undefined;
  /** Takes requests and never answers. */
  hang = false;
  /** How many callers still wait for such an answer. */
  hanging = 0;
  secret = SECRET;
  /** Milliseconds until a reply that was fetched and not acknowledged is handed out again. */
  visibility = 50;
  /** What is shown under /photos/…. */
  readonly photos = new Map<string, Buffer>();
  /** Paths that send the caller elsewhere. */
  readonly redirects = new Map<string, string>();
  #waiting: {
    readonly message: Outbound & { photoUrls?: string[] };
    hiddenUntil: number;
    receipt: string;
  }[] = [];
  #server: Server;
  #port = 0;
  #seq = 0;

  constructor() {
    this.#server = this.#newServer();
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** On the port it had before, if it was open before. */
  async open(): Promise<this> {
    this.#server = this.#newServer();
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** Something to be said. Answers its id. */
  reply(conversation: string, reply: Reply, photoUrls?: string[]): string {
    const seq = ++this.#seq;
    const id = `${conversation}#${seq}#0`;
    const message = { id, conversation, seq, at: 0, reply, ...(photoUrls ? { photoUrls } : {}) };
    this.#waiting.push({ message, hiddenUntil: 0, receipt: '' });
    return id;
  }

  /** How many replies wait to be acknowledged. */
  get waiting(): number {
    return this.#waiting.length;
  }

  #newServer(): Server {
    return createServer((request, response) => {
      void this.#serve(request, response);
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const path = request.url ?? '';
    this.requests.push(`${request.method} ${path.replace(/\?.*/u, '')}`);
    if (this.hang) {
      this.hanging += 1;
      response.once('close', () => {
        this.hanging -= 1;
      });
      return;
    }
    const elsewhere = this.redirects.get(path);
    if (elsewhere) {
      response.writeHead(302, { location: elsewhere }).end();
      return;
    }
    const answer = await this.#answer(request, path, body);
    if (Buffer.isBuffer(answer.body)) {
      response.writeHead(answer.status).end(answer.body);
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  }

  async #answer(request: IncomingMessage, path: string, body: Buffer): Promise<Answer> {
    const instead = this.instead(path);
    if (instead) return instead;
    if (path === '/bucket') return this.#upload(request, body);
    const photo = this.photos.get(path);
    if (photo) return { status: 200, body: photo };
    if (!path.startsWith('/channels/wechaty/')) return { status: 404, body: { message: 'Not Found' } };
    try {
      new Webhook(this.secret, { format: 'raw' }).verify(
        body.toString(),
        request.headers as Record<string, string>,
        {
          jsonParse: false,
        },
      );
    } catch {
      return { status: 401, body: { error: 'badSignature', message: 'not signed by a channel host' } };
    }
    return this.#door(`${request.method} ${path}`, body.toString());
  }

  async #door(route: string, body: string): Promise<Answer> {
    const badField = { status: 400, body: { error: 'badField', message: 'not as the schema has it' } };
    const read = <T>(schema: z.ZodType<T>) => schema.safeParse(JSON.parse(body));
    if (route === 'POST /channels/wechaty/turns') {
      const turn = read(turnSchema);
      if (!turn.success) return badField;
      this.turns.push(turn.data);
      return { status: 202, body: { id: turn.data.id } };
    }
    if (route === 'POST /channels/wechaty/photos') {
      const offer = read(photoSchema);
      if (!offer.success) return badField;
      const key = `photos/${offer.data.conversation.replace(':', '.')}/${randomUUID()}`;
      const fields = { key, 'Content-Type': offer.data.type };
      return { status: 201, body: { key, url: `${this.url}/bucket`, fields } };
    }
    if (route === 'POST /channels/wechaty/acks') {
      const { receipts } = ackSchema.parse(JSON.parse(body));
      this.#waiting = this.#waiting.filter(({ receipt, message }) => {
        if (!receipts.includes(receipt)) return true;
        this.acknowledged.push(message.id);
        return false;
      });
      return { status: 204 };
    }
    const wait = /^GET \/channels\/wechaty\/replies\?wait=(?<wait>\d+)$/u.exec(route)?.groups?.wait;
    return wait === undefined ? { status: 404, body: { message: 'Not Found' } } : this.#replies(Number(wait));
  }

  /** Up to ten, as a FIFO queue: nothing of a conversation while an earlier message of it is hidden. */
  async #replies(wait: number): Promise<Answer> {
    const until = Date.now() + wait * 1_000;
    for (;;) {
      const blocked = new Set<string>();
      const replies: HostReplies['replies'] = [];
      for (const each of this.#waiting) {
        const hidden = each.hiddenUntil > Date.now();
        if (hidden || blocked.has(each.message.conversation) || replies.length === 10) {
          blocked.add(each.message.conversation);
          continue;
        }
        each.hiddenUntil = Date.now() + this.visibility;
        each.receipt = randomUUID();
        replies.push({ receipt: each.receipt, message: each.message });
      }
      if (replies.length > 0 || Date.now() >= until) return { status: 200, body: { replies } };
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async #upload(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file');
    if (!(file instanceof Blob) || [...form.keys()].at(-1) !== 'file') return { status: 400 };
    const fields = [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    this.uploads.push({ fields: Object.fromEntries(fields), bytes: Buffer.from(await file.arrayBuffer()) });
    return { status: 204 };
  }
}
