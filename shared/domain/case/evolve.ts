import type { Instant } from '../time/Instant.ts';
import type { Case, Clock } from './Case.ts';
import type { CaseEvent, Entry } from './CaseEvent.ts';
import { shortId } from './chain.ts';

/** How many commands back a repeated one is recognised from the snapshot alone. */
export const RECENT = 8;

/** The case after one more entry of its history. The first entry must begin with `opened`. */
export const evolve = (state: Case | undefined, entry: Entry): Case => {
  let next = state;
  for (const event of entry.events) next = apply(next, event, entry);
  if (!next) throw new Error(`The history of ${entry.number} does not begin with an opening`);
  return {
    ...next,
    version: entry.seq,
    hash: entry.hash,
    recent: [...(state?.recent ?? []), shortId(entry.command)].slice(-RECENT),
  };
};

/** The fold of a history, in order from the first entry. */
export const foldHistory = (history: readonly Entry[]): Case | undefined =>
  history.reduce<Case | undefined>((state, entry) => evolve(state, entry), undefined);

const apply = (state: Case | undefined, event: CaseEvent, entry: Entry): Case => {
  if (event.type === 'opened') return opened(event, entry);
  if (!state) throw new Error(`The history of ${entry.number} does not begin with an opening`);
  switch (event.type) {
    case 'supplemented':
      return {
        ...state,
        text: event.text === undefined ? state.text : `${state.text}\n${event.text}`,
        photos: [...state.photos, ...(event.photos ?? [])],
      };
    case 'corrected': {
      const { service, condition, urgent, kind } = event;
      return { ...state, service, condition, urgent, kind };
    }
    case 'declined':
      return { ...state, reason: event.reason };
    case 'dispatched':
      return { ...state, tasks: event.tasks };
    case 'signed':
      return withTask(state, event.unit, { status: 'handling' });
    case 'done':
      return {
        ...withTask(state, event.unit, { status: 'done' }),
        handledBy: [...new Set([...(state.handledBy ?? []), event.person])],
      };
    case 'failed':
      return { ...reopened(state), rounds: event.round };
    case 'rated':
      return { ...state, rating: event.rating };
    case 'rang':
      return state.clock ? { ...state, clock: rung(state.clock, event) } : state;
    case 'handedOver': {
      const answered = [...(state.handedFrom ?? []), ...event.from];
      return { ...state, handedFrom: [...new Set(answered)].filter((person) => !event.to.includes(person)) };
    }
    case 'moved': {
      const { clock: _left, ...rest } = event.owner === state.owner ? state : ownedAnew(state, entry.at);
      return { ...rest, stage: event.to, owner: event.owner, ...(event.clock ? { clock: event.clock } : {}) };
    }
    case 'verified':
    case 'accepted':
    case 'unroutable':
    case 'passed':
    case 'filed':
      return state;
  }
};

const opened = (event: Extract<CaseEvent, { type: 'opened' }>, entry: Entry): Case => ({
  number: entry.number,
  version: 0,
  hash: '',
  city: event.city,
  stage: 'screening',
  owner: `resident@${event.reporter}`,
  kind: event.kind,
  service: event.service,
  condition: event.condition,
  urgent: event.urgent,
  leaf: event.leaf,
  place: event.place,
  text: event.text,
  photos: event.photos,
  reporter: event.reporter,
  openedAt: entry.at,
  tasks: [],
  rounds: 0,
  recent: [],
});

const ownedAnew = (state: Case, at: Instant): Case => {
  const { handedFrom: _before, ...rest } = state;
  return { ...rest, ownedSince: at };
};

const withTask = (state: Case, unit: string, change: Partial<Case['tasks'][number]>): Case => ({
  ...state,
  tasks: state.tasks.map((task) => (task.unit === unit ? { ...task, ...change } : task)),
});

/** 返工: who had it done handles it again. */
const reopened = (state: Case): Case => ({
  ...state,
  tasks: state.tasks.map((task) => (task.status === 'done' ? { ...task, status: 'handling' } : task)),
});

const rung = (clock: Clock, event: Extract<CaseEvent, { type: 'rang' }>): Clock => ({
  ...clock,
  ...(event.next ? { next: event.next } : {}),
  ...(event.step === 'overdue' ? { overdue: true as const } : {}),
  ...(event.step === 'urge' ? { urged: event.count } : {}),
});
