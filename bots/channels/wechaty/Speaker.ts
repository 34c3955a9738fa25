import { FileBox } from 'file-box';
import type { impls } from 'wechaty-puppet';
import type { HostMessage } from '../../../shared/contracts/host.ts';
import { renderPlain } from '../../engine/renderPlain.ts';
import { type Address, addressOf } from './conversationOf.ts';
import { fetchPhoto } from './fetchPhoto.ts';
import { phrases } from './phrases.ts';
import type { RecentIds } from './RecentIds.ts';
import type { Photo } from './takePhoto.ts';
import { within } from './within.ts';

export interface SpeakerParts {
  readonly puppet: impls.PuppetInterface;
  /** Of the HTTP API: decides where photos may come from. */
  readonly door: string;
  /** Parts of messages that were sent before. */
  readonly sent: RecentIds;
}

const PATIENCE = 30_000;
/** As WeChat itself ends a mention. */
const AFTER_MENTION = '\u2005';

/** Says replies in WeChat. Each part of a reply, its words and each photo, is said once, also over restarts. */
export class Speaker {
  readonly #parts: SpeakerParts;

  constructor(parts: SpeakerParts) {
    this.#parts = parts;
  }

  /** Throws when a part could not be sent: the same message again goes on from there. */
  async send({ id, conversation, reply, photoUrls = [] }: HostMessage): Promise<void> {
    const address = addressOf(conversation);
    const words = renderPlain(reply);
    if (words !== '') await this.#once(`${id}/words`, () => this.#say(address, words));
    for (const [n, url] of photoUrls.entries())
      await this.#once(`${id}/${n}`, () => this.#show(address, url));
  }

  async say(conversation: string, words: string): Promise<void> {
    await this.#say(addressOf(conversation), words);
  }

  async #once(part: string, send: () => Promise<void>): Promise<void> {
    const { sent } = this.#parts;
    if (sent.has(part)) return;
    await send();
    await sent.add(part);
  }

  async #say({ contact, room }: Address, words: string): Promise<void> {
    const { puppet } = this.#parts;
    if (room === undefined) {
      await within(PATIENCE, 'sending words', puppet.messageSendText(contact, words));
      return;
    }
    const name = await this.#nameIn(room, contact);
    const text = name ? `@${name}${AFTER_MENTION}${words}` : words;
    await within(PATIENCE, 'sending words', puppet.messageSendText(room, text, [contact]));
  }

  async #show({ contact, room }: Address, url: string): Promise<void> {
    const photo = await fetchPhoto(url, this.#parts.door);
    if (!photo) return this.#say({ contact, ...(room ? { room } : {}) }, phrases.photoMissing);
    const box = FileBox.fromBuffer(Buffer.from(photo.bytes), nameOf(photo));
    await within(PATIENCE, 'sending a photo', this.#parts.puppet.messageSendFile(room ?? contact, box));
  }

  /** How the room knows a person. Not knowing is no reason not to answer. */
  async #nameIn(room: string, contact: string): Promise<string | undefined> {
    const { puppet } = this.#parts;
    try {
      const member = await within(PATIENCE, 'the name of a member', puppet.roomMemberPayload(room, contact));
      return member.roomAlias || member.name || (await puppet.contactPayload(contact)).name;
    } catch {
      return undefined;
    }
  }
}

const nameOf = ({ type }: Photo): string =>
  `photo.${type === 'image/jpeg' ? 'jpg' : type.slice('image/'.length)}`;
