import type { Case } from '../../shared/domain/case/Case.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import type { By, CaseEvent, Entry } from '../../shared/domain/case/CaseEvent.ts';
import { seal } from '../../shared/domain/case/chain.ts';
import { decide } from '../../shared/domain/case/decide.ts';
import { evolve } from '../../shared/domain/case/evolve.ts';
import type { Refusal } from '../../shared/domain/case/Refusal.ts';
import { react } from '../../shared/domain/case/react/react.ts';
import type { Telling } from '../../shared/domain/case/react/Telling.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { formatInstant, type Instant } from '../../shared/domain/time/Instant.ts';

export const NUMBER = '202609280000001';
export const RESIDENT: By = { person: 'web:r-1', role: 'resident' };
export const CLOCK: By = { person: 'clock', role: 'system' };
export const staff = (person: string, role: By['role'] = 'supervisor'): By => ({ person, role });

export const at = (text: string): Instant => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

export const textOf = (instant: Instant): string => formatInstant(instant).slice(0, 16).replace('T', ' ');

/** The life of one case, in memory: `when(command)` decides and folds; a refusal changes nothing. */
export const lifeOf = (know: Knowledge, start = '2026-09-28 10:00') => {
  let now = at(start);
  let ledger = know;
  let state: Case | undefined;
  const history: Entry[] = [];
  let last: readonly CaseEvent[] | Refusal = [];

  const when = (command: CaseCommand, by: By = RESIDENT) => {
    const decision = decide(state, command, { now, by, rules: know, ledger });
    if (decision.kind === 'refused') last = decision.refusal;
    else last = decision.events;
    if (decision.kind === 'events' && decision.events.length > 0) {
      const seq = (state?.version ?? 0) + 1;
      const entry = seal(
        { number: NUMBER, seq, at: now, by, command: `c${seq}`, events: decision.events },
        state?.hash ?? '',
      );
      state = evolve(state, entry);
      history.push(entry);
    }
    return life;
  };

  const life = {
    when,
    at: (text: string) => {
      now = at(text);
      return life;
    },
    after: (ms: number) => {
      now += ms;
      return life;
    },
    /** Another version of the city is in force; the case keeps the rules it was opened under. */
    inForce: (version: Knowledge) => {
      ledger = version;
      return life;
    },
    get now() {
      return now;
    },
    get state(): Case {
      if (!state) throw new Error('Nothing was opened');
      return state;
    },
    get history(): readonly Entry[] {
      return history;
    },
    /** Types of the last command's events, or the refusal's code. */
    get outcome(): readonly string[] | string {
      return 'code' in last ? last.code : last.map((event) => event.type);
    },
    /** The refusal of the last command, whole. */
    get refusal(): Refusal | undefined {
      return 'code' in last ? last : undefined;
    },
    get dueText(): string | undefined {
      return state?.clock && textOf(state.clock.due);
    },
    /** The next step of the stage's clock, and when. */
    get nextText(): string | undefined {
      const next = state?.clock?.next;
      return next && `${next.step} ${textOf(next.at)}`;
    },
    /** What the last entry tells whom. */
    get told(): readonly Telling[] {
      const entry = history.at(-1);
      return entry && state ? react(entry, state, history) : [];
    },
  };
  return life;
};

export const report = (more: Partial<Extract<CaseCommand, { type: 'open' }>> = {}): CaseCommand => ({
  type: 'open',
  service: '01037',
  place: { lng: 121.471, lat: 31.231, name: '建设路12号' },
  text: '路灯坏了两天了',
  photos: [],
  reporter: RESIDENT.person,
  ...more,
});
