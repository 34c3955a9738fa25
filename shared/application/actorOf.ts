import { holdsPost, splitOwner } from '../domain/case/answersFor.ts';
import type { Case, Owner } from '../domain/case/Case.ts';
import type { CaseCommand } from '../domain/case/CaseCommand.ts';
import type { By } from '../domain/case/CaseEvent.ts';
import { RULES } from '../domain/case/decide.ts';
import { turnsOf } from '../domain/case/turnsOf.ts';
import { unitsOf } from '../domain/case/unitsOf.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import type { Instant } from '../domain/time/Instant.ts';

/** Who speaks: the conversation, and who of the staff that is; without one a resident. */
export interface Speaker {
  readonly conversation: string;
  readonly person?: string;
}

type Later = Exclude<CaseCommand, { type: 'open' }>;

/**
 * As whom somebody asks something of a case: the one answer for dialogs and for the HTTP API. What is the reporter's to ask is asked
 * as the conversation, by staff as well, who report things like everybody; all else in the post in which they act.
 */
export const actorOf =
  (
    { conversation, person }: Speaker,
    { type }: Pick<Later, 'type'>,
    today: { readonly now: Instant; readonly ledger: Knowledge },
  ) =>
  (state: Case): By => {
    const { who } = RULES[type];
    if (person === undefined || who === 'reporter') return { person: conversation, role: 'resident' };
    const held = postsFor(who, state).find((owner) => holdsPost(person, owner, state.leaf, today));
    return { person, role: held === undefined ? (ROLE_WITHOUT[who] ?? 'supervisor') : roleIn(held) };
  };

/** What staff find on patrol they file themselves; all else is reported by whoever speaks. */
export const openerOf = (
  { conversation, person }: Speaker,
  { patrol }: Pick<Extract<CaseCommand, { type: 'open' }>, 'patrol'>,
): By =>
  patrol && person !== undefined
    ? { person, role: 'supervisor' }
    : { person: conversation, role: 'resident' };

type Who = (typeof RULES)[Later['type']]['who'];

/** The post that the rule asks for comes before others that the same person holds. */
const postsFor = (who: Who, state: Case): readonly Owner[] => {
  const { request, owner } = state;
  if (who === 'approver' && request) return [request.approver, ...turnsOf(state)];
  if (who === 'unit') return [...unitsOf(state).map((unit): Owner => `unit@${unit}`), ...turnsOf(state)];
  return who === 'desk' ? [] : [owner, ...turnsOf(state)];
};

/** The desk overrules what is somebody else's turn. Whoever holds no post of it is refused by the rules, whatever they are called. */
const ROLE_WITHOUT: Partial<Record<Who, By['role']>> = { desk: 'dispatcher', unit: 'handler' };

const roleIn = (owner: Owner): By['role'] => {
  const [role] = splitOwner(owner);
  return role === 'unit' ? 'handler' : role;
};
