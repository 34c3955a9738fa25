import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostLine } from '../../../../../bots/channels/wechaty/HostLog.ts';
import { type Host, type HostOptions, startHost } from '../../../../../bots/channels/wechaty/startHost.ts';
import { MockWechat } from '../../../../../infra/local/wechat/MockWechat.ts';
import { FakeDoor, SECRET } from './FakeDoor.ts';

/** A host between a WeChat with no network and a door of our own. */
export interface HostStage {
  readonly wechat: MockWechat;
  readonly door: FakeDoor;
  readonly spoolDir: string;
  readonly lines: readonly HostLine[];
  readonly host: () => Host;
  readonly start: (options?: Partial<HostOptions>) => Promise<Host>;
  readonly close: () => Promise<void>;
}

/** Nothing is started yet but the door. 张三 (`wxid_1`) and 李四 (`wxid_2`) are there, and a room with both. */
export const openHost = async (): Promise<HostStage> => {
  const door = await new FakeDoor().open();
  const spoolDir = await mkdtemp(join(tmpdir(), 'wangge-host-'));
  const wechat = new MockWechat();
  wechat.meet('wxid_1', '张三');
  wechat.meet('wxid_2', '李四');
  wechat.openRoom('19@chatroom', ['wxid_1', 'wxid_2']);
  const lines: HostLine[] = [];
  let host: Host | undefined;
  return {
    wechat,
    door,
    spoolDir,
    lines,
    host: () => {
      if (!host) throw new Error('not started');
      return host;
    },
    start: async (options = {}) => {
      host = await startHost({
        door: door.url,
        secret: SECRET,
        puppet: wechat.puppet,
        spoolDir,
        poll: { waitSeconds: 0, pause: 10 },
        retry: { first: 10, most: 40 },
        log: (line) => lines.push(line),
        ...options,
      });
      wechat.login();
      return host;
    },
    close: async () => {
      await host?.stop();
      await door.close();
      await rm(spoolDir, { recursive: true, force: true });
    },
  };
};
