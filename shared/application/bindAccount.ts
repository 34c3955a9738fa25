import type { LedgerRow } from '../domain/city/City.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { readCode } from '../domain/ledger/accessCode.ts';
import { buildLedger, conversationOf } from '../domain/ledger/buildLedger.ts';
import { hashCode } from '../domain/ledger/hashCode.ts';
import type { Staffing } from '../domain/ledger/Staffing.ts';
import { maskConversation } from '../domain/privacy/maskConversation.ts';
import type { Instant } from '../domain/time/Instant.ts';
import { changeStaffing, type StaffingChange, type StaffingWorld } from './changeStaffing.ts';
import type { CodeStore, CodeUse, GivenCode } from './cityPorts.ts';

export interface BindWorld extends StaffingWorld {
  readonly codes: CodeStore;
  /** Somebody may be guessing: a figure with an alarm. */
  readonly onWrongCode: () => void;
}

export type BindOutcome =
  /** `was`: where the person was spoken to until this very message. */
  | { readonly kind: 'bound'; readonly person: string; readonly was?: string }
  /** The conversation speaks for somebody else already, by a code (`bound`) or by the ledger; the code is still good. */
  | { readonly kind: 'another'; readonly person: string; readonly bound: boolean }
  /** Unknown, used, replaced, expired or mistyped: which of them is not told. */
  | { readonly kind: 'wrong' }
  /** Too many wrong tries, here or on this channel; the code was not looked at. */
  | { readonly kind: 'wait'; readonly until: Instant };

type Refused = Extract<BindOutcome, { kind: 'another' | 'wrong' }>;

/** The message a code came with. */
interface Message {
  readonly conversation: string;
  readonly turn: string;
}

/** Wrong tries in an hour: of a conversation, and of a channel, since whoever guesses can open any number of conversations. */
export const MOST_TRIES = { conversation: 5, channel: 200 };

const HOUR = 3_600_000;

/**
 * Somebody says a one-time code: their conversation speaks for that person from now on, alone. The code is used up by the same
 * write that binds. The same message again is told the same.
 */
export const bindAccount =
  (world: BindWorld) =>
  async (said: string, message: Message): Promise<BindOutcome> => {
    const hour = Math.floor(world.now() / HOUR);
    const channel = message.conversation.split(':')[0] ?? '';
    // Counted before the code is looked at, and given back when it was good: of many at once no more than five are looked at.
    const mine = await world.codes.addTry(message.conversation, hour, 1);
    if (mine > MOST_TRIES.conversation || (await world.codes.tries(channel, hour)) >= MOST_TRIES.channel)
      return { kind: 'wait', until: (hour + 1) * HOUR };
    const code = readCode(said);
    if (code === undefined) return { kind: 'wrong' };
    const outcome = await bind(world, code, message);
    if (outcome.kind === 'wrong') {
      await world.codes.addTry(channel, hour, 1);
      world.onWrongCode();
    } else await world.codes.addTry(message.conversation, hour, -1);
    return outcome;
  };

const bind = async (world: BindWorld, code: string, message: Message): Promise<BindOutcome> => {
  const { city } = await world.cities.current();
  const hash = hashCode(city.id, code);
  let use: CodeUse = message;
  let person = '';
  const outcome = await changeStaffing(world)<Refused>(async (before, know) => {
    const found = await world.codes.find(city.id, hash);
    if (!found) return WRONG;
    person = found.person;
    use = found.use ?? useOf(message, buildLedger(know.city.ledger, before).conversationOf(person));
    return found.use
      ? usedAlready(found, message, before)
      : takeCode(found, use, { before, know, now: world.now() });
  });
  if (outcome.kind === 'refused') return outcome.refusal;
  const tells = use.turn === message.turn && use.was !== undefined;
  return { kind: 'bound', person, ...(tells ? { was: use.was } : {}) };
};

const useOf = (message: Message, was: string | undefined): CodeUse =>
  was === undefined || was === message.conversation ? message : { ...message, was };

type Found = GivenCode & { readonly use?: CodeUse };

/** A used code is good for one thing: telling the conversation it bound, while it still does, that it did. */
const usedAlready = ({ person, use }: Found, { conversation }: Message, { bindings }: Staffing) =>
  use?.conversation === conversation && bindings[person] === conversation
    ? ({ kind: 'unchanged' } as const)
    : WRONG;

const takeCode = (
  { hash, person, until }: Found,
  use: CodeUse,
  at: { readonly before: Staffing; readonly know: Knowledge; readonly now: Instant },
): ReturnType<StaffingChange<Refused>> => {
  const { conversation } = use;
  const { ledger } = at.know.city;
  if (until <= at.now || !ledger.some((row) => row.person === person)) return WRONG;
  const other = speakerOf(conversation, at.before, ledger);
  if (other !== undefined && other !== person) {
    const bound = at.before.bindings[other] === conversation;
    return { kind: 'refused', refusal: { kind: 'another', person: other, bound } };
  }
  return {
    kind: 'changed',
    after: { ...at.before, bindings: boundTo(at.before, person, conversation) },
    line: { kind: 'bound', person, by: person, words: maskConversation(conversation) },
    spends: { hash, person, use },
  };
};

const WRONG = { kind: 'refused', refusal: { kind: 'wrong' } } as const;

/** Whom a conversation speaks for, or would as soon as a binding is gone: an address of the ledger is nobody else's. */
const speakerOf = (conversation: string, staffing: Staffing, ledger: readonly LedgerRow[]) =>
  buildLedger(ledger, staffing).personOf(conversation) ??
  ledger.find((row) => conversationOf(row) === conversation)?.person;

/** What is left of bindings of people who are not in the ledger any more goes. */
const boundTo = ({ bindings }: Staffing, person: string, conversation: string): Staffing['bindings'] => ({
  ...Object.fromEntries(Object.entries(bindings).filter(([, where]) => where !== conversation)),
  [person]: conversation,
});
