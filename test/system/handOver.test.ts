import { mkdtempSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCity } from '../../infra/commands/city.ts';
import type { Fault } from '../../infra/local/gateway/types.ts';
import { type LocalCloud, startLocalCloud } from '../../infra/local/LocalCloud.ts';
import { openCase } from '../../shared/application/commandCase.ts';
import { messagesAnswerSchema } from '../../shared/contracts/web.ts';

/** A hand-over on the whole system, while calls fail and answers are lost. */

const AT = Date.parse('2026-09-28T10:00:00+08:00');
const MINUTE = 60_000;
const CASES = 20;
const PLACE = { lng: 121.4712, lat: 31.2304, name: '建设路12号' };
const dataDir = mkdtempSync(join(tmpdir(), 'wangge-handover-'));
let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud({ dataDir, cityDir: 'cities/example', frozenAt: AT });
  await cloud.reset(AT);
}, 120_000);

afterAll(async () => {
  cloud.gateway.setFault(undefined);
  await cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const openSome = async (): Promise<readonly string[]> => {
  const know = cloud.know();
  const world = {
    cases: cloud.store.cases,
    cities: { current: async () => know, at: async () => know },
    now: cloud.clock.now,
    pause: async () => undefined,
  };
  const by = { person: 'web:r-1', role: 'resident' } as const;
  for (let i = 0; i < CASES; i++)
    await openCase(world)(
      { type: 'open', service: '01037', place: PLACE, text: '路灯坏了', photos: [], reporter: by.person },
      { id: `open-${i}`, by },
    );
  await cloud.idle();
  return cloud.store.caseNumbers();
};

const heardBy = async (person: string): Promise<readonly string[]> => {
  const token = await cloud.token(`web:${person}`);
  const answer = await fetch(new URL('/web/messages?after=0&limit=100', cloud.url), {
    headers: { authorization: `Bearer ${token}` },
  });
  const { messages } = messagesAnswerSchema.parse(await answer.json());
  return messages.flatMap((message) =>
    'reply' in message && message.reply.text.startsWith('岗位交接') ? [message.reply.text] : [],
  );
};

const FAULTS: readonly Fault[] = [
  { when: 'before', type: 'InternalServerError', status: 500 },
  { when: 'after', lose: true },
];

test('calls that fail and answers that are lost neither lose a case nor tell anybody twice', async () => {
  const numbers = await openSome();
  const dir = join(dataDir, 'next');
  await cp('cities/example', dir, { recursive: true });
  const around = {
    out: () => undefined,
    err: () => undefined,
    open: () => Promise.reject(new Error('none')),
    now: () => cloud.clock.now(),
  };
  const words = ['handover', dir, 'S001', 'S099', '--on', '2026-09-28', '--name', '刘敏'];
  expect(await runCity(words, around)).toBe(0);
  await cloud.publishCity(dir);
  let calls = 0;
  let broken = 0;
  cloud.gateway.setFault(({ caller, operation }) => {
    const ours = /watchPosts|handOver/u.test(caller) && operation !== 'ReceiveMessage';
    calls += ours ? 1 : 0;
    if (!ours || calls % 3 !== 0) return undefined;
    broken += 1;
    return FAULTS[broken % FAULTS.length];
  });
  for (let minute = 0; minute < 4; minute++) await cloud.advanceTo(cloud.clock.now() + MINUTE);
  cloud.gateway.setFault(undefined);
  // A body that was given up in the midst of it is shown again by its queue.
  await cloud.advanceTo(cloud.clock.now() + 30 * MINUTE);
  expect(broken).toBeGreaterThan(CASES / 3);
  for (const number of numbers) {
    const events = (await cloud.store.cases.history(number)).flatMap((entry) => entry.events);
    expect(events.filter(({ type }) => type === 'handedOver')).toMatchObject([
      { from: ['S001'], to: ['S099'] },
    ]);
  }
  expect(await heardBy('S099')).toEqual([expect.stringContaining(`${CASES} 件在办的事由您继续办理`)]);
  expect(await heardBy('S001')).toEqual([expect.stringContaining(`${CASES} 件在办的事已经交出`)]);
  const waiting = Object.entries(cloud.gateway.pending()).filter(([, { visible }]) => visible > 0);
  expect(waiting).toEqual([]);
}, 120_000);
