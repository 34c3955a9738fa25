import type { Deliver, TalkRecord, TalkStore } from '../shared/application/ports.ts';
import type { Notice } from '../shared/contracts/notice.ts';
import type { Outbound, Reply } from '../shared/contracts/reply.ts';
import { TEXT_LIMIT, type Turn } from '../shared/contracts/turn.ts';
import type { BoardPolicy } from '../shared/domain/board/BoardPolicy.ts';
import { shortId } from '../shared/domain/case/chain.ts';
import type { Knowledge } from '../shared/domain/city/Knowledge.ts';
import { dayOf, type Instant } from '../shared/domain/time/Instant.ts';
import { type AskWorld, answerAsk, type TakenTurn } from './answerAsk.ts';
import { hideCode } from './engine/binding/readBinding.ts';
import type { Answers, Ask, Dialog } from './engine/Dialog.ts';
import { REMEMBERED, type Session } from './engine/Session.ts';
import { after, groundOf, recordsFrom } from './Ground.ts';

export interface TalkWorld extends AskWorld {
  readonly talks: TalkStore<Session>;
  readonly deliver: Deliver;
  readonly dialog: Dialog;
  /** How the city names its people in public; absent: by surname. */
  readonly names?: BoardPolicy['names'];
  /** Where people reach the pages of this deployment, without a slash at its end. */
  readonly pages?: string;
}

/** What a dialog made of a turn. */
interface Heard {
  readonly session: Session;
  readonly replies: readonly Reply[];
  /** Whether anything was asked for that cannot be asked for twice. */
  readonly acted: boolean;
}

const CHANGES: ReadonlySet<Ask['kind']> = new Set([
  'open',
  'act',
  'merge',
  'bind',
  'unbind',
  'takeLeave',
  'endLeave',
]);

/** Rounds of asking before a dialog is taken for a fault. */
const ROUNDS = 8;
/** Times another turn of the same conversation may be faster before it is a fault. */
const TRIES = 5;
/** Within this time the queue and the session's memory know a notice that comes again; after it, it is looked for. */
const LATE = 4 * 60_000;

/**
 * One message of a conversation, or one notice on its way into it: what it asks of cases happens first, keyed by the message,
 * then one record keeps message, answer and session, then the answer is delivered. Repeating any part of it is safe: it is heard
 * on the same ground again and finds done what it did; a message that was already taken has its stored answer delivered again.
 * Answers the record.
 */
export const takeTurn =
  (world: TalkWorld) =>
  async (turn: Turn): Promise<TalkRecord<Session>> => {
    const record = await settle(world, turn);
    await world.deliver(toMessages(record));
    return record;
  };

const settle = async (world: TalkWorld, turn: Turn): Promise<TalkRecord<Session>> => {
  const { conversation } = turn;
  const now = world.now();
  const city = await world.cities.current();
  const taken = asTaken(turn, now, city, world);
  const latest = await world.talks.latest(conversation);
  const before = latest && (await findTaken(world, latest, taken));
  if (before) return before;
  let ground = await groundOf(world.talks, latest, turn.upTo);
  let heard = await converse(world, ground.base?.session, taken, city);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const last = ground.since.at(-1) ?? ground.base;
    const session = await hearSince(world, heard.session, ground.since, city);
    const record: TalkRecord<Session> = {
      conversation,
      seq: last ? last.seq + 1 : firstSeq(now),
      at: now,
      turn: turn.id,
      said: kept(turn.said, ground.base?.session),
      replies: heard.replies,
      session: { ...session, seen: [...(last?.session.seen ?? []), shortId(turn.id)].slice(-REMEMBERED) },
    };
    if ((await world.talks.append(record)) === 'appended') return record;
    const newer = await recordsFrom(world.talks, record);
    // A write whose answer was lost is tried again by the SDK, and then conflicts with itself: what is there tells.
    const own = newer.find((one) => one.turn === turn.id);
    if (own) return own;
    const next = after(ground, newer);
    // What was asked of a case stands as it was meant; words alone are heard again after what the person said elsewhere.
    if (next.base === ground.base || heard.acted) ground = { ...ground, since: [...ground.since, ...newer] };
    else {
      ground = next;
      heard = await converse(world, ground.base?.session, taken, city);
    }
  }
  throw new Error(`${conversation}: ${TRIES} other turns were written at the same time`);
};

const asTaken = (
  turn: Turn,
  now: Instant,
  city: Knowledge,
  { names, pages }: Pick<TalkWorld, 'names' | 'pages'>,
): TakenTurn => {
  const { at: saidAt, v: _v, ...rest } = turn;
  const person = city.personOf(turn.conversation);
  return {
    ...rest,
    at: now,
    ...(saidAt === undefined ? {} : { saidAt }),
    ...(person === undefined ? {} : { person }),
    ...(names === undefined ? {} : { names }),
    ...(pages === undefined ? {} : { pages }),
  };
};

/** The notices that came in since are heard after it: what the person meant, they meant without them. */
const hearSince = async (
  world: TalkWorld,
  session: Session,
  since: readonly TalkRecord<Session>[],
  city: Knowledge,
): Promise<Session> => {
  let now = session;
  for (const { said, turn: id, at, conversation } of since)
    if (said.kind === 'notice')
      now = (await converse(world, now, { id, conversation, at, said, correlation: id }, city)).session;
  return now;
};

/** Messages as channels deliver them: each with an id that is never used for anything else. */
export const toMessages = ({ conversation, seq, at, replies }: TalkRecord): readonly Outbound[] =>
  replies.map((reply, n) => ({ id: `${conversation}#${seq}#${n}`, conversation, seq, at, reply }));

/**
 * What is kept of it: of a text no more than was read, and no one-time code; of a notice what it did to the session, since what it
 * said stands in the replies.
 */
const kept = (said: Turn['said'], before: Session | undefined): Turn['said'] => {
  const withoutCode = (text: string): string => hideCode(text, before?.question?.kind === 'bind');
  switch (said.kind) {
    case 'text':
      return { ...said, text: withoutCode(said.text.slice(0, TEXT_LIMIT)) };
    case 'press':
      return said.card === '' ? { ...said, choice: withoutCode(said.choice) } : said;
    case 'notice':
      return { ...said, notice: keptNotice(said.notice) };
    default:
      return said;
  }
};

const keptNotice = (notice: Notice): Notice => {
  if (!('number' in notice)) return notice;
  const { text: _text, photos: _photos, point: _point, words: _words, ...rest } = notice;
  return { ...rest, text: '', photos: [] };
};

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
  const place = seen.lastIndexOf(shortId(id));
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
      acted ||= CHANGES.has(ask.kind);
    }
  }
  throw new Error(`${turn.conversation}: the dialog still asks after ${ROUNDS} rounds`);
};
