import { createHash } from 'node:crypto';
import { type CaseWorld, commandCase, type Outcome, openCase } from '../shared/application/commandCase.ts';
import { reportsOf, tasksOf } from '../shared/application/listCases.ts';
import type { Deliver, InspectPhoto, RowStore, TalkRecord, TalkStore } from '../shared/application/ports.ts';
import type { Outbound } from '../shared/contracts/reply.ts';
import { TEXT_LIMIT, type Turn } from '../shared/contracts/turn.ts';
import { answersFor } from '../shared/domain/case/answersFor.ts';
import type { By } from '../shared/domain/case/CaseEvent.ts';
import { mayLook } from '../shared/domain/case/maySee.ts';
import type { Knowledge } from '../shared/domain/city/Knowledge.ts';
import { dayOf, type Instant } from '../shared/domain/time/Instant.ts';
import type { Answer, Answers, Ask, Dialog, DialogTurn } from './engine/Dialog.ts';
import type { Session } from './engine/Session.ts';

export interface TalkWorld extends CaseWorld {
  readonly talks: TalkStore<Session>;
  readonly rows: Pick<RowStore, 'numbersOfOwner' | 'numbersOfReporter'>;
  readonly inspectPhoto: InspectPhoto;
  readonly deliver: Deliver;
  readonly dialog: Dialog;
}

/** A turn with the moment its door took it. */
interface TakenTurn extends DialogTurn {
  readonly saidAt?: Instant;
}

/** How many cases of a list a dialog is shown. */
const MOST = 10;
/** Rounds of asking before a dialog is taken for a fault. */
const ROUNDS = 8;

/**
 * One message of a conversation, or one notice on its way into it: what it asks of cases happens first, keyed by the message,
 * then one record keeps message, answer and session, then the answer is delivered. Repeating any part of it is safe; a message
 * that was already taken has its stored answer delivered again.
 */
export const takeTurn =
  (world: TalkWorld) =>
  async (turn: Turn): Promise<void> => {
    const latest = await world.talks.latest(turn.conversation);
    const before = latest && (await findTaken(world, latest, turn.id));
    if (before) return world.deliver(toMessages(before));

    const now = world.now();
    const city = await world.cities.current();
    const person = city.personOf(turn.conversation);
    const { at: saidAt, ...rest } = turn;
    const seen: TakenTurn = {
      ...rest,
      at: now,
      ...(saidAt === undefined ? {} : { saidAt }),
      ...(person === undefined ? {} : { person }),
    };
    const { session, replies } = await converse(world, latest?.session, seen, city);
    const record: TalkRecord<Session> = {
      conversation: turn.conversation,
      seq: latest ? latest.seq + 1 : firstSeq(now),
      at: now,
      turn: turn.id,
      said: kept(turn.said),
      replies,
      session,
    };
    await world.deliver(toMessages(await keep(world, record)));
  };

/** A write whose answer was lost is tried again by the SDK, and then conflicts with itself: what is there tells. */
const keep = async (world: TalkWorld, record: TalkRecord<Session>): Promise<TalkRecord<Session>> => {
  if ((await world.talks.append(record)) === 'appended') return record;
  const there = await world.talks.at(record.conversation, record.seq);
  if (there?.turn === record.turn) return there;
  throw new Error(`${record.conversation}: another turn was written at the same time`);
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

/** Every record adds its id to the session's list of seen ones, so that the place in the list tells the record. */
const findTaken = async (
  world: TalkWorld,
  latest: TalkRecord<Session>,
  turn: string,
): Promise<TalkRecord<Session> | undefined> => {
  const seen = latest.session.seen;
  const place = seen.lastIndexOf(turn);
  if (place < 0) return undefined;
  const seq = latest.seq - (seen.length - 1 - place);
  return seq === latest.seq ? latest : world.talks.at(latest.conversation, seq);
};

const converse = async (world: TalkWorld, session: Session | undefined, turn: TakenTurn, city: Knowledge) => {
  let answers: Answers = {};
  for (let round = 0; round < ROUNDS; round++) {
    const step = world.dialog(session, turn, city, answers);
    if (step.kind === 'done') return step;
    for (const ask of step.asks) answers = { ...answers, [ask.key]: await answer(world, turn, ask, city) };
  }
  throw new Error(`${turn.conversation}: the dialog still asks after ${ROUNDS} rounds`);
};

const answer = async (world: TalkWorld, turn: TakenTurn, ask: Ask, city: Knowledge): Promise<Answer> => {
  const person = turn.person ?? turn.conversation;
  switch (ask.kind) {
    case 'open':
      return told(
        await openCase(world)(ask.command, {
          id: commandId(turn, ask),
          by: residentOf(turn),
          ...(turn.saidAt === undefined ? {} : { saidAt: turn.saidAt }),
        }),
      );
    case 'act':
      return act(world, turn, ask, city);
    case 'myCases':
      return { kind: 'cases', cases: await reportsOf(world)(turn.conversation, MOST, ask.filed) };
    case 'myTasks':
      return { kind: 'cases', cases: await tasksOf(world)(person, city, MOST) };
    case 'look': {
      const found = await world.cases.load(ask.number);
      const visible = found && mayLook(turn.conversation, found, world.now(), city);
      return visible
        ? { kind: 'case', case: found, history: await world.cases.history(ask.number) }
        : { kind: 'refused', refusal: { code: 'noSuchCase' } };
    }
    case 'inspectPhoto':
      return { kind: 'photo', verdict: await world.inspectPhoto(ask.photo) };
  }
};

const act = async (
  world: TalkWorld,
  turn: DialogTurn,
  ask: Extract<Ask, { kind: 'act' }>,
  city: Knowledge,
): Promise<Answer> => {
  const { command } = ask;
  if (command.type === 'open' || command.type === 'tick')
    throw new Error(`A dialog cannot ask for ${command.type} this way`);
  const ofReporter = command.type === 'supplement' || command.type === 'rate';
  const by = ofReporter ? residentOf(turn) : staffBy(turn, ask, world, city);
  return told(await commandCase(world)(ask.number, command, { id: commandId(turn, ask), by: await by }));
};

const residentOf = (turn: DialogTurn): By => ({ person: turn.conversation, role: 'resident' });

/** In which of their posts a person of the staff acts. */
const staffBy = async (
  turn: DialogTurn,
  ask: Extract<Ask, { kind: 'act' }>,
  world: TalkWorld,
  city: Knowledge,
): Promise<By> => {
  if (turn.person === undefined) return residentOf(turn);
  const state = await world.cases.load(ask.number);
  const acts =
    state && answersFor(turn.person, state, world.now(), city) ? state.owner.split('@')[0] : undefined;
  const role = acts === 'unit' ? 'handler' : acts === 'dispatcher' ? 'dispatcher' : 'supervisor';
  return { person: turn.person, role };
};

const told = (outcome: Outcome): Answer =>
  outcome.kind === 'refused' ? outcome : { kind: 'case', case: outcome.case };

/** Unique for the intention, whoever else uses the same message id; short, since it is kept in the history. */
const commandId = (turn: DialogTurn, ask: Ask): string =>
  createHash('sha256')
    .update(`${turn.conversation}\n${turn.id}\n${ask.key}`)
    .digest('base64url')
    .slice(0, 20);
