/** What a send answered. */
export type Sent = Readonly<Record<string, unknown>>;

interface Entry {
  readonly at: number;
  readonly sent: Promise<Sent>;
}

/** How long SQS remembers what a FIFO queue was sent. */
const WINDOW_MS = 5 * 60 * 1000;

/**
 * Deduplication of FIFO queues by the local clock: a week that passes in a second must not make the next message a
 * duplicate. Not kept over a restart; whoever consumes bears with repetition anyway.
 */
export class RecentSends {
  readonly #queues = new Map<string, Map<string, Entry>>();

  /** Sends once in five minutes; who repeats `id` within them gets the first one's answer. A send that fails is forgotten. */
  once(queue: string, id: string, now: number, send: () => Promise<Sent>): Promise<Sent> {
    const known = this.#queues.get(queue) ?? new Map<string, Entry>();
    this.#queues.set(queue, known);
    const before = known.get(id);
    // A clock that went back belongs to another run of things: nothing of before is a duplicate now.
    if (before !== undefined && now >= before.at && now - before.at < WINDOW_MS) return before.sent;
    const sent = send();
    known.delete(id);
    known.set(id, { at: now, sent });
    sent.catch(() => known.delete(id));
    this.#forgetOld(known, now);
    return sent;
  }

  forget(queue: string): void {
    this.#queues.delete(queue);
  }

  /** Oldest first, as they were put in. */
  #forgetOld(known: Map<string, Entry>, now: number): void {
    for (const [id, { at }] of known) {
      if (now - at < WINDOW_MS) return;
      known.delete(id);
    }
  }
}
