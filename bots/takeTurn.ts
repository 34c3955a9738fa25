import type { Deliver, TalkRecord, TalkStore } from '../shared/application/ports.ts';
import type { Outbound, Reply } from '../shared/contracts/reply.ts';
import { TEXT_LIMIT, type Turn } from '../shared/contracts/turn.ts';
import type { Knowledge } from '../shared/domain/city/Knowledge.ts';
import { dayOf, type Instant } from '../shared/domain/time/Instant.ts';
import { type AskWorld, answerAsk, type TakenTurn } from './answerAsk.ts';
import type { Answers, Dialog } from './engine/Dialog.ts';
import type { Session } from './engine/Session.ts';

export interface TalkWorld extends AskWorld {
  readonly talks: TalkStore<Session>;
  readonly deliver: Deliver;
  readonly dialog: Dialog;
}

/** What a dialog made of a turn. */
interface Heard {
  readonly session: Session;
  readonly replies: readonly Reply[];
  /** Whether anything was asked of a case that cannot be asked twice. */
  readonly acted: boolean;
}

/** Rounds of asking before a dialog is taken for a fault. */
const ROUNDS = 8;
/** Times another turn of the same conversation may be faster before it is a fault. */
const TRIES = 5;
/** Within this time the queue and the session's memory know a notice that comes again; after it, it is looked for. */
const LATE = 4 * 60_000;

/**
 * One message of a conversation, or one notice on its way into it: what it asks of cases happens first, keyed by the message,
 * then one record keeps message, answer and session, then the answer is delivered. Repeating any part of it is safe; a message
 * that was already taken has its stored answer delivered again. Answers the record.
 */
export const takeTurn =
  (world: TalkWorld) =>
  async (turn: Turn): Promise<TalkRecord<Session>> => {
    const record = await settle(world, turn);
    await world.deliver(toMessages(record));
    return record;
  };

const settle = async (world: TalkWorld, turn: Turn): Promise<TalkRecord<Session>> => {
  const now = world.now();
  const city = await world.cities.current();
  const seen = asHeard(turn, now, city);
  let latest = await world.talks.latest(turn.conversation);
  const before = latest && (await findTaken(world, latest, seen));
  if (before) return before;
  let heard = await converse(world, latest?.session, seen, city);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const record: TalkRecord<Session> = {
      conversation: turn.conversation,
      seq: latest ? latest.seq + 1 : firstSeq(now),
      at: now,
      turn: turn.id,
      said: kept(turn.said),
      replies: heard.replies,
      session: heard.session,
    };
    if ((await world.talks.append(record)) === 'appended') return record;
    const newer = await recordsFrom(world, record);
    // A write whose answer was lost is tried again by the SDK, and then conflicts with itself: what is there tells.
    const own = newer.find((one) => one.turn === turn.id);
    if (own) return own;
    latest = newer.at(-1) ?? latest;
    heard = heard.acted
      ? { ...heard, session: await hearSince(world, heard.session, newer, city) }
      : await converse(world, latest?.session, seen, city);
  }
  throw new Error(`${turn.conversation}: ${TRIES} other turns were written at the same time`);
};

const asHeard = (turn: Turn, now: Instant, city: Knowledge): TakenTurn => {
  const { at: saidAt, v: _v, ...rest } = turn;
  const person = city.personOf(turn.conversation);
  return {
    ...rest,
    at: now,
    ...(saidAt === undefined ? {} : { saidAt }),
    ...(person === undefined ? {} : { person }),
  };
};

/** The records that took the place of one that could not be written, and those after them. */
const recordsFrom = async (
  world: TalkWorld,
  { conversation, seq }: TalkRecord,
): Promise<readonly TalkRecord<Session>[]> => {
  const newest = await world.talks.latest(conversation);
  const count = Math.max(0, (newest?.seq ?? 0) - seq + 1);
  const records = await Promise.all(
    Array.from({ length: count }, (_, i) => world.talks.at(conversation, seq + i)),
  );
  return records.filter((record) => record !== undefined);
};

/**
 * What was asked of a case stands, as the person meant it before they could see what came in meanwhile; so the notices that
 * came in are heard after it. The message goes to the end of the seen ones, as its record goes to the end of the records.
 */
const hearSince = async (
  world: TalkWorld,
  session: Session,
  newer: readonly TalkRecord<Session>[],
  city: Knowledge,
): Promise<Session> => {
  let now = session;
  for (const { said, turn: id, at, conversation } of newer)
    if (said.kind === 'notice')
      now = (await converse(world, now, { id, conversation, at, said, correlation: id }, city)).session;
  const own = session.seen.at(-1) ?? '';
  return { ...now, seen: [...now.seen.filter((id) => id !== own), own] };
};

/** Messages as channels deliver them: each with an id that is never used for anything else. */
export const toMessages = ({ conversation, seq, at, replies }: TalkRecord): readonly Outbound[] =>
  replies.map((reply, n) => ({ id: `${conversation}#${seq}#${n}`, conversation, seq, at, reply }));

/** What is kept of it: what comes after the limit was not read either. */
const kept = (said: Turn['said']): Turn['said'] =>
  said.kind === 'text' ? { ...said, text: said.text.slice(0, TEXT_LIMIT) } : said;

/**
 * A conversation that was forgotten and begins anew must not use old positions again: a page that still has it open asks for
 * what is newer than the last it saw. A thousand a day keeps ahead of any person.
 */
const firstSeq = (now: number): number => dayOf(now) * 1_000;

/**
 * Every record adds its id to the session's list of seen ones, so that the place in the list tells the record. The list is
 * short; a notice of something that happened a while ago may have been told before it begins, and is looked for.
 */
const findTaken = async (
  world: TalkWorld,
  latest: TalkRecord<Session>,
  { id, said, at }: TakenTurn,
): Promise<TalkRecord<Session> | undefined> => {
  const seen = latest.session.seen;
  const place = seen.lastIndexOf(id);
  if (place >= 0) {
    const seq = latest.seq - (seen.length - 1 - place);
    return seq === latest.seq ? latest : world.talks.at(latest.conversation, seq);
  }
  const since = said.kind === 'notice' ? (said.notice.at ?? at) : at;
  return at - since > LATE ? world.talks.find(latest.conversation, id, since) : undefined;
};

const converse = async (
  world: TalkWorld,
  session: Session | undefined,
  turn: TakenTurn,
  city: Knowledge,
): Promise<Heard> => {
  let answers: Answers = {};
  let acted = false;
  for (let round = 0; round < ROUNDS; round++) {
    const step = world.dialog(session, turn, city, answers);
    if (step.kind === 'done') return { session: step.session, replies: step.replies, acted };
    for (const ask of step.asks) {
      answers = { ...answers, [ask.key]: await answerAsk(world, turn, ask, city) };
      acted ||= ask.kind === 'open' || ask.kind === 'act';
    }
  }
  throw new Error(`${turn.conversation}: the dialog still asks after ${ROUNDS} rounds`);
};
