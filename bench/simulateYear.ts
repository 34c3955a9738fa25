import { postHolders, splitOwner } from '../shared/domain/case/answersFor.ts';
import { type Case, ENDED, type Owner } from '../shared/domain/case/Case.ts';
import type { CaseCommand } from '../shared/domain/case/CaseCommand.ts';
import type { By } from '../shared/domain/case/CaseEvent.ts';
import { caseNumber } from '../shared/domain/case/caseNumber.ts';
import { seal } from '../shared/domain/case/chain.ts';
import { decide } from '../shared/domain/case/decide.ts';
import { evolve } from '../shared/domain/case/evolve.ts';
import { nextDue } from '../shared/domain/case/nextDue.ts';
import type { Knowledge } from '../shared/domain/city/Knowledge.ts';
import type { Instant } from '../shared/domain/time/Instant.ts';
import { Agenda } from './Agenda.ts';
import { type Habits, hurried, type Plan, plansOf, turnsOfCase } from './plansOf.ts';
import { type Reported, reportsOfYear } from './reportsOfYear.ts';
import { randomFrom } from './voronoi.ts';
import { YearTally } from './YearTally.ts';

export interface SimulatedYear {
  readonly tally: YearTally;
  readonly reported: number;
  /** Still open when the year is over, and the most that were open at once. */
  readonly open: number;
  readonly mostOpen: number;
  readonly ticks: number;
}

interface Live {
  state: Case;
  /** Turns that somebody has thought of. */
  readonly planned: Set<string>;
  /** The instant a tick is on the agenda for. */
  tickAt?: Instant;
}

type Coming =
  | { readonly kind: 'report'; readonly report: Reported }
  | { readonly kind: 'tick'; readonly number: string }
  | { readonly kind: 'act'; readonly number: string; readonly plan: Plan; readonly tries: number };

const CLOCK: By = { person: 'clock', role: 'system' };

/** What was refused is tried again after so much working time, so many times: others may have done their part by then. */
const AGAIN_AFTER = 4 * 3_600_000;
const TRIES = 6;

/** A year of a city through the pure core alone: people who report, work, forget and rate, and the clocks that run meanwhile. */
export const simulateYear = (
  know: Knowledge,
  { year, count, seed }: { readonly year: number; readonly count: number; readonly seed: number },
): SimulatedYear => {
  const random = randomFrom(seed);
  const habits: Habits = { know, random };
  const agenda = new Agenda<Coming>();
  const tally = new YearTally();
  const live = new Map<string, Live>();
  const reports = reportsOfYear(know.city, know.calendar, { year, count, random });
  const end = Date.parse(`${year + 1}-01-01T00:00:00+08:00`);
  const figures = { reported: 0, mostOpen: 0, ticks: 0 };

  const expect = (): void => {
    const { value } = reports.next();
    if (value) agenda.add(value.at, { kind: 'report', report: value });
  };

  /** Whether it happened. */
  const perform = (number: string, command: CaseCommand, by: By, now: Instant): boolean => {
    const found = live.get(number);
    const decision = decide(found?.state, command, { now, by, rules: know, ledger: know });
    if (decision.kind === 'refused') tally.refusal(command.type, decision.refusal.code);
    if (decision.kind === 'refused' || decision.events.length === 0) return false;
    const seq = (found?.state.version ?? 0) + 1;
    const unsealed = { number, seq, at: now, by, command: `${command.type}${seq}`, events: decision.events };
    const entry = seal(unsealed, found?.state.hash ?? '');
    const state = evolve(found?.state, entry);
    tally.entry(found?.state, entry, state);
    const next: Live = found ?? { state, planned: new Set() };
    next.state = state;
    follow(next, now);
    return true;
  };

  /** What is to come of a case as it is now. */
  const follow = (one: Live, now: Instant): void => {
    const { number, stage } = one.state;
    if (ENDED.has(stage)) {
      live.delete(number);
      return;
    }
    live.set(number, one);
    const due = nextDue(one.state);
    if (due !== undefined && due !== one.tickAt) {
      one.tickAt = due;
      agenda.add(Math.max(now, due), { kind: 'tick', number });
    }
    for (const turn of turnsOfCase(one.state)) {
      if (one.planned.has(turn.turn)) continue;
      one.planned.add(turn.turn);
      for (const plan of plansOf(one.state, turn, now, habits))
        agenda.add(plan.at, { kind: 'act', number, plan, tries: 1 });
    }
  };

  const report = ({ service, condition, place }: Reported, now: Instant): void => {
    expect();
    figures.reported += 1;
    const reporter = `web:r-${figures.reported}`;
    const { lng, lat, name } = place;
    let attempt = 0;
    while (live.has(caseNumber(now, reporter, attempt))) attempt += 1;
    perform(
      caseNumber(now, reporter, attempt),
      {
        type: 'open',
        service: service.code,
        condition,
        place: { lng, lat, name },
        text: service.name,
        photos: [],
        reporter,
        phone: '13800000000',
      },
      { person: reporter, role: 'resident' },
      now,
    );
    figures.mostOpen = Math.max(figures.mostOpen, live.size);
  };

  const tick = (number: string, now: Instant): void => {
    const one = live.get(number);
    if (!one || one.tickAt === undefined || one.tickAt > now) return;
    delete one.tickAt;
    figures.ticks += 1;
    const { version } = one.state;
    perform(number, { type: 'tick' }, CLOCK, now);
    if (one.state.version === version) follow(one, now);
    else hurry(one, now);
  };

  /** Who was warned may do at once what they had put off. */
  const hurry = ({ state }: Live, now: Instant): void => {
    if (!live.has(state.number) || !state.clock?.overdue) return;
    const at = hurried(now, habits);
    const [own] = turnsOfCase(state);
    const [plan] = at === undefined || !own ? [] : plansOf(state, own, now, habits).slice(-1);
    if (plan && at !== undefined) agenda.add(at, { kind: 'act', number: state.number, plan, tries: 1 });
  };

  const act = (number: string, plan: Plan, now: Instant, tries: number): void => {
    const one = live.get(number);
    if (!one || !turnsOfCase(one.state).some(({ turn }) => turn === plan.turn)) return;
    // Who handled it may not check it: then a colleague does.
    const speakers = speakersOf(plan.post, one.state, now, know);
    const happened = speakers.some((by) => perform(number, plan.command, by, now));
    if (happened || tries === TRIES) return;
    const at = know.calendar.afterWorkingTime(now, AGAIN_AFTER);
    agenda.add(at, { kind: 'act', number, plan, tries: tries + 1 });
  };

  expect();
  for (let next = agenda.next(); next && next.at < end; next = agenda.next()) {
    const { at, what } = next;
    if (what.kind === 'report') report(what.report, at);
    else if (what.kind === 'tick') tick(what.number, at);
    else act(what.number, what.plan, at, what.tries);
  }
  return { tally, open: live.size, ...figures };
};

const speakersOf = (post: Owner, state: Case, now: Instant, know: Knowledge): readonly By[] => {
  const [role, code] = splitOwner(post);
  if (role === 'resident') return [{ person: code, role }];
  const spoken = role === 'unit' ? 'handler' : role;
  return postHolders(post, state.leaf, now, know).map(({ person }) => ({ person, role: spoken }));
};
