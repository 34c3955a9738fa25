import { policyOf } from '../../city/policyOf.ts';
import { parseDuration } from '../../time/Duration.ts';
import type { Case, Owner, Task } from '../Case.ts';
import type { Clock } from '../Clock.ts';
import { endingBy, startPolicyClock } from '../clocks/startClock.ts';
import { workCalendar } from '../clocks/workCalendar.ts';
import { deskOf, leaderAbove } from '../deskOf.ts';
import { leadIsDone } from '../leadIsDone.ts';
import type { Refusal } from '../Refusal.ts';
import { type CommandOf, events, type Facts, type Rule, refuse } from '../Rule.ts';
import { taskOf } from './handling.ts';

/**
 * 延期: more time is asked for before the limit, at most as much again. The desk decides the first time, the leader of the street after
 * that; who has not decided by the limit has not agreed.
 */
export const extend: Rule<'extend'> = {
  stages: ['assigned', 'handling'],
  who: 'unit',
  apply: (state, command, facts) => {
    const task = taskOf(state, facts, 'handling');
    const clock = task && clockOf(task, state);
    if (!task || !clock) return refuse({ code: 'noTask' });
    const refusal = cannotExtend(state, { task, clock, command }, facts);
    if (refusal) return refuse(refusal);
    const { unit, extensions = 0 } = task;
    const approver = extensions === 0 ? deskOf(state, facts) : leaderAbove(state, 0, facts);
    return events({
      type: 'requested',
      request: {
        kind: 'extend',
        unit,
        person: facts.by.person,
        reason: command.reason,
        by: command.by,
        approver,
        clock: endingBy(startPolicyClock('approve', facts), clock.due),
      },
    });
  },
};

/** 挂账: it cannot go on for reasons that are nobody's here; the leader of the street decides, again each time the period is over. */
export const suspend: Rule<'suspend'> = {
  stages: ['handling', 'suspended'],
  who: 'owner',
  apply: (state, { reason }, facts) => {
    if (leadIsDone(state)) return refuse({ code: 'noTask' });
    if (state.request) return refuse({ code: 'requestPending' });
    const approver: Owner = leaderAbove(state, 0, facts);
    const clock = startPolicyClock('approve', facts);
    const lead = state.tasks.find(({ share }) => share === 'lead')?.unit ?? '';
    const { person } = facts.by;
    return events({
      type: 'requested',
      request: { kind: 'suspend', unit: lead, person, reason, approver, clock },
    });
  },
};

/** The lead's is the case's; who helps has one of their own. */
export const clockOf = (task: Task, state: Case): Clock | undefined =>
  task.share === 'lead' ? state.clock : task.clock;

interface Extending {
  readonly task: Task;
  readonly clock: Clock;
  readonly command: CommandOf<'extend'>;
}

const cannotExtend = (
  state: Case,
  { task, clock, command }: Extending,
  facts: Facts,
): Refusal | undefined => {
  if (state.request) return { code: 'requestPending' };
  if (clock.overdue || facts.now >= clock.due) return { code: 'pastLimit' };
  const { extensions: most } = policyOf(facts.rules.city);
  if ((task.extensions ?? 0) >= most) return { code: 'noMoreExtensions', most };
  const wanted = parseDuration(command.by);
  const limit = parseDuration(clock.lasts);
  const calendar = workCalendar(facts.rules, facts.ledger);
  const isShort =
    wanted && limit && calendar.deadline(clock.due, wanted).at <= calendar.deadline(clock.due, limit).at;
  return isShort ? undefined : { code: 'tooLong', most: clock.lasts };
};
