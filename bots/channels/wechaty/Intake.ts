import type { impls } from 'wechaty-puppet';
import type { HostHealth } from './HostHealth.ts';
import { faultFacts, type HostLog } from './HostLog.ts';
import { Lanes } from './Lanes.ts';
import type { Postman } from './Postman.ts';
import type { RecentIds } from './RecentIds.ts';
import type { Retry } from './Retry.ts';
import { type ReadingRules, readMessage } from './readMessage.ts';
import type { Heard, Spool } from './Spool.ts';
import { turnIdOf } from './turnIdOf.ts';
import { within } from './within.ts';

export interface IntakeParts {
  readonly puppet: impls.PuppetInterface;
  readonly rules: ReadingRules;
  /** Messages that were kept before. */
  readonly known: RecentIds;
  readonly spool: Spool;
  readonly postman: Postman;
  readonly retry: Retry;
  readonly health: HostHealth;
  readonly log: HostLog;
}

const PATIENCE = 10_000;
const ATTEMPTS = 3;

/**
 * From the puppet's word that there is a message to the spool. One at a time, in the order of arrival: wechaty's own listeners run
 * side by side, and would let a short message overtake a long one. Nothing here waits for the door.
 */
export class Intake {
  readonly #parts: IntakeParts;
  readonly #line = new Lanes();

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** Never throws. */
  arrived(messageId: string): void {
    this.#line
      .run('', () => this.#take(messageId))
      .catch((fault: unknown) => this.#complain('a message was lost on its way from the puppet', fault));
  }

  idle(): Promise<void> {
    return this.#line.idle();
  }

  async #take(messageId: string): Promise<void> {
    const { known, spool, postman } = this.#parts;
    const id = turnIdOf(messageId);
    if (known.has(id)) return;
    const heard = await this.#read(messageId);
    if (!heard) return;
    const { kept, fault } = await spool.keep(heard);
    if (fault) this.#complain('a message could not be kept on disk', fault);
    postman.take(kept);
    await known.add(id);
  }

  /** A puppet that does not answer is asked again: the message exists nowhere else. */
  async #read(messageId: string): Promise<Heard | undefined> {
    const { puppet, rules, retry, health } = this.#parts;
    for (let attempt = 1; ; attempt++) {
      try {
        return await within(PATIENCE, 'the payload of a message', readMessage(puppet, messageId, rules));
      } catch (fault) {
        health.fault();
        if (attempt === ATTEMPTS) throw fault;
        await retry.pause(attempt);
      }
    }
  }

  #complain(message: string, fault: unknown): void {
    this.#parts.health.fault();
    this.#parts.log({ level: 'ERROR', message, facts: faultFacts(fault) });
  }
}
