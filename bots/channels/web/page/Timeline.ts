import type { Reply } from '../../../../shared/contracts/reply.ts';
import type { Said } from '../../../../shared/contracts/turn.ts';
import type { WireMessage } from '../../../../shared/contracts/web.ts';

type Delivery = 'sending' | 'sent' | 'failed';

/** What the person said, from the moment it was typed. */
export interface OwnItem {
  readonly own: true;
  readonly id: string;
  readonly order: Order;
  readonly said: Said;
  readonly delivery: Delivery;
  readonly at?: number;
  readonly photoUrls?: readonly string[];
  /** 0…100 while a photo goes up. */
  readonly progress?: number;
  readonly trouble?: string;
  /** A retry of the same message may help. */
  readonly retriable?: boolean;
}

export interface TheirItem {
  readonly own: false;
  readonly id: string;
  readonly order: Order;
  readonly at: number;
  readonly reply: Reply;
  readonly photoUrls?: readonly string[];
}

export type Item = OwnItem | TheirItem;

/** Position in the conversation, then within the turn: own words first, then the replies to them. */
type Order = readonly [seq: number, within: number];

/** After every reply of the turn before, and before the turn that will answer it. */
const UNANSWERED = 1_000_000;

const replyIndex = (id: string): number => Number(id.slice(id.lastIndexOf('#') + 1)) || 0;

/** The conversation as known so far: each message once, in the server's order, with what is not yet confirmed in its place. */
export class Timeline {
  readonly #items = new Map<string, Item>();
  #sent = 0;
  /** The highest position seen. */
  lastSeq = 0;
  /** The lowest position seen: what lies before it can be asked for. Infinity when nothing was seen. */
  firstSeq = Number.POSITIVE_INFINITY;
  /** Something may lie before what is here: numbers need not begin at 1. */
  hasOlder = false;

  /** How many of these are new and from the other side. */
  receive(messages: readonly WireMessage[]): number {
    let fresh = 0;
    for (const message of messages) {
      this.lastSeq = Math.max(this.lastSeq, message.seq);
      this.firstSeq = Math.min(this.firstSeq, message.seq);
      const known = this.#items.has(message.id);
      if ('said' in message) this.#confirm(message);
      else {
        if (!known) fresh += 1;
        const { id, seq, at, reply, photoUrls } = message;
        const order: Order = [seq, 1 + replyIndex(id)];
        this.#items.set(id, { own: false, id, order, at, reply, ...(photoUrls && { photoUrls }) });
      }
    }
    return fresh;
  }

  #confirm(message: Extract<WireMessage, { said: unknown }>): void {
    if (message.said.kind === 'hello') return;
    const { id, seq, at, said } = message;
    const known = this.#items.get(id);
    // The photo on this device is shown at once and does not expire; the server's address does.
    const photoUrls = (known?.own ? known.photoUrls : undefined) ?? message.photoUrls;
    const order: Order = [seq, 0];
    this.#items.set(id, {
      own: true,
      id,
      order,
      at,
      said,
      delivery: 'sent',
      ...(photoUrls && { photoUrls }),
    });
  }

  addOwn(draft: Pick<OwnItem, 'id' | 'said' | 'photoUrls'>): void {
    this.#sent += 1;
    const order: Order = [this.lastSeq, UNANSWERED + this.#sent];
    this.#items.set(draft.id, { ...draft, own: true, order, delivery: 'sending' });
  }

  changeOwn(id: string, change: Partial<Omit<OwnItem, 'own' | 'id' | 'order'>>): void {
    const item = this.#items.get(id);
    // Once the server has shown it to us, it is sent, whatever a late failure says.
    if (item?.own && item.order[1] !== 0) this.#items.set(id, { ...item, ...change });
  }

  /** A retried message belongs where it is said again. */
  moveToEnd(id: string): void {
    const item = this.#items.get(id);
    if (!item?.own || item.order[1] === 0) return;
    this.#sent += 1;
    this.#items.set(id, { ...item, order: [this.lastSeq, UNANSWERED + this.#sent] });
  }

  remove(id: string): void {
    this.#items.delete(id);
  }

  /** New addresses for photos whose addresses have run out. */
  refreshPhotos(messages: readonly WireMessage[]): void {
    for (const { id, photoUrls } of messages) {
      const item = this.#items.get(id);
      if (item && photoUrls) this.#items.set(id, { ...item, photoUrls });
    }
  }

  /** In order, oldest first. */
  items(): Item[] {
    return [...this.#items.values()].sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1]);
  }
}
