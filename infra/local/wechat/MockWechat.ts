import { randomUUID } from 'node:crypto';
import { type payloads, types } from 'wechaty-puppet';
import { toGcj02 } from '../../../bots/channels/wechaty/fromGcj02.ts';
import { SpeakingPuppet, type WechatWorld } from './SpeakingPuppet.ts';

/**
 * A WeChat with no network: wechaty's mock puppet, and people who speak to it. For tests and journeys.
 *
 *   const wechat = new MockWechat();
 *   const host = await startHost({ door, secret, spoolDir, puppet: wechat.puppet });
 *   wechat.login();
 *   wechat.meet('wxid_1', '张三');
 *   wechat.say('wxid_1', '路灯坏了');
 *   wechat.openRoom('r@chatroom', ['wxid_1']);
 *   wechat.say('wxid_1', '路灯坏了', { room: 'r@chatroom', mention: true });
 *   await host.settled();       // all of it heard and taken by the door, and what waited there said
 *   wechat.heard('wxid_1')      // what the bot said to whom
 *
 * A host that is started again needs a puppet that was never started: `wechat.restart()` makes one, with the same people.
 */
export class MockWechat {
  readonly sent: Sent[] = [];
  /** Asked before anything is said to somebody; rejects to refuse it. */
  refuse: (to: string) => void | Promise<void> = () => undefined;
  /** Told when something was said. */
  arrived: () => void = () => undefined;
  readonly #now: () => number;
  readonly #world: WechatWorld;
  #puppet: SpeakingPuppet;

  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#world = {
      contacts: new Map(),
      rooms: new Map(),
      aliases: new Map(),
      messages: new Map(),
      places: new Map(),
      files: new Map(),
      said: async (to, what, mentions) => {
        await this.refuse(to);
        const said = typeof what === 'string' ? { text: what } : { file: await what.toBuffer() };
        this.sent.push({ to, mentions, ...said });
        this.arrived();
      },
    };
    this.#puppet = new SpeakingPuppet(this.#world);
    this.meet(BOT, BOT_NAME);
  }

  get puppet(): SpeakingPuppet {
    return this.#puppet;
  }

  restart(): SpeakingPuppet {
    this.#puppet = new SpeakingPuppet(this.#world);
    return this.#puppet;
  }

  login(): void {
    this.#puppet.login(BOT);
  }

  /** Somebody who can speak; an official account with `types.Contact.Official`. */
  meet(id: string, name: string, type = types.Contact.Individual): void {
    this.#world.contacts.set(id, {
      id,
      name,
      type,
      gender: types.ContactGender.Unknown,
      avatar: '',
      phone: [],
    });
  }

  /** A room with the bot in it. `botAlias`: how the bot is called there. */
  openRoom(id: string, people: readonly string[], botAlias?: string): void {
    this.#world.rooms.set(id, { id, topic: id, adminIdList: [], memberIdList: [BOT, ...people] });
    if (botAlias !== undefined) this.#world.aliases.set(`${id}/${BOT}`, botAlias);
  }

  say(who: string, text: string, manner: Manner = {}): void {
    const called = this.#world.aliases.get(`${manner.room}/${BOT}`) ?? BOT_NAME;
    this.#speak(who, types.Message.Text, manner, manner.mention ? `@${called}\u2005${text}` : text);
  }

  /** A true place, in WGS-84; WeChat tells of it in GCJ-02. 0, 0 stays as it is. */
  sendPlace(who: string, place: { lng: number; lat: number; name?: string }, manner: Manner = {}): void {
    const { lng, lat } = toGcj02(place);
    const id = manner.id ?? randomUUID();
    const words = { name: place.name ?? '', address: '' };
    this.#world.places.set(id, { longitude: lng, latitude: lat, accuracy: 15, ...words });
    this.#speak(who, types.Message.Location, { ...manner, id });
  }

  sendPhoto(who: string, bytes: Buffer, manner: Manner = {}): void {
    const id = manner.id ?? randomUUID();
    this.#world.files.set(id, { name: 'photo.jpg', bytes });
    this.#speak(who, types.Message.Image, { ...manner, id });
  }

  /** A message of another kind: voice, a card, a link… */
  send(who: string, type: types.Message, manner: Manner = {}): void {
    this.#speak(who, type, manner);
  }

  /** As something the bot's own account wrote, on a phone. */
  sayAsBot(to: string, text: string): void {
    this.#tell({
      id: randomUUID(),
      talkerId: BOT,
      listenerId: to,
      timestamp: this.#now(),
      type: types.Message.Text,
      text,
    });
  }

  /** The words the bot said privately to somebody, or in a room. */
  heard(to: string): readonly string[] {
    return this.sent.flatMap((each) => (each.to === to && each.text !== undefined ? [each.text] : []));
  }

  #speak(who: string, type: types.Message, manner: Manner, text?: string): void {
    const { room, mention, listed = mention, id = randomUUID(), at = this.#now() } = manner;
    const base = { id, talkerId: who, timestamp: at, type, ...(text === undefined ? {} : { text }) };
    const mentionIdList = listed ? [BOT] : [];
    this.#tell(room === undefined ? { ...base, listenerId: BOT } : { ...base, roomId: room, mentionIdList });
  }

  #tell(message: payloads.Message): void {
    this.#world.messages.set(message.id, message);
    this.#puppet.emit('message', { messageId: message.id });
  }
}

/** Something the bot said: to a contact, or in a room. */
export interface Sent {
  readonly to: string;
  readonly text?: string;
  readonly file?: Buffer;
  readonly mentions: readonly string[];
}

/** How a message is spoken. */
export interface Manner {
  /** In this room instead of privately. */
  readonly room?: string;
  /** Calls the bot, as a phone does. */
  readonly mention?: boolean;
  /** WeChat lists the bot among those called, whatever the text says: it does so for everybody when all are called. */
  readonly listed?: boolean;
  /** The channel's own id; the same id again is the same message delivered again. */
  readonly id?: string;
  /** When it was sent; now when absent. */
  readonly at?: number;
}

const BOT = 'wxid_bot';
const BOT_NAME = '网格小助手';
