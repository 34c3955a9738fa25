import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { types } from 'wechaty-puppet';
import { addressOf } from '../../../bots/channels/wechaty/conversationOf.ts';
import { startHost } from '../../../bots/channels/wechaty/startHost.ts';
import { within } from '../../../bots/channels/wechaty/within.ts';
import { MockWechat } from '../wechat/MockWechat.ts';
import type { Sent } from './Journey.ts';
import type { JourneyCloud } from './JourneyCloud.ts';
import type { Person } from './Person.ts';

/** The wechaty host with a WeChat of its own, for one journey. */
export interface WechatHost {
  /** `conversation`: a staff member's; absent: somebody nobody knows yet. */
  readonly meet: (name: string, conversation: string | undefined) => Person;
  readonly close: () => Promise<void>;
}

/** Never waiting at the door: a poll that nobody waits for any more would take the next journey's replies, and keep the cloud busy. */
const POLL = { waitSeconds: 0, pause: 50 };
/** How long the host may take to bring and fetch everything, in real time. */
const SETTLING = 10_000;

export const openWechatHost = async (cloud: JourneyCloud): Promise<WechatHost> => {
  const spoolDir = await mkdtemp(join(tmpdir(), 'wangge-wechat-'));
  const wechat = new MockWechat(cloud.now);
  const waiting = new Set<() => void>();
  wechat.arrived = () => {
    for (const wake of waiting) wake();
  };
  const host = await startHost({
    door: cloud.url,
    secret: cloud.hostSecret(),
    spoolDir,
    puppet: wechat.puppet,
    now: cloud.now,
    poll: POLL,
    log: () => undefined,
  });
  wechat.login();

  const speak = async (who: string, sent: Sent, id: string): Promise<void> => {
    switch (sent.kind) {
      case 'text':
        return wechat.say(who, sent.text, { id });
      case 'place':
        return wechat.sendPlace(who, sent, { id });
      case 'photo':
        return wechat.sendPhoto(who, await readFile(sent.file), { id });
      case 'unknown':
        return wechat.send(who, types.Message.Audio, { id });
      case 'hello':
        throw new Error('the code of a cell opens the web page: play this person there');
    }
  };

  const arrival = async (ms: number): Promise<void> => {
    let wake: () => void = () => undefined;
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    waiting.add(wake);
    const timer = setTimeout(wake, ms);
    await woken;
    clearTimeout(timer);
    waiting.delete(wake);
  };

  return {
    meet: (name, conversation) => {
      const who = conversation ? addressOf(conversation).contact : `wxid_${randomUUID().slice(0, 8)}`;
      wechat.meet(who, name);
      return {
        send: (sent, id) => speak(who, sent, id),
        // No buttons there: their words are typed.
        press: (choice, id) => speak(who, { kind: 'text', text: choice }, id),
        // What still waits at the door counts as told: without it "hears nothing" would prove nothing.
        heard: async () => {
          await within(SETTLING, 'the wechaty host', host.settled());
          return wechat.heard(who).map((text) => ({ text }));
        },
        arrival,
        leave: async () => undefined,
      };
    },
    close: async () => {
      await host.stop();
      await rm(spoolDir, { recursive: true, force: true });
    },
  };
};
