import { FileBox, type FileBoxInterface } from 'file-box';
import type { payloads } from 'wechaty-puppet';
import { PuppetMock } from 'wechaty-puppet-mock';

/** What there is in a WeChat, whoever is logged in to it. */
export interface WechatWorld {
  readonly contacts: Map<string, payloads.Contact>;
  readonly rooms: Map<string, payloads.Room>;
  /** Names that people have in one room only: `room/contact`. */
  readonly aliases: Map<string, string>;
  readonly messages: Map<string, payloads.Message>;
  readonly places: Map<string, payloads.Location>;
  readonly files: Map<string, { readonly name: string; readonly bytes: Buffer }>;
  /** Told of what the bot says. Rejects to refuse it. */
  readonly said: (to: string, what: string | FileBoxInterface, mentions: readonly string[]) => Promise<void>;
}

const found = <T>(map: ReadonlyMap<string, T>, id: string): T => {
  const value = map.get(id);
  if (value === undefined) throw new Error(`no payload found for id ${id}`);
  return value;
};

/** wechaty's mock puppet over a world: the stock one takes no locations, gives made-up ones, and drops most of what is sent. */
export class SpeakingPuppet extends PuppetMock {
  readonly #world: WechatWorld;

  constructor(world: WechatWorld) {
    super();
    this.#world = world;
  }

  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    return found(this.#world.contacts, id);
  }

  override async roomRawPayload(id: string): Promise<payloads.Room> {
    return found(this.#world.rooms, id);
  }

  override async roomMemberList(id: string): Promise<string[]> {
    return [...found(this.#world.rooms, id).memberIdList];
  }

  override async roomMemberRawPayload(room: string, id: string): Promise<payloads.RoomMember> {
    const { name, avatar } = found(this.#world.contacts, id);
    const roomAlias = this.#world.aliases.get(`${room}/${id}`);
    return { id, name, avatar, ...(roomAlias === undefined ? {} : { roomAlias }) };
  }

  override async messageRawPayload(id: string): Promise<payloads.Message> {
    return found(this.#world.messages, id);
  }

  override async messageLocation(id: string): Promise<payloads.Location> {
    return found(this.#world.places, id);
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    const { name, bytes } = found(this.#world.files, id);
    return FileBox.fromBuffer(bytes, name);
  }

  override async messageSendText(to: string, text: string, mentions: string[] = []): Promise<void> {
    await this.#world.said(to, text, mentions);
  }

  override async messageSendFile(to: string, file: FileBoxInterface): Promise<void> {
    await this.#world.said(to, file, []);
  }
}
