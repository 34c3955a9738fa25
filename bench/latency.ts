import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalCloud } from '../infra/local/LocalCloud.ts';
import type { Place } from '../shared/domain/city/City.ts';
import { conversationOf } from '../shared/domain/ledger/buildLedger.ts';
import { dateText, dayOf } from '../shared/domain/time/Instant.ts';
import { type BareCalls, bareCalls } from './bareCalls.ts';
import type { Figure } from './Figure.ts';
import { LivePerson } from './LivePerson.ts';
import { withCloud } from './withCloud.ts';

/** How many talk at once, and how many cases each of them reports. */
const LEVELS = [
  { residents: 1, cases: 16 },
  { residents: 8, cases: 4 },
  { residents: 32, cases: 2 },
] as const;
/** Before a person writes again. */
const PAUSE = 50;

/** A place and whoever verifies what is reported there. */
interface Beat {
  readonly place: Place;
  readonly supervisor: LivePerson;
}

interface Samples {
  /** From a message sent to the frame with its answer, ms. */
  readonly replies: number[];
  /** From 确认 sent to the supervisor's card, ms. */
  readonly pushes: number[];
}

/** How long people wait for an answer, and supervisors for what was just reported, while several talk at once. */
export const run = async (): Promise<readonly Figure[]> =>
  withCloud(async (cloud) => {
    const beats = await openBeats(cloud, Math.max(...LEVELS.map(({ residents }) => residents)));
    // A first round of all at once, so that no cold start is measured.
    await talk(cloud, beats, 1);
    await cloud.idle();
    const before = await bareCalls(cloud);
    const figures: Figure[] = [];
    for (const { residents, cases } of LEVELS) {
      const { replies, pushes } = await talk(cloud, beats.slice(0, residents), cases);
      await cloud.idle();
      figures.push(
        { what: `reply, ${residents} talking at once`, value: spread(replies) },
        { what: `push to the supervisor, ${residents} talking at once`, value: spread(pushes) },
      );
    }
    for (const { supervisor } of beats) supervisor.leave();
    return [...figures, ...floor(before)];
  });

/** Places in as many leaves, each with a supervisor of its own who has the page open. */
const openBeats = async (cloud: LocalCloud, most: number): Promise<readonly Beat[]> => {
  const know = cloud.know();
  const today = dateText(dayOf(cloud.clock.now()));
  const found = new Map<string, Place>();
  for (const place of know.city.places) {
    const [row] = know.holders('supervisor', place.area, today);
    if (row && found.size < most && !found.has(conversationOf(row))) found.set(conversationOf(row), place);
  }
  if (found.size < most) throw new Error(`The city has ${found.size} supervisors, not ${most}`);
  return Promise.all(
    [...found].map(async ([conversation, place]) => ({
      place,
      supervisor: await LivePerson.meet(cloud, conversation),
    })),
  );
};

const talk = async (cloud: LocalCloud, beats: readonly Beat[], cases: number): Promise<Samples> => {
  const samples: Samples = { replies: [], pushes: [] };
  const residents = await Promise.all(
    beats.map(async (beat) => ({ ...beat, resident: await LivePerson.meet(cloud) })),
  );
  await Promise.all(
    residents.map(async ({ resident, place, supervisor }) => {
      for (let i = 0; i < cases; i++) await report(resident, { place, supervisor }, samples);
      resident.leave();
    }),
  );
  return samples;
};

/** One case: what, where, 确认; and its card at the supervisor's. */
const report = async (resident: LivePerson, { place, supervisor }: Beat, samples: Samples): Promise<void> => {
  const answered = async (sent: Promise<number>, pattern: RegExp) => {
    const at = await sent;
    const heard = await resident.hear(pattern);
    samples.replies.push(heard.at - at);
    await sleep(PAUSE);
    return { sent: at, match: heard.match };
  };
  await answered(resident.say('路灯坏了两天了'), /在哪里/u);
  await answered(resident.tap(place.lng, place.lat, place.name), /核对/u);
  const { sent, match } = await answered(resident.say('确认'), /受理编号[:：]\s*(\d{15})/u);
  const card = await supervisor.hear(new RegExp(`请核实[\\s\\S]*${match[1]}`, 'u'));
  samples.pushes.push(card.at - sent);
};

/** `p50 41 ms, p99 90 ms (of 72)`. Of fewer than a hundred the 99th percentile is the longest. */
const spread = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)} ms`;
  return `p50 ${at(0.5)}, p99 ${at(0.99)} (of ${sorted.length})`;
};

/** What the same calls take bare. A notice is deleted from its queue after it was pushed: that is no part of it. */
const floor = (calls: BareCalls): readonly Figure[] => {
  const reply = calls.query + calls.transact / 3 + calls.put + calls.query;
  const told = calls.send + calls.receive + calls.query + calls.put + calls.query;
  const push = calls.query + calls.transact + calls.query + told;
  const most = Math.max(...LEVELS.map(({ residents }) => residents));
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  return [
    {
      what: 'floor of a reply: bare 2 Query + PutItem + ⅓ TransactWriteItems, one after the other',
      value: `${ms(reply)}; of ${most} at once ${ms(reply * most)}`,
    },
    {
      what: 'floor of a push: bare 4 Query + TransactWriteItems + SendMessage + ReceiveMessage + PutItem, without the stream between',
      value: `${ms(push)}; of ${most} at once ${ms(push * most)}`,
    },
    {
      what: 'one bare call, median',
      value: Object.entries(calls)
        .map(([name, time]) => `${name} ${ms(time)}`)
        .join(', '),
    },
  ];
};
