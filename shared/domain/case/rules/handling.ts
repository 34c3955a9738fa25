import { dateText, dayOf } from '../../time/Instant.ts';
import { holdersOn, holdsPost } from '../answersFor.ts';
import type { Case, Task } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { startClock, startPolicyClock } from '../clocks/startClock.ts';
import { deskOf, leaderAbove } from '../deskOf.ts';
import { leadUnit } from '../leadUnit.ts';
import { isAccused } from '../maySee.ts';
import { events, type Facts, type Rule, refuse } from '../Rule.ts';
import { toDesk } from './acceptAndDispatch.ts';

/** The task of the unit that this person answers for: the lead's before one that helps. */
export const taskOf = (state: Case, facts: Facts, ...statuses: readonly Task['status'][]): Task | undefined =>
  state.tasks
    .filter(({ status }) => statuses.includes(status))
    .toSorted((a, b) => Number(a.share === 'assist') - Number(b.share === 'assist'))
    .find(({ unit }) => holdsPost(facts.by.person, `unit@${unit}`, state.leaf, facts));

/** 签收 */
export const sign: Rule<'sign'> = {
  stages: ['assigned', 'handling'],
  who: 'unit',
  apply: (state, _command, facts) => {
    const task = taskOf(state, facts, 'assigned');
    if (!task) return refuse({ code: 'noTask' });
    const { unit, share } = task;
    const { person } = facts.by;
    const limit = state.contained ? 'repair' : 'handle';
    const clock = startClock(limit, state, facts);
    if (share === 'assist') return events({ type: 'signed', unit, person, clock });
    return events(
      { type: 'signed', unit, person },
      { type: 'moved', to: 'handling', owner: state.owner, clock },
    );
  },
};

/**
 * 退回: not ours. The lead's goes to the desk, and it stays theirs until the desk has decided (首接负责制); an assisting unit asks the
 * desk to be let go. Once decided there is no second return.
 */
export const giveBack: Rule<'return'> = {
  stages: ['assigned', 'handling'],
  who: 'unit',
  apply: (state, { reason }, facts) => {
    const task = taskOf(state, facts, 'assigned', 'handling');
    if (!task) return refuse({ code: 'noTask' });
    if (task.settled) return refuse({ code: 'returnedBefore' });
    const { unit } = task;
    const { person } = facts.by;
    if (task.share === 'lead')
      return events({ type: 'returned', unit, person, reason }, backAbove(state, facts));
    if (state.request) return refuse({ code: 'requestPending' });
    const approver = deskOf(state, facts);
    const clock = startPolicyClock('approve', facts);
    return events({ type: 'requested', request: { kind: 'return', unit, person, reason, approver, clock } });
  },
};

/** To the desk; after the last round to whoever decides then. */
const backAbove = (state: Case, facts: Facts): CaseEvent => {
  const over = state.rounds - facts.rules.city.rounds;
  const desk = toDesk(state, facts);
  return over > 0 && desk.type === 'moved' ? { ...desk, owner: leaderAbove(state, over - 1, facts) } : desk;
};

/** 转办 within the unit: to a colleague, or to a unit right below. The clock goes on as it was. */
export const transfer: Rule<'transfer'> = {
  stages: ['assigned', 'handling'],
  who: 'unit',
  apply: (state, { to }, facts) => {
    const task = taskOf(state, facts, 'assigned', 'handling');
    if (!task) return refuse({ code: 'noTask' });
    const { unit, share } = task;
    if ('person' in to) {
      const today = dateText(dayOf(facts.now));
      const isColleague = holdersOn(`unit@${unit}`, state.leaf, today, facts.ledger).some(
        ({ person }) => person === to.person && !isAccused(person, state, facts.now, facts.ledger),
      );
      return isColleague ? events({ type: 'transferred', unit, to }) : refuse({ code: 'notInUnit' });
    }
    if (facts.rules.unit(to.unit)?.parent !== unit) return refuse({ code: 'notInUnit' });
    if (to.unit === state.about) return refuse({ code: 'aboutUnit', unit: to.unit });
    if (state.tasks.some((one) => one.unit === to.unit)) return refuse({ code: 'hasTask', unit: to.unit });
    const transferred = { type: 'transferred', unit, to } as const;
    if (share === 'assist') return events(transferred);
    return events(transferred, {
      type: 'moved',
      to: state.stage,
      owner: `unit@${to.unit}`,
      ...(state.clock ? { clock: state.clock } : {}),
    });
  },
};

/** 会办: the lead asks another unit to help. */
export const cohandle: Rule<'cohandle'> = {
  stages: ['assigned', 'handling'],
  who: 'owner',
  apply: (state, { unit, reason }, facts) => {
    if (!facts.rules.unit(unit)) return refuse({ code: 'unknownUnit', unit });
    if (unit === state.about) return refuse({ code: 'aboutUnit', unit });
    const has = state.tasks.find((task) => task.unit === unit);
    // Who leads does not help themselves.
    const isOver = has?.share === 'assist' && (has.status === 'done' || has.status === 'released');
    if (has && !isOver) return refuse({ code: 'hasTask', unit });
    const lead = leadUnit(state);
    const clock = startClock('sign', state, facts);
    const task: Task = { unit, share: 'assist', status: 'assigned', rule: `cohandle:${lead}`, clock };
    return events({ type: 'cohandled', task, reason });
  },
};
