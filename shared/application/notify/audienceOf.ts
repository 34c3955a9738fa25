import { areaLeaders, postHolders, splitOwner } from '../../domain/case/answersFor.ts';
import type { Case, Owner } from '../../domain/case/Case.ts';
import { reportersOf } from '../../domain/case/isReporter.ts';
import { isAccused } from '../../domain/case/maySee.ts';
import type { Audience } from '../../domain/case/react/Telling.ts';
import type { Knowledge } from '../../domain/city/Knowledge.ts';
import { nearestStanding } from '../../domain/city/nearestStanding.ts';
import type { Holder } from '../../domain/ledger/buildLedger.ts';
import { dateText, dayOf, type Instant } from '../../domain/time/Instant.ts';

/** The conversations in which somebody is told, each once. */
export const audienceOf = (to: Audience, state: Case, now: Instant, city: Knowledge): readonly string[] => {
  switch (to.who) {
    case 'reporters':
      return reportersOf(state);
    case 'residents':
      return [...new Set(to.conversations)];
    case 'person':
      return staffConversations([to.person], state, now, city);
    default:
      return staffConversations(peopleOf(to.who, { owner: to.owner, state, now, city }), state, now, city);
  }
};

interface Asked {
  readonly owner: Owner;
  readonly state: Case;
  readonly now: Instant;
  readonly city: Knowledge;
}

const peopleOf = (who: 'post' | 'deputies' | 'leader' | 'superior', asked: Asked): readonly string[] => {
  const { owner, state, now, city } = asked;
  const holders = postHolders(owner, state.leaf, now, city);
  switch (who) {
    case 'post':
      return taskHolders(asked, holders).map(({ person }) => person);
    case 'deputies':
      return holders.flatMap(({ deputy }) => deputy ?? []);
    case 'leader':
      return leadersOf(asked).map(({ person }) => person);
    case 'superior':
      return holders.flatMap(({ superior }) => superior ?? []);
  }
};

/** Whoever of the unit was given the task (转办); while nobody was, everybody there. */
const taskHolders = ({ owner, state }: Asked, holders: readonly Holder[]): readonly Holder[] => {
  const [role, code] = splitOwner(owner);
  const person = role === 'unit' ? state.tasks.find(({ unit }) => unit === code)?.person : undefined;
  const given = holders.filter((holder) => holder.person === person || holder.actingFor === person);
  return person === undefined || given.length === 0 ? holders : given;
};

/** Of a unit its leader, and where it has none, of every other post, those of the area above. */
const leadersOf = ({ owner, state, now, city }: Asked): readonly Holder[] => {
  const today = dateText(dayOf(now));
  const [role, code] = splitOwner(owner);
  const leaf = nearestStanding(state.leaf, city);
  const ofUnit = role === 'unit' ? city.holders('leader', leaf, today, code) : [];
  return ofUnit.length > 0 ? ofUnit : areaLeaders(state.leaf, today, city);
};

const staffConversations = (
  people: readonly string[],
  state: Case,
  now: Instant,
  city: Knowledge,
): readonly string[] => {
  const today = dateText(dayOf(now));
  const reached = people
    .map((person) => city.reachable(person, today))
    .filter((person) => !isAccused(person, state, now, city))
    .flatMap((person) => city.conversationOf(person) ?? []);
  return [...new Set(reached)];
};
