import type { Said } from '../../../shared/contracts/turn.ts';
import type { Door } from './Door.ts';
import { DoorFault } from './DoorFault.ts';
import type { HostHealth } from './HostHealth.ts';
import { faultFacts, type HostLog } from './HostLog.ts';
import { Lanes } from './Lanes.ts';
import type { Photos } from './Photos.ts';
import { phrases } from './phrases.ts';
import type { Retry } from './Retry.ts';
import { Slots } from './Slots.ts';
import type { Kept, Spool } from './Spool.ts';
import { turnIdOf } from './turnIdOf.ts';

export interface PostmanParts {
  readonly door: Door;
  readonly spool: Spool;
  readonly photos: Photos;
  readonly retry: Retry;
  readonly health: HostHealth;
  readonly log: HostLog;
  readonly ended: AbortSignal;
  /** Tells a person something that does not come from the dialog. */
  readonly tell: (conversation: string, text: string) => Promise<void>;
}

const AT_ONCE = 8;

/** Brings what was heard to the door: in order within a conversation, again and again until it is taken. */
export class Postman {
  readonly #parts: PostmanParts;
  readonly #lanes = new Lanes();
  readonly #slots = new Slots(AT_ONCE);

  constructor(parts: PostmanParts) {
    this.#parts = parts;
  }

  take(kept: Kept): void {
    if (kept.heard.said.kind === 'image') this.#parts.photos.begin(kept);
    this.#lanes
      .run(kept.heard.conversation, () => this.#deliver(kept))
      .catch((fault: unknown) => {
        if (this.#parts.ended.aborted) return;
        this.#parts.health.fault();
        this.#parts.log({
          level: 'ERROR',
          message: 'a message could not be delivered',
          facts: faultFacts(fault),
        });
      });
  }

  /** Resolves when all that was given has been taken by the door. */
  idle(): Promise<void> {
    return this.#lanes.idle();
  }

  /** Ends when the door has taken it, or said that it never will. Rejects when the host ends: it then still lies in the spool. */
  async #deliver(kept: Kept): Promise<void> {
    const { door, spool, photos, retry, health, ended } = this.#parts;
    const { conversation, id } = kept.heard;
    let said: Said | undefined;
    for (let failures = 1; ; failures++) {
      try {
        const ready = said ?? (await this.#saidOf(kept));
        said = ready;
        await this.#slots.use(() => door.postTurn(conversation, turnIdOf(id), ready));
        health.door('posting', 'open');
        break;
      } catch (fault) {
        if (!(fault instanceof DoorFault) || ended.aborted) throw fault;
        if (fault.cure === 'never') {
          await this.#drop(kept, fault);
          break;
        }
        this.#failed(kept, fault, failures);
        await retry.pause(failures);
      }
    }
    photos.forget(kept);
    await spool.remove(kept);
  }

  /** As the door takes it: a picture is uploaded first. One that cannot be had is said to be unreadable, so that the person hears of it. */
  async #saidOf(kept: Kept): Promise<Said> {
    const { said, conversation } = kept.heard;
    if (said.kind !== 'image') return said;
    const photo = await this.#parts.photos.get(kept);
    if (typeof photo === 'string')
      return { kind: 'unknown', what: photo === 'tooLarge' ? phrases.photoTooLarge : phrases.kinds.Image };
    try {
      return {
        kind: 'photo',
        key: await this.#slots.use(() => this.#parts.door.uploadPhoto(conversation, photo)),
      };
    } catch (fault) {
      if (!(fault instanceof DoorFault) || fault.cure !== 'never') throw fault;
      this.#parts.log({ level: 'WARN', message: 'a picture was refused', facts: faultFacts(fault) });
      return { kind: 'unknown', what: phrases.kinds.Image };
    }
  }

  #failed({ name }: Kept, fault: DoorFault, failures: number): void {
    const { health, log } = this.#parts;
    health.fault();
    health.door('posting', fault.cure === 'ours' ? 'refused' : 'down');
    log({
      level: 'WARN',
      message: 'the door did not take a message yet',
      facts: { name, failures, ...faultFacts(fault) },
    });
  }

  async #drop({ name, heard }: Kept, refusal: DoorFault): Promise<void> {
    const { health, log, tell } = this.#parts;
    health.fault();
    log({
      level: 'ERROR',
      message: 'the door refused a message for good',
      facts: { name, ...faultFacts(refusal) },
    });
    try {
      await tell(heard.conversation, phrases.notTaken);
    } catch (fault) {
      log({ level: 'WARN', message: 'its sender could not be told', facts: { name, ...faultFacts(fault) } });
    }
  }
}
