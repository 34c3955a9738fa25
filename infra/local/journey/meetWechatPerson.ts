import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { types } from 'wechaty-puppet';
import { addressOf } from '../../../bots/channels/wechaty/conversationOf.ts';
import { within } from '../../../bots/channels/wechaty/within.ts';
import type { Reply } from '../../../shared/contracts/reply.ts';
import type { MockWechat, Sent as Told } from '../wechat/MockWechat.ts';
import type { Sent } from './Journey.ts';
import type { JourneyCloud } from './JourneyCloud.ts';
import { meetWechatHost } from './meetWechatHost.ts';
import type { Person } from './Person.ts';

const PATIENCE = 20_000;
const KINDS: Readonly<Record<string, types.Message>> = {
  voice: types.Message.Audio,
  video: types.Message.Video,
  file: types.Message.Attachment,
  card: types.Message.Contact,
  link: types.Message.Url,
};

const speak = async (wechat: MockWechat, who: string, sent: Sent, id: string): Promise<void> => {
  switch (sent.kind) {
    case 'text':
      return wechat.say(who, sent.text, { id });
    case 'place':
      return wechat.sendPlace(who, sent, { id });
    case 'photo':
      return wechat.sendPhoto(who, await readFile(sent.file), { id });
    case 'unknown':
      return wechat.send(who, KINDS[sent.what] ?? types.Message.Unknown, { id });
  }
};

/** What a person reads in WeChat: words, with choices as numbers in them, and pictures. */
const readAs = ({ text, file }: Told): Reply => ({ text: text ?? `[照片，${file?.length ?? 0} 字节]` });

/** Who wants a choice types its number, or its label where it has a letter of its own. */
const typedFor = (replies: readonly Reply[], choice: string): string => {
  for (const { text } of replies.toReversed()) {
    for (const line of text.split('\n')) {
      if (line === choice) return choice;
      const number = /^(?<number>\d+) (?<label>.+)$/u.exec(line)?.groups;
      if (number?.label === choice) return number.number ?? '';
    }
  }
  throw new Error(`no message offered the choice "${choice}"`);
};

/** A person in a private chat with the bot in WeChat. `conversation`: a staff member's; absent: a new resident. */
export const meetWechatPerson = async (
  cloud: JourneyCloud,
  name: string,
  conversation: string | undefined,
): Promise<Person> => {
  const { wechat, settled, leave } = await meetWechatHost(cloud);
  const who = conversation ? addressOf(conversation).contact : `wxid_${randomUUID().slice(0, 12)}`;
  wechat.meet(who, name);
  const settle = () => within(PATIENCE, 'the wechaty host', settled());
  const heard = async (): Promise<readonly Reply[]> => {
    await settle();
    return wechat.sent.filter(({ to }) => to === who).map(readAs);
  };
  const send = async (sent: Sent, id: string): Promise<void> => {
    await speak(wechat, who, sent, id);
    await settle();
  };
  return {
    send,
    press: async (choice, id) => send({ kind: 'text', text: typedFor(await heard(), choice) }, id),
    heard,
    // Whoever asks what was heard fetches it: there is nothing to wait for but the dialog.
    arrival: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 50))),
    leave,
  };
};
