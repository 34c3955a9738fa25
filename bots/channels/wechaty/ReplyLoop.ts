import { setTimeout as sleep } from 'node:timers/promises';
import type { Door, Waiting } from './Door.ts';
import { DoorFault } from './DoorFault.ts';
import type { HostHealth } from './HostHealth.ts';
import { faultFacts, type HostLog } from './HostLog.ts';
import type { Retry } from './Retry.ts';
import type { Speaker } from './Speaker.ts';

export interface PollSettings {
  /** How long the door waits for the first reply. */
  readonly waitSeconds: number;
  /** Milliseconds between two fetches that brought nothing. */
  readonly pause: number;
}

export interface ReplyLoopParts {
  readonly door: Door;
  readonly speaker: Speaker;
  readonly poll: PollSettings;
  readonly retry: Retry;
  readonly health: HostHealth;
  readonly log: HostLog;
  readonly ended: AbortSignal;
}

/** How often we look whether somebody has logged in. */
const LOOK = 200;

/** Fetches what is to be said, says it, and says so. Only while logged in: what is fetched five times in vain is set aside for a person. */
export class ReplyLoop {
  readonly #parts: ReplyLoopParts;
  #asking: (() => void)[] = [];

  constructor(parts: ReplyLoopParts) {
    this.#parts = parts;
  }

  /** Resolves soon after the host has ended. */
  async run(): Promise<void> {
    const { ended, retry } = this.#parts;
    for (let failures = 0; !ended.aborted; ) {
      try {
        const well = await this.#round();
        failures = well ? 0 : failures + 1;
        if (failures > 0) await retry.pause(failures);
      } catch (fault) {
        if (ended.aborted) return;
        failures += 1;
        this.#failed(fault);
        await retry.pause(failures).catch(() => undefined);
      }
    }
  }

  /** Resolves when a fetch that began after this call found nothing more to say. */
  caughtUp(): Promise<void> {
    return new Promise((resolve) => this.#asking.push(resolve));
  }

  /** Answers whether all that was fetched could be said. */
  async #round(): Promise<boolean> {
    const { door, poll, health, ended } = this.#parts;
    if (!health.isLoggedIn) {
      await sleep(LOOK, undefined, { signal: ended });
      return true;
    }
    const asking = this.#asking.splice(0);
    const begun = performance.now();
    try {
      const replies = await door.fetchReplies(poll.waitSeconds, ended);
      health.fetched();
      health.door('fetching', 'open');
      if (replies.length > 0) return await this.#sayAll(replies);
    } finally {
      this.#asking.unshift(...asking);
    }
    for (const resolve of this.#asking.splice(0, asking.length)) resolve();
    await this.#rest(performance.now() - begun);
    return true;
  }

  /** A door that answers "nothing" at once is not asked a thousand times a second. */
  async #rest(took: number): Promise<void> {
    const { poll, ended } = this.#parts;
    const pause = Math.max(poll.pause, poll.waitSeconds > 0 && took < 500 ? 500 : 0);
    if (pause > 0) await sleep(pause, undefined, { signal: ended });
  }

  /** What follows a message that could not be said waits with it: both come again, in order. */
  async #sayAll(replies: readonly Waiting[]): Promise<boolean> {
    const { speaker, health, log, ended } = this.#parts;
    const said: string[] = [];
    const stopped = new Set<string>();
    for (const { receipt, message } of replies) {
      if (ended.aborted || stopped.has(message.conversation)) continue;
      try {
        await speaker.send(message);
        said.push(receipt);
      } catch (fault) {
        stopped.add(message.conversation);
        health.fault();
        log({
          level: 'WARN',
          message: 'a reply could not be said yet',
          facts: { seq: message.seq, ...faultFacts(fault) },
        });
      }
    }
    if (said.length > 0) await this.#parts.door.acknowledge(said);
    return stopped.size === 0;
  }

  #failed(fault: unknown): void {
    const { health, log } = this.#parts;
    health.fault();
    health.fetched();
    if (fault instanceof DoorFault) health.door('fetching', fault.cure === 'again' ? 'down' : 'refused');
    log({ level: 'WARN', message: 'replies could not be fetched', facts: faultFacts(fault) });
  }
}
