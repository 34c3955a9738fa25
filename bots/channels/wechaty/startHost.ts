import { join } from 'node:path';
import { WechatyBuilder } from 'wechaty';
import { helpers, type impls } from 'wechaty-puppet';
import { Door } from './Door.ts';
import { type HealthReport, HostHealth } from './HostHealth.ts';
import { faultFacts, type HostLog, logLine } from './HostLog.ts';
import { Intake } from './Intake.ts';
import { listenTo } from './listenTo.ts';
import { openHealthDoor } from './openHealthDoor.ts';
import { Photos } from './Photos.ts';
import { Postman } from './Postman.ts';
import { RecentIds } from './RecentIds.ts';
import { type PollSettings, ReplyLoop } from './ReplyLoop.ts';
import { Retry, type RetrySettings } from './Retry.ts';
import { Speaker } from './Speaker.ts';
import { Spool } from './Spool.ts';
import { within } from './within.ts';

/** The host of the wechaty channel. It knows one HTTP address, one secret and one puppet. */
export interface HostOptions {
  /** Of the HTTP API. */
  readonly door: string;
  /** Shared with the door. */
  readonly secret: string;
  /** The npm name of a puppet, or a puppet. */
  readonly puppet: `wechaty-puppet-${string}` | impls.PuppetInterface;
  /** Of the puppet's provider. */
  readonly token?: string;
  /** Its own folder: what was heard and not yet taken, what was said before, the login. */
  readonly spoolDir: string;
  /** Of /healthz on this machine; none when absent. */
  readonly port?: number;
  /** The clock that the door checks signatures by. */
  readonly now?: () => number;
  readonly coordinates?: 'gcj02' | 'wgs84';
  readonly poll?: PollSettings;
  readonly retry?: RetrySettings;
  readonly log?: HostLog;
}

export interface Host {
  readonly health: () => HealthReport;
  readonly healthUrl: string | undefined;
  /** Resolves when the door has all that was heard, and all that waited at the door has been said. */
  readonly settled: () => Promise<void>;
  /** Within ten seconds; what the door has not taken by then lies in the spool. */
  readonly stop: () => Promise<void>;
}

const POLL: PollSettings = { waitSeconds: 20, pause: 0 };
const RETRY: RetrySettings = { first: 1_000, most: 60_000 };
/** So much older than the host's first start, and a message belongs to another time; after a restart what was missed is heard late. */
const BEFORE_FIRST_START = 5 * 60_000;
const BEFORE_RESTART = 24 * 3_600_000;

/** Rejects when the puppet cannot be made or the folder cannot be used; whatever goes wrong later is told by `health` and the log. */
export const startHost = async (options: HostOptions): Promise<Host> => {
  const { spoolDir, log = logLine, now = Date.now } = options;
  const ended = new AbortController();
  const cut = new AbortController();
  const health = new HostHealth();
  const spool = await Spool.open(join(spoolDir, 'heard'), log);
  const known = await RecentIds.open(join(spoolDir, 'heard.ids'));
  const sent = await RecentIds.open(join(spoolDir, 'said.ids'));
  health.waiting = () => spool.size;

  const puppet = await puppetOf(options);
  const bot = WechatyBuilder.build({
    puppet,
    ...(typeof options.puppet === 'string' ? { name: join(spoolDir, 'login') } : {}),
  });
  const door = new Door({ url: options.door, secret: options.secret, now, ended: cut.signal });
  const common = {
    puppet,
    health,
    log,
    ended: ended.signal,
    retry: new Retry(options.retry ?? RETRY, ended.signal),
  };
  const speaker = new Speaker({ puppet, door: options.door, sent });
  const photos = new Photos({ ...common, spool });
  const tell = (conversation: string, words: string) => speaker.say(conversation, words);
  const postman = new Postman({ ...common, door, spool, photos, tell });
  const since = now() - (known.isEmpty ? BEFORE_FIRST_START : BEFORE_RESTART);
  const rules = { since, coordinates: options.coordinates ?? 'gcj02' };
  const intake = new Intake({ ...common, rules, known, spool, postman });
  const replies = new ReplyLoop({ ...common, door, speaker, poll: options.poll ?? POLL });

  const healthDoor =
    options.port === undefined ? undefined : await openHealthDoor(options.port, () => health.report());
  listenTo({ bot, puppet, health, log, arrived: (id) => intake.arrived(id) });
  for (const kept of spool.waiting()) postman.take(kept);
  const running = replies.run();
  const stop = async (): Promise<void> => {
    ended.abort();
    const give = (ms: number, what: string, work: Promise<unknown>) =>
      within(ms, what, work).catch((fault: unknown) =>
        log({ level: 'WARN', message: 'not ended in time', facts: faultFacts(fault) }),
      );
    await give(4_000, 'the work under way', Promise.all([running, intake.idle(), postman.idle()]));
    cut.abort();
    await give(4_000, 'the puppet', bot.stop());
    await healthDoor?.close();
  };
  try {
    await bot.start();
  } catch (fault) {
    await stop();
    throw fault;
  }
  return {
    health: () => health.report(),
    healthUrl: healthDoor?.url,
    settled: async () => {
      await intake.idle();
      await postman.idle();
      await replies.caughtUp();
    },
    stop,
  };
};

const puppetOf = ({ puppet, token }: HostOptions): Promise<impls.PuppetInterface> =>
  helpers.resolvePuppet({ puppet, ...(token ? { puppetOptions: { token } } : {}) });
