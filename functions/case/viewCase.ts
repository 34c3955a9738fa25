import { ownerName, serviceName, stageName, unitName } from '../../bots/engine/cases/describeCase.ts';
import { describeHistory } from '../../bots/engine/cases/describeHistory.ts';
import { explainClock } from '../../bots/engine/cases/explainClock.ts';
import { happened } from '../../bots/engine/phrases/happened.ts';
import { notices } from '../../bots/engine/phrases/notices.ts';
import type { Looker } from '../../shared/application/lookerOf.ts';
import type { CaseAnswer } from '../../shared/contracts/caseAnswer.ts';
import type { Case, Task } from '../../shared/domain/case/Case.ts';
import type { Entry } from '../../shared/domain/case/CaseEvent.ts';
import { clocksOf, type NamedClock } from '../../shared/domain/case/clocks/clocksOf.ts';
import { workCalendar } from '../../shared/domain/case/clocks/workCalendar.ts';
import type { Knowledge, RuleBook } from '../../shared/domain/city/Knowledge.ts';
import { maskPrivate } from '../../shared/domain/privacy/maskPrivate.ts';
import { formatForPeople } from '../../shared/domain/time/Instant.ts';
import { phrases } from './phrases.ts';

/** What a view is made with: who looks, the city in force, and the version the case was opened under. */
export interface View {
  readonly looker: Looker;
  /** Whether they are the very one who reported it, and not one of those whose cases were merged into it. */
  readonly own: boolean;
  readonly know: Knowledge;
  readonly rules: RuleBook;
}

/** One case as somebody may see it. Who reported it is told to nobody. */
export const viewCase = (state: Case, history: readonly Entry[], view: View): CaseAnswer => {
  const { looker, know, own } = view;
  const { number, stage, place, clock, urgent, rounds, joined = [], into, promise } = state;
  return {
    number,
    stage,
    stageName: stageName(stage),
    service: serviceName(state.service, know),
    place: maskPrivate(place.name),
    lng: place.lng,
    lat: place.lat,
    ownerName: ownerName(state.owner, know),
    urgent,
    rounds,
    ...(clock ? { due: clock.due } : {}),
    ...(own || looker.kind !== 'reporter' ? { text: maskPrivate(state.text) } : {}),
    tasks: state.tasks
      .filter(({ unit }) => seesUnit(unit, state, looker))
      .map((task) => viewTask(task, view)),
    clocks: clocksOf(state)
      .filter(({ name }) => seesClock(name, state, looker))
      .map((one) => viewClock(one, view)),
    ...viewRequest(state, view),
    ...viewPause(state),
    owed: (state.owed ?? []).map(({ code, name, clock: { due } }) => ({
      code,
      name,
      due,
      dueText: formatForPeople(due),
    })),
    ...(promise !== undefined && (own || looker.kind !== 'reporter')
      ? { promise: maskPrivate(promise) }
      : {}),
    ...(into === undefined ? {} : { into }),
    joined: joined.length,
    ...viewListing(state, know),
    history: viewHistory(history, view),
  };
};

/** One line an entry, each with the hash that it is proved by. */
const viewHistory = (history: readonly Entry[], { looker, know, own }: View): CaseAnswer['history'] => {
  const hashes = new Map(history.map(({ seq, hash }) => [seq, hash]));
  const resident = own ? 'resident' : 'joined';
  const reader = looker.kind === 'reporter' ? resident : 'staff';
  return describeHistory(history, know, reader).map(({ seq, at, words }) => ({
    at,
    atText: formatForPeople(at),
    words,
    hash: hashes.get(seq) ?? '',
  }));
};

/** A unit that helps sees its own part; the one that leads answers for the whole, and sees who helps. */
const seesUnit = (unit: string, { tasks }: Case, looker: Looker): boolean =>
  looker.kind !== 'unit' ||
  looker.units.includes(unit) ||
  tasks.some((task) => task.share === 'lead' && looker.units.includes(task.unit));

const seesClock = (name: NamedClock['name'], state: Case, looker: Looker): boolean => {
  if (name === 'request') return seesRequest(state, looker);
  return name.startsWith('task:') ? seesUnit(name.slice('task:'.length), state, looker) : true;
};

/** What is asked for above is between those; the resident hears what comes of it. */
const seesRequest = (state: Case, looker: Looker): boolean =>
  state.request !== undefined && looker.kind !== 'reporter' && seesUnit(state.request.unit, state, looker);

const viewTask = (
  { unit, share, status, after, person }: Task,
  { looker, know }: View,
): CaseAnswer['tasks'][number] => ({
  unit,
  unitName: unitName(unit, know),
  share,
  status,
  statusName: phrases.statuses[status],
  ...(after === undefined ? {} : { after }),
  ...(person === undefined || looker.kind === 'reporter'
    ? {}
    : { personName: know.nameOf(person) ?? person }),
});

const viewClock = (
  { name, clock, owner }: NamedClock,
  { know, rules }: View,
): CaseAnswer['clocks'][number] => {
  const { limit, since, due, overdue, provisional, next } = clock;
  return {
    name,
    limit,
    stepName: notices.steps[limit],
    ownerName: ownerName(owner, know),
    since,
    due,
    dueText: formatForPeople(due),
    overdue: overdue === true,
    provisional: provisional === true,
    explained: explainClock(clock, workCalendar(rules, know)),
    ...(next ? { next } : {}),
  };
};

const viewRequest = (state: Case, { looker, know }: View): Pick<CaseAnswer, 'request'> => {
  if (!state.request || !seesRequest(state, looker)) return {};
  const { kind, unit, by, reason, approver } = state.request;
  return {
    request: {
      kind,
      kindName: happened.asked[kind],
      unit,
      unitName: unitName(unit, know),
      ...(by === undefined ? {} : { by }),
      reason: maskPrivate(reason),
      approverName: ownerName(approver, know),
    },
  };
};

const viewPause = ({ pause }: Case): Pick<CaseAnswer, 'paused'> => {
  if (!pause) return {};
  const { kind, since, words } = pause;
  return { paused: { kind, since, sinceText: formatForPeople(since), words: maskPrivate(words) } };
};

const viewListing = ({ listed }: Case, know: Knowledge): Pick<CaseAnswer, 'listed'> => {
  if (!listed) return {};
  const { unit, at, due } = listed;
  return {
    listed: { unit, unitName: unitName(unit, know), since: at, due, dueText: formatForPeople(due) },
  };
};
