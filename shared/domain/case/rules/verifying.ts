import { holdsPost } from '../answersFor.ts';
import type { Case, CasePlace } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { startClock } from '../clocks/startClock.ts';
import { decidedBefore } from '../decidedBefore.ts';
import { supervisorOf } from '../deskOf.ts';
import type { Refusal } from '../Refusal.ts';
import { type CommandOf, events, type Facts, type Rule, refuse } from '../Rule.ts';
import { acceptAndDispatch } from './acceptAndDispatch.ts';
import { afterHandling, stillOwed } from './finishing.ts';

/** 属实 */
export const verify: Rule<'verify'> = {
  stages: ['verifying'],
  who: 'owner',
  apply: (state, _command, facts) => events({ type: 'verified' }, ...acceptAndDispatch(state, facts)),
};

/**
 * 修改: it is true, but something else, elsewhere, or more or less urgent than was reported. It goes on as what it is; elsewhere first
 * with the supervisor there, unless that is the same person's.
 */
export const correct: Rule<'correct'> = {
  stages: ['verifying'],
  who: 'owner',
  apply: (state, command, facts) => {
    const corrected = correction(state, command, facts);
    if ('code' in corrected) return refuse(corrected);
    const there = { ...state, ...corrected };
    const owner = supervisorOf(there, facts);
    if (there.leaf !== state.leaf && !isTheirs(owner, there.leaf, facts))
      return events(corrected, {
        type: 'moved',
        to: 'verifying',
        owner,
        clock: startClock('verify', there, facts),
      });
    return events(corrected, { type: 'verified' }, ...acceptAndDispatch(there, facts));
  },
};

/** 不属实、不予受理: not accepted, with the reason the resident is told. Who refused once does not decide the appeal. */
export const decline: Rule<'decline'> = {
  stages: ['verifying', 'screening', 'dispatching'],
  who: 'owner',
  apply: (state, command, facts) => {
    // What was handled has a result, good or bad: it is concluded, not refused.
    if (state.rounds > 0) return refuse({ code: 'wrongStage', stage: state.stage });
    if (decidedBefore(state, facts)) return refuse({ code: 'selfCheck' });
    return events(
      { type: 'declined', reason: command.reason, post: state.owner },
      { type: 'moved', to: 'declined', owner: `resident@${state.reporter}` },
    );
  },
};

/** 当场办结: the supervisor puts it right on the spot and shows it. Nobody checks that but the resident. */
export const solve: Rule<'solve'> = {
  stages: ['verifying'],
  who: 'owner',
  apply: (state, { report, photos }, facts) => {
    const owed = stillOwed(state);
    if (owed) return refuse(owed);
    if (photos.length === 0) return refuse({ code: 'photoNeeded' });
    return events(
      { type: 'verified' },
      { type: 'accepted' },
      { type: 'solved', person: facts.by.person, report, photos },
      ...afterHandling(state, facts),
    );
  },
};

const isTheirs = (owner: Case['owner'], leaf: string, facts: Facts): boolean =>
  holdsPost(facts.by.person, owner, leaf, facts);

const correction = (
  state: Case,
  { service: wantedService, condition: wanted, urgent, place }: CommandOf<'correct'>,
  facts: Facts,
): Extract<CaseEvent, { type: 'corrected' }> | Refusal => {
  const code = wantedService ?? state.service;
  const service = facts.rules.service(code);
  if (!service) return { code: 'unknownService', service: code };
  const kept = wantedService === undefined ? state.condition : undefined;
  const conditionCode = wanted ?? kept;
  const condition =
    conditionCode === undefined
      ? service.conditions[0]
      : service.conditions.find((one) => one.code === conditionCode);
  if (!condition) return { code: 'unknownCondition', condition: conditionCode ?? '' };
  const moved = placed(state, place, facts);
  if ('code' in moved) return moved;
  const corrected = {
    type: 'corrected',
    service: service.code,
    condition: condition.code,
    urgent: urgent ?? urgencyOf(state, condition),
    kind: service.kind,
    ...moved,
  } as const;
  return isSame(state, corrected) ? { code: 'sameService', service: code } : corrected;
};

/** An urgency that was set by hand stays while the condition does. */
const urgencyOf = (state: Case, condition: { readonly code: string; readonly urgent: boolean }): boolean =>
  condition.code === state.condition ? state.urgent : condition.urgent;

const placed = (
  state: Case,
  place: CasePlace | undefined,
  { ledger }: Facts,
): { readonly leaf?: string; readonly place?: CasePlace } | Refusal => {
  if (!place) return {};
  const leaf = ledger.locate(place);
  if (!leaf) return { code: 'outsideCity' };
  const { lng, lat, name } = state.place;
  const isHere = place.lng === lng && place.lat === lat && place.name === name;
  return isHere ? {} : { leaf: leaf.code, place };
};

const isSame = (state: Case, corrected: Extract<CaseEvent, { type: 'corrected' }>): boolean =>
  corrected.service === state.service &&
  corrected.condition === state.condition &&
  corrected.urgent === state.urgent &&
  corrected.place === undefined;
