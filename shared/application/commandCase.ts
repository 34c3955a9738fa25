import type { Case } from '../domain/case/Case.ts';
import type { CaseCommand } from '../domain/case/CaseCommand.ts';
import type { By, CaseEvent, Entry } from '../domain/case/CaseEvent.ts';
import { caseNumber } from '../domain/case/caseNumber.ts';
import { seal, shortId } from '../domain/case/chain.ts';
import { decide } from '../domain/case/decide.ts';
import { evolve, RECENT } from '../domain/case/evolve.ts';
import type { Refusal } from '../domain/case/Refusal.ts';
import type { Instant } from '../domain/time/Instant.ts';
import type { Cities } from './cityPorts.ts';
import type { CaseStore, Now } from './ports.ts';

export interface CaseWorld {
  readonly cases: CaseStore;
  readonly cities: Cities;
  readonly now: Now;
  /** Waits before another try; tests pass one that does not. */
  readonly pause: (ms: number) => Promise<void>;
}

export interface CommandRequest {
  /** Unique per intention: the same id has its effect once, however often it comes. */
  readonly id: string;
  /** Who asks; in which post may depend on the case. */
  readonly by: By | ((state: Case) => By);
  /** Of the message that asks for it; what follows from it carries it on. */
  readonly correlation?: string;
  /** When it was said; the date of a new case's number, so that a late repetition asks for the same one. */
  readonly saidAt?: Instant;
}

/** Nothing is there yet that a post could depend on. */
type OpenRequest = CommandRequest & { readonly by: By };

export type Outcome =
  /** It happened: now, with its entry, or when the same command came before. */
  | { readonly kind: 'done'; readonly case: Case; readonly entry?: Entry }
  /** There was nothing to do. */
  | { readonly kind: 'unchanged'; readonly case: Case }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Tries before the caller's queue has to try again. */
const TRIES = 6;

/** Load, decide, write; again when somebody else was faster. Throws only on faults. */
export const commandCase =
  (world: CaseWorld) =>
  async (number: string, command: LaterCommand, request: CommandRequest): Promise<Outcome> => {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const state = await world.cases.load(number);
      if (!state) return { kind: 'refused', refusal: { code: 'noSuchCase' } };
      const outcome = await attemptOn(world, state, command, request);
      if (outcome) return outcome;
      await world.pause(backoff(attempt));
    }
    throw new Error(`Case ${number}: ${TRIES} writes in a row were overtaken`);
  };

type LaterCommand = Exclude<CaseCommand, { type: 'open' }>;

/** Undefined when somebody else wrote in between. */
const attemptOn = async (
  world: CaseWorld,
  state: Case,
  command: LaterCommand,
  request: CommandRequest,
): Promise<Outcome | undefined> => {
  // What a tick does follows from the state alone: one that came before has left nothing to do.
  const isRepeated = command.type !== 'tick' && state.recent.includes(shortId(request.id));
  if (isRepeated) return { kind: 'done', case: state };
  const { number } = state;
  const now = world.now();
  const by = typeof request.by === 'function' ? request.by(state) : request.by;
  const [rules, ledger] = await Promise.all([world.cities.at(state.city), world.cities.current()]);
  const decision = decide(state, command, { now, by, rules, ledger });
  if (decision.kind === 'refused') {
    const before = await happenedBefore(world, number, request.id);
    return before ? { kind: 'done', case: state } : decision;
  }
  if (decision.events.length === 0) return { kind: 'unchanged', case: state };
  // A command that may be repeated (material, a report after rework) and is older than the snapshot remembers.
  const forgotten = command.type !== 'tick' && state.version > RECENT;
  if (forgotten && (await happenedBefore(world, number, request.id))) return { kind: 'done', case: state };
  const next = await write(world, state, {
    number,
    request: { ...request, by },
    events: decision.events,
    now,
  });
  return next && { kind: 'done', ...next };
};

/** Opens a case. The number follows from the command's id and the moment it was said; a taken number leads to the next. */
export const openCase =
  (world: CaseWorld) =>
  async (command: Extract<CaseCommand, { type: 'open' }>, request: OpenRequest): Promise<Outcome> => {
    const now = world.now();
    const numberOf = (attempt: number): string => caseNumber(request.saidAt ?? now, request.id, attempt);
    const city = await world.cities.current();
    const decision = decide(undefined, command, { now, by: request.by, rules: city, ledger: city });
    if (decision.kind === 'refused') {
      const before = await openedBy(world, numberOf(0), request.id);
      return before ? { kind: 'done', case: before } : decision;
    }
    const { events } = decision;
    let attempt = 0;
    for (let tries = 0; tries < OPENING_TRIES; tries++) {
      const opened = await openAs(world, { number: numberOf(attempt), request, events, now });
      if (opened !== 'taken') return opened;
      attempt += 1;
    }
    throw new Error(`No free case number in ${OPENING_TRIES} tries`);
  };

/** Opens under one number, or finds that this command did so before, or that the number is another's. */
const openAs = async (world: CaseWorld, writing: Writing): Promise<Outcome | 'taken'> => {
  const { number, request } = writing;
  for (let tries = 0; tries < TRIES; tries++) {
    const next = await write(world, undefined, writing);
    if (next) return { kind: 'done', ...next };
    const before = await openedBy(world, number, request.id);
    if (before) return { kind: 'done', case: before };
    if (await world.cases.load(number)) return 'taken';
    // Nothing is there: somebody was writing at the same moment, and the same number is tried again.
    await world.pause(backoff(tries));
  }
  throw new Error(`Case ${number}: ${TRIES} openings in a row were in conflict`);
};

/** Tries to find a free number: even where every second one is taken, all but one in 10^12 find one. */
const OPENING_TRIES = 40;

/** The case of that number, if this very command opened it. */
const openedBy = async (world: CaseWorld, number: string, id: string): Promise<Case | undefined> => {
  const [first] = await world.cases.history(number);
  return first?.command === id ? world.cases.load(number) : undefined;
};

interface Writing {
  readonly number: string;
  readonly request: OpenRequest;
  readonly events: readonly CaseEvent[];
  readonly now: Instant;
}

const write = async (
  world: CaseWorld,
  state: Case | undefined,
  { number, request, events, now }: Writing,
): Promise<{ readonly case: Case; readonly entry: Entry } | undefined> => {
  const seq = (state?.version ?? 0) + 1;
  const { id: command, by, correlation } = request;
  const entry = seal(
    { number, seq, at: now, by, command, ...(correlation === undefined ? {} : { correlation }), events },
    state?.hash ?? '',
  );
  const next = evolve(state, entry);
  return (await world.cases.commit(next, entry)) === 'committed' ? { case: next, entry } : undefined;
};

/** A repeated command is refused by what it did itself the first time: its history knows. */
const happenedBefore = async (world: CaseWorld, number: string, id: string): Promise<boolean> =>
  (await world.cases.history(number)).some((entry) => entry.command === id);

/** 20, 40, 80… ms, each half random, so that two that collided do not collide again. */
const backoff = (attempt: number): number => 10 * 2 ** attempt * (0.5 + Math.random() / 2);
