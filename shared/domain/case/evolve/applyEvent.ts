import type { Instant } from '../../time/Instant.ts';
import { type Case, ENDED, type Owner } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { withClock } from '../clocks/clocksOf.ts';
import { applyTaskEvent } from './applyTaskEvent.ts';
import { heard } from './heard.ts';
import { withOpinion } from './withOpinion.ts';

/** When something happened, and who did it. */
export interface Occasion {
  readonly at: Instant;
  readonly person: string;
}

/** What one event means for the case. */
export const applyEvent = (state: Case, event: CaseEvent, occasion: Occasion): Case => {
  switch (event.type) {
    case 'opened':
      throw new Error(`Case ${state.number} was opened twice`);
    case 'supplemented':
      return withMaterial(state, event);
    case 'supplied':
      // What was supplied is in the history: the report keeps its own words and photos.
      return {
        ...state,
        owed: (state.owed ?? []).filter(({ code }) => code !== event.material),
      };
    case 'corrected': {
      const { type: _type, ...corrected } = event;
      const moves = corrected.leaf !== undefined && corrected.leaf !== state.leaf;
      const leavesBefore = [...new Set([...(state.leavesBefore ?? []), state.leaf])];
      return { ...state, ...corrected, ...(moves ? { leavesBefore } : {}) };
    }
    case 'declined':
      return declined(state, event, occasion);
    case 'appealed':
      return { ...state, appealed: true };
    case 'merged':
      return { ...state, into: event.into };
    case 'unmerged': {
      const { into: _into, ...rest } = state;
      return rest;
    }
    case 'joined':
      return { ...state, joined: [...(state.joined ?? []), ...event.cases] };
    case 'left':
      return leftBy(state, event.reporter);
    case 'requested':
      return { ...state, request: event.request };
    case 'approved':
      return withoutRequest(state);
    case 'extended':
      return withClock(applyTaskEvent(state, event), event.name, () => event.clock);
    case 'paused':
      return paused(state, event);
    case 'resumed': {
      const { pause: _pause, ...rest } = state;
      return event.clocks.reduce((next, { name, clock }) => withClock(next, name, () => clock), rest as Case);
    }
    case 'opined':
      return { ...state, opinions: withOpinion(state.opinions, event) };
    case 'rated':
      return heard(state, event.reporter ?? state.reporter, event.rating);
    case 'withdrawn':
      return event.reason === undefined ? state : { ...state, reason: event.reason };
    case 'concluded':
      return { ...state, reason: event.reason };
    case 'urged':
      return { ...state, urges: { count: event.count, at: occasion.at } };
    case 'rang':
      return withClock(state, event.name, ({ next: _rung, ...clock }) => ({
        ...clock,
        ...(event.next ? { next: event.next } : {}),
        ...(event.step === 'urge' ? { overdue: true as const } : {}),
      }));
    case 'owedAnew':
      return withClock(state, `owed:${event.material}`, () => event.clock);
    case 'recomputed':
      return withClock(state, event.name, () => event.clock);
    case 'listed':
      return { ...state, listed: event.listing };
    case 'handedOver': {
      const answered = [...(state.handedFrom ?? []), ...event.from];
      return { ...state, handedFrom: [...new Set(answered)].filter((person) => !event.to.includes(person)) };
    }
    case 'moved':
      return moved(state, event, occasion.at);
    case 'verified':
    case 'accepted':
    case 'unroutable':
    case 'passed':
    case 'visited':
    case 'filed':
      return state;
    default:
      return applyTaskEvent(state, event);
  }
};

const withMaterial = (
  state: Case,
  { text, photos }: { readonly text?: string; readonly photos?: readonly string[] },
): Case => ({
  ...state,
  text: text === undefined ? state.text : `${state.text}\n${text}`,
  photos: [...state.photos, ...(photos ?? [])],
});

const declined = (
  state: Case,
  { reason, post }: Extract<CaseEvent, { type: 'declined' }>,
  { person }: Occasion,
): Case => ({
  ...state,
  reason,
  ...(post === undefined ? {} : { declinedBy: { person, owner: post } }),
});

/** One of several residents takes back what they said; if it was the one who reported it, the next one is in their place. */
const leftBy = (state: Case, reporter: string): Case => {
  const joined = (state.joined ?? []).filter((one) => one.reporter !== reporter);
  const voices = (state.voices ?? []).filter((voice) => voice.reporter !== reporter);
  const [first] = joined;
  const rest = { ...state, joined, ...(state.voices ? { voices } : {}) };
  if (reporter !== state.reporter || !first) return rest;
  const owner: Owner = state.owner === `resident@${reporter}` ? `resident@${first.reporter}` : state.owner;
  // Whoever is in the place of staff who found it on patrol rates it.
  const { patrol: _found, ...reported } = rest;
  return { ...reported, reporter: first.reporter, owner };
};

const withoutRequest = (state: Case): Case => {
  const { request: _request, ...rest } = state;
  return rest;
};

/** What was asked for goes with the clock that it was about; only whoever wants to be let go still does. */
const paused = (state: Case, { pause }: Extract<CaseEvent, { type: 'paused' }>): Case => {
  const kept = state.request?.kind === 'return' ? state : withoutRequest(state);
  return {
    ...kept,
    pause,
    ...(pause.kind === 'material' ? { asked: (state.asked ?? 0) + 1 } : {}),
    ...(pause.kind === 'consultation' ? { opinions: [], consulted: (state.consulted ?? 0) + 1 } : {}),
  };
};

/** Stages in which what a unit asked for can still be granted. */
const ASKING: ReadonlySet<Case['stage']> = new Set([
  'assigned',
  'handling',
  'suspended',
  'waiting',
  'consulting',
]);

const moved = (state: Case, event: Extract<CaseEvent, { type: 'moved' }>, at: Instant): Case => {
  const owned = event.owner === state.owner ? state : ownedAnew(state, at);
  const { clock: _left, ...rest } = ASKING.has(event.to) ? owned : withoutRequest(owned);
  const next = {
    ...rest,
    stage: event.to,
    owner: event.owner,
    ...(event.clock ? { clock: event.clock } : {}),
  };
  return ENDED.has(event.to) ? ended(next, at) : next;
};

const ownedAnew = (state: Case, at: Instant): Case => {
  const { handedFrom: _before, ...rest } = state;
  return { ...rest, ownedSince: at };
};

/** Nothing stands still any more in a case that has ended. */
const ended = (state: Case, at: Instant): Case => {
  const { pause: _pause, ...rest } = state;
  return { ...rest, endedAt: at };
};
