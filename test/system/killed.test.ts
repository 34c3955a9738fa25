import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { renderPlain } from '../../bots/engine/renderPlain.ts';
import { messagesAnswerSchema, type WireMessage } from '../../shared/contracts/web.ts';
import { firstBreak } from '../../shared/domain/case/chain.ts';
import { foldHistory } from '../../shared/domain/case/evolve.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { scanNumbers } from '../../shared/store/dynamo/scanNumbers.ts';
import { clientOf } from '../support/createTable.ts';
import { LocalProcess } from '../support/LocalProcess.ts';

const KILLS = 20;
const RESIDENTS = 8;
const LIMIT = 540_000;

const dataDir = mkdtempSync(join(tmpdir(), 'wangge-killed-'));
let running: LocalProcess;
let going = true;
let ended = false;

afterAll(async () => {
  going = false;
  ended = true;
  await running?.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A resident who talks without pause and remembers what was acknowledged. */
class Talker {
  readonly acknowledged: string[] = [];
  #token = '';
  #count = 0;

  async meet(url: string): Promise<void> {
    const response = await fetch(new URL('/web/sessions', url), { method: 'POST', body: '{}' });
    this.#token = ((await response.json()) as { token: string }).token;
  }

  /** A message whose door did not answer is sent again under the same id until it does, as a page does. */
  async say(urlOf: () => string, text: string): Promise<void> {
    const id = `m${++this.#count}`;
    const at = Date.now();
    while (!ended) {
      try {
        const response = await fetch(new URL('/web/turns', urlOf()), {
          method: 'POST',
          headers: { authorization: `Bearer ${this.#token}` },
          body: JSON.stringify({ id, at, said: { kind: 'text', text } }),
          signal: AbortSignal.timeout(5_000),
        });
        if (response.ok) {
          this.acknowledged.push(id);
          return;
        }
      } catch {
        // The process is being killed or started: try again.
      }
      await sleep(50);
    }
  }

  async messages(url: string): Promise<readonly WireMessage[]> {
    const all: WireMessage[] = [];
    for (let after = 0; ; ) {
      const response = await fetch(new URL(`/web/messages?limit=100&after=${after}`, url), {
        headers: { authorization: `Bearer ${this.#token}` },
      });
      const { messages, next } = messagesAnswerSchema.parse(await response.json());
      all.push(...messages);
      if (next === after) return all;
      after = next;
    }
  }
}

const countOf = (talkers: readonly Talker[]): number =>
  talkers.reduce((sum, talker) => sum + talker.acknowledged.length, 0);

const moreAcknowledged = async (talkers: readonly Talker[]): Promise<void> => {
  const before = countOf(talkers);
  for (const until = Date.now() + 30_000; countOf(talkers) === before; await sleep(20))
    if (Date.now() > until) throw new Error('Nobody was answered within 30 s of a start');
};

/** Acknowledged messages that have no answer yet. */
const unanswered = (talker: Talker, messages: readonly WireMessage[]): readonly string[] => {
  const answered = new Set(messages.flatMap((one) => ('reply' in one ? [one.seq] : [])));
  const done = new Set(messages.flatMap((one) => ('said' in one && answered.has(one.seq) ? [one.id] : [])));
  return talker.acknowledged.filter((id) => !done.has(id));
};

const numbersIn = (messages: readonly WireMessage[]): readonly string[] =>
  messages.flatMap((one) =>
    'reply' in one
      ? [...renderPlain(one.reply).matchAll(/^已经登记[\s\S]*?受理编号[:：]\s*(\d{15})/gu)].map(
          (m) => m[1] ?? '',
        )
      : [],
  );

test(
  `killed ${KILLS} times under load, it loses nothing that was acknowledged and every history is whole`,
  async () => {
    running = await LocalProcess.start(dataDir);
    const talkers = Array.from({ length: RESIDENTS }, () => new Talker());
    for (const talker of talkers) await talker.meet(running.run.url);

    const talking = talkers.map(async (talker) => {
      while (going)
        for (const text of ['建设路12号的路灯坏了', '确认']) await talker.say(() => running.run.url, text);
    });
    for (let kill = 0; kill < KILLS; kill++) {
      // Every fourth time it is hardly up; else people have begun to be answered again.
      if (kill % 4 > 0) await moreAcknowledged(talkers);
      await sleep(Math.random() * 1_500);
      await running.kill();
      running = await LocalProcess.start(dataDir);
    }
    await sleep(500);
    going = false;
    await Promise.all(talking);

    const { url, endpoint, table: tableName } = running.run;
    for (const talker of talkers) {
      let messages = await talker.messages(url);
      for (const until = Date.now() + 120_000; unanswered(talker, messages).length > 0; ) {
        if (Date.now() > until) break;
        await sleep(500);
        messages = await talker.messages(url);
      }
      expect(unanswered(talker, messages)).toEqual([]);
      // Each message was taken once, whatever was sent again.
      const spoken = messages.flatMap((one) => ('said' in one ? [one.id] : []));
      expect(new Set(spoken).size).toBe(spoken.length);
      const heard = messages.flatMap((one) => ('reply' in one ? [one.id] : []));
      expect(new Set(heard).size).toBe(heard.length);
    }

    const { accessKeyId, secretAccessKey } = running.run;
    const table = openTable(tableName, clientOf(endpoint, { accessKeyId, secretAccessKey }));
    const cases = dynamoCases(table);
    const numbers: string[] = [];
    let from: string | undefined;
    do {
      const page = await scanNumbers(table)(from);
      numbers.push(...page.numbers);
      from = page.next;
    } while (from !== undefined);
    const told = (await Promise.all(talkers.map((talker) => talker.messages(url)))).flatMap(numbersIn);
    expect(numbers.length).toBeGreaterThan(KILLS);
    expect([...new Set(told)].toSorted()).toEqual(numbers.toSorted());
    for (const number of numbers) {
      const history = await cases.history(number);
      expect(firstBreak(history)).toBeUndefined();
      expect(foldHistory(history)).toEqual(await cases.load(number));
    }
    console.info(
      `${KILLS} kills, ${countOf(talkers)} acknowledged messages, ${numbers.length} cases: all there`,
    );

    expect(await running.interrupt()).toBe(0);
  },
  LIMIT,
);
