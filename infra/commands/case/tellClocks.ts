import { ownerName } from '../../../bots/engine/cases/describeCase.ts';
import { explainClock } from '../../../bots/engine/cases/explainClock.ts';
import { notices } from '../../../bots/engine/phrases/notices.ts';
import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Clock } from '../../../shared/domain/case/Clock.ts';
import { clocksOf, type NamedClock } from '../../../shared/domain/case/clocks/clocksOf.ts';
import { workCalendar } from '../../../shared/domain/case/clocks/workCalendar.ts';
import type { Knowledge, RuleBook } from '../../../shared/domain/city/Knowledge.ts';

/** What limits are explained by: the version a case was opened under, and the one in force. */
export interface Rules {
  readonly rules: RuleBook;
  readonly know: Knowledge;
}

/** Every clock that runs, each with why it ends when it does. */
export const tellClocks = (state: Case, by: Rules): readonly string[] =>
  clocksOf(state).map((one) => tellClock(one, by));

/** The clocks that began or were moved between two states. */
export const tellNewClocks = (before: Case | undefined, after: Case, by: Rules): readonly string[] => {
  const ran = new Map((before ? clocksOf(before) : []).map(({ name, clock }) => [name, clock]));
  return clocksOf(after)
    .filter(({ name, clock }) => !isSame(ran.get(name), clock))
    .map((one) => tellClock(one, by));
};

/** A rung of the ladder changes what is next, and nothing of the limit. */
const isSame = (before: Clock | undefined, after: Clock): boolean =>
  before !== undefined &&
  before.limit === after.limit &&
  before.since === after.since &&
  before.due === after.due &&
  before.provisional === after.provisional;

const tellClock = ({ clock, owner }: NamedClock, { rules, know }: Rules): string => {
  const explained = explainClock(clock, workCalendar(rules, know));
  return `时限 ${notices.steps[clock.limit]}（${ownerName(owner, know)}）：${explained}`;
};
