import type { impls } from 'wechaty-puppet';
import { faultFacts, type HostLog } from './HostLog.ts';
import type { Retry } from './Retry.ts';
import { Slots } from './Slots.ts';
import type { Kept, Spool } from './Spool.ts';
import { type NoPhoto, type Photo, photoOf, takePhoto } from './takePhoto.ts';

export interface PhotosParts {
  readonly puppet: impls.PuppetInterface;
  readonly spool: Spool;
  readonly retry: Retry;
  readonly log: HostLog;
}

type Got = Photo | NoPhoto | 'lost';

const AT_ONCE = 4;
const ATTEMPTS = 5;

/** Pictures are fetched as soon as they are heard of, whatever the door does: the puppet does not keep them for long. */
export class Photos {
  readonly #parts: PhotosParts;
  readonly #slots = new Slots(AT_ONCE);
  /** On disk, or the reason why not. Bytes stay in memory only when the disk does not take them. */
  readonly #fetching = new Map<string, Promise<'onDisk' | Got>>();

  constructor(parts: PhotosParts) {
    this.#parts = parts;
  }

  begin(kept: Kept): void {
    if (this.#fetching.has(kept.name)) return;
    const fetching = this.#slots.use(() => this.#fetch(kept));
    this.#fetching.set(kept.name, fetching);
    fetching.catch(() => undefined);
  }

  /** Rejects only when the host ends. `lost`: the puppet does not give it any more. */
  async get(kept: Kept): Promise<Got> {
    this.begin(kept);
    const got = (await this.#fetching.get(kept.name)) ?? 'lost';
    if (got !== 'onDisk') return got;
    const bytes = await this.#parts.spool.readPhoto(kept);
    return bytes ? photoOf(bytes) : 'lost';
  }

  forget({ name }: Kept): void {
    this.#fetching.delete(name);
  }

  async #fetch(kept: Kept): Promise<'onDisk' | Got> {
    const { puppet, spool, retry, log } = this.#parts;
    if (await spool.readPhoto(kept)) return 'onDisk';
    for (let attempt = 1; ; attempt++) {
      try {
        const photo = await takePhoto(puppet, kept.heard.id);
        return typeof photo === 'string' ? photo : await this.#store(kept, photo);
      } catch (fault) {
        log({ level: 'WARN', message: 'a picture was not given', facts: { attempt, ...faultFacts(fault) } });
        if (attempt === ATTEMPTS) return 'lost';
        await retry.pause(attempt);
      }
    }
  }

  async #store(kept: Kept, photo: Photo): Promise<'onDisk' | Photo> {
    const { spool, log } = this.#parts;
    try {
      await spool.keepPhoto(kept, photo.bytes);
      return 'onDisk';
    } catch (fault) {
      log({ level: 'ERROR', message: 'a picture could not be kept on disk', facts: faultFacts(fault) });
      return photo;
    }
  }
}
