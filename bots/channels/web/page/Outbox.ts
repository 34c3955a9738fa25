import type { Said } from '../../../../shared/contracts/turn.ts';
import type { WebTurn, WireMessage } from '../../../../shared/contracts/web.ts';
import { checkPhoto } from './checkPhoto.ts';
import { newId } from './newId.ts';
import { phrases } from './phrases.ts';
import type { Timeline } from './Timeline.ts';
import { Trouble } from './Trouble.ts';
import { uploadPhoto } from './uploadPhoto.ts';
import type { WebDoor } from './WebDoor.ts';

interface Draft {
  readonly id: string;
  /** What the person could see when they said it, and when that was. */
  readonly meant: Pick<WebTurn, 'upTo' | 'at'>;
  readonly said?: Said;
  readonly file?: File;
  /** Where the file has gone, once it is there: a retry then only says so. */
  key?: string;
}

export interface OutboxEvents {
  /** Something about an own message changed. */
  readonly changed: () => void;
  /** The server has taken a message. Without an answer, that is on its way. */
  readonly taken: (answer: readonly WireMessage[] | undefined) => void;
  readonly signedOut: () => void;
}

/** Sends one message after the other, so that they arrive in the order they were said. A retry keeps the message's id. */
export class Outbox {
  readonly #door: WebDoor;
  readonly #timeline: Timeline;
  readonly #events: OutboxEvents;
  readonly #drafts = new Map<string, Draft>();
  #line: Promise<void> = Promise.resolve();
  #spoken = false;
  #greeting = false;
  /** The last message when it was put off: nothing overtakes it. */
  #after: string | undefined;

  constructor(door: WebDoor, timeline: Timeline, events: OutboxEvents) {
    this.#door = door;
    this.#timeline = timeline;
    this.#events = events;
  }

  say(said: Said): void {
    this.#spoken = true;
    const draft = { ...this.#begin(), said };
    this.#timeline.addOwn(draft);
    this.#queue(draft);
  }

  /**
   * Greets for the person who has not said anything yet, before whatever is said next. Shows nothing of its own; when it does not
   * go through nothing is missing, and it may be tried again. `cell`: of the code that opened the page.
   */
  greet(cell?: string): void {
    if (this.#spoken || this.#greeting) return;
    this.#greeting = true;
    const hello = this.#begin();
    this.#line = this.#line
      .then(() => this.#deliver(hello, { kind: 'hello', ...(cell === undefined ? {} : { cell }) }))
      .then(this.#events.taken, () => {
        this.#greeting = false;
      });
  }

  /** A sentence when the file cannot be sent at all. */
  sayPhoto(file: File): string | undefined {
    const photo = checkPhoto(file);
    if (typeof photo === 'string') return photo;
    this.#spoken = true;
    const draft = { ...this.#begin(), file };
    // The key is not known yet; until it is, the timeline holds a stand-in that never leaves this page.
    const said: Said = { kind: 'photo', key: '' };
    this.#timeline.addOwn({ id: draft.id, said, photoUrls: [URL.createObjectURL(file)] });
    this.#queue(draft);
    return undefined;
  }

  retry(id: string): void {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return;
    this.#timeline.moveToEnd(id);
    this.#queue(draft);
  }

  discard(id: string): void {
    this.#drafts.delete(id);
    this.#timeline.remove(id);
    this.#events.changed();
  }

  #queue(draft: Draft): void {
    this.#drafts.set(draft.id, draft);
    this.#change(draft.id, 'sending');
    this.#line = this.#line.then(() => this.#send(draft));
  }

  async #send(draft: Draft): Promise<void> {
    try {
      const said = draft.said ?? (await this.#upload(draft));
      const answer = await this.#deliver(draft, said);
      this.#drafts.delete(draft.id);
      this.#timeline.changeOwn(draft.id, { delivery: 'sent', said });
      this.#events.changed();
      this.#events.taken(answer);
    } catch (cause) {
      this.#fail(
        draft.id,
        cause instanceof Trouble ? cause : new Trouble(phrases.trouble.network, 0, { cause }),
      );
    }
  }

  #begin(): Draft {
    return { id: newId(), meant: { upTo: this.#timeline.lastSeq, at: Date.now() } };
  }

  async #deliver({ id, meant }: Draft, said: Said): Promise<readonly WireMessage[] | undefined> {
    const after = this.#after === undefined ? {} : { after: this.#after };
    const { messages } = await this.#door.send({ id, said, ...meant, ...after });
    this.#after = messages ? undefined : id;
    return messages;
  }

  async #upload(draft: Draft): Promise<Said> {
    const { file } = draft;
    if (file === undefined) throw new Error('A draft has words or a file');
    if (draft.key === undefined) {
      const photo = checkPhoto(file);
      if (typeof photo === 'string') throw new Trouble(photo, 400);
      const place = await this.#door.preparePhoto(photo);
      await uploadPhoto(file, place, (progress) => {
        this.#timeline.changeOwn(draft.id, { progress });
        this.#events.changed();
      });
      draft.key = place.key;
    }
    return { kind: 'photo', key: draft.key };
  }

  #change(id: string, delivery: 'sending' | 'failed', trouble?: Trouble): void {
    this.#timeline.changeOwn(id, {
      delivery,
      progress: 0,
      trouble: trouble?.message ?? '',
      retriable: trouble?.retriable ?? false,
    });
    this.#events.changed();
  }

  #fail(id: string, trouble: Trouble): void {
    this.#change(id, 'failed', trouble);
    if (trouble.status === 401) this.#events.signedOut();
  }
}
