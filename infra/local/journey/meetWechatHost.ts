import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, startHost } from '../../../bots/channels/wechaty/startHost.ts';
import { MockWechat } from '../wechat/MockWechat.ts';
import type { JourneyCloud } from './JourneyCloud.ts';

/** A WeChat with our bot in it: the real host between wechaty's mock puppet and the real signed door. */
export interface WechatHost {
  readonly wechat: MockWechat;
  /** Resolves when all that was said is taken by the door, and all that waited there has been said. */
  readonly settled: () => Promise<void>;
  /** The host stops when the last of those who met it leaves. */
  readonly leave: () => Promise<void>;
}

interface Running {
  readonly wechat: MockWechat;
  readonly host: Host;
  readonly spoolDir: string;
}

const running = new WeakMap<JourneyCloud, { readonly opening: Promise<Running>; people: number }>();

/** Two hosts of one channel would take each other's replies: everybody in a cloud meets the same. */
export const meetWechatHost = async (cloud: JourneyCloud): Promise<WechatHost> => {
  const shared = running.get(cloud) ?? { opening: open(cloud), people: 0 };
  running.set(cloud, shared);
  shared.people += 1;
  const { wechat, host, spoolDir } = await shared.opening;
  return {
    wechat,
    settled: host.settled,
    leave: async () => {
      shared.people -= 1;
      if (shared.people > 0) return;
      running.delete(cloud);
      await host.stop();
      await rm(spoolDir, { recursive: true, force: true });
    },
  };
};

const open = async (cloud: JourneyCloud): Promise<Running> => {
  const spoolDir = await mkdtemp(join(tmpdir(), 'wangge-wechat-'));
  const wechat = new MockWechat(cloud.now);
  const host = await startHost({
    door: cloud.url,
    secret: cloud.hostSecret(),
    puppet: wechat.puppet,
    spoolDir,
    // The door checks signatures by the clock of the journey.
    now: cloud.now,
    // A long poll would keep the cloud from ever being idle.
    poll: { waitSeconds: 0, pause: 100 },
    retry: { first: 100, most: 1_000 },
    log: () => undefined,
  });
  wechat.login();
  return { wechat, host, spoolDir };
};
