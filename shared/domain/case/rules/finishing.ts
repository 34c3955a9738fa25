import type { Case, Owner, Task } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { startClock } from '../clocks/startClock.ts';
import { conditionOf } from '../conditionOf.ts';
import { leadIsDone } from '../leadIsDone.ts';
import { notAmong } from '../notAmong.ts';
import type { Refusal } from '../Refusal.ts';
import { type CommandOf, events, type Facts, type Rule, refuse } from '../Rule.ts';
import { toBeRated } from './ending.ts';
import { taskOf } from './handling.ts';

/**
 * 办结. An assisting unit reports its own share; the lead reports the whole, when those who help are done. What routing had set beside it
 * and nobody began is let go.
 */
export const finish: Rule<'finish'> = {
  // A unit that helps may be done before the lead has signed.
  stages: ['assigned', 'handling'],
  who: 'unit',
  apply: (state, command, facts) => {
    // Who answers for several units reports what helps first: the lead's waits for it.
    const helping = { ...state, tasks: state.tasks.filter(({ share }) => share === 'assist') };
    const task = taskOf(helping, facts, 'handling') ?? taskOf(state, facts, 'handling');
    if (!task) return refuse({ code: 'noTask' });
    const done = { unit: task.unit, person: facts.by.person, report: command.report, photos: command.photos };
    return task.share === 'lead' ? finishLead(state, done, facts) : finishAssist(state, done, facts);
  },
};

/** 容缺受理: nothing is brought to its end while material is missing. */
export const stillOwed = ({ owed = [] }: Pick<Case, 'owed'>): Refusal | undefined =>
  owed.length > 0 ? { code: 'materialOwed', names: owed.map(({ name }) => name) } : undefined;

type Done =
  CommandOf<'finish'> extends infer F
    ? Omit<F, 'type'> & { readonly unit: string; readonly person: string }
    : never;

const finishLead = (state: Case, done: Done, facts: Facts) => {
  const owed = stillOwed(state);
  if (owed) return refuse(owed);
  const busy = state.tasks.filter((task) => task.share === 'assist' && isBusy(task, state));
  if (busy.length > 0) return refuse({ code: 'assistsOpen', units: busy.map(({ unit }) => unit) });
  const repair = conditionOf(state, facts.rules)?.limits.repair;
  if (repair !== undefined && !state.contained)
    return events(
      { type: 'contained', ...done },
      { type: 'moved', to: 'handling', owner: state.owner, clock: startClock('repair', state, facts) },
    );
  const idle = state.tasks.filter(({ share, status }) => share === 'assist' && status === 'assigned');
  const released: readonly CaseEvent[] =
    idle.length > 0 ? [{ type: 'released', units: idle.map(({ unit }) => unit) }] : [];
  const next = begunAfter(state, done.unit, facts);
  if (next.length === 0)
    return events({ type: 'done', ...done }, ...released, ...afterHandling(state, facts));
  // Others go on where the lead stopped; each has its own clock, and the lead answers for it all.
  return events({ type: 'done', ...done }, ...released, ...next, {
    type: 'moved',
    to: 'handling',
    owner: state.owner,
  });
};

/** The lead waits for those it asked for help, and for those who began; not for what routing merely set beside it. */
const isBusy = (task: Task, state: Case): boolean =>
  task.status === 'handling' ||
  (task.status === 'assigned' && task.rule.startsWith('cohandle:')) ||
  (task.status === 'waiting' && task.after !== leadOf(state));

const leadOf = (state: Case): string | undefined => state.tasks.find(({ share }) => share === 'lead')?.unit;

const finishAssist = (state: Case, done: Done, facts: Facts) =>
  events({ type: 'done', ...done }, ...afterUnit(state, done.unit, facts));

/** 退回 granted: a unit that helps is let go, and it goes on as if it had done its own. */
export const withoutUnit = (state: Case, unit: string, facts: Facts): readonly CaseEvent[] => {
  const isAtIt = state.tasks.some(
    (task) => task.unit === unit && (task.status === 'assigned' || task.status === 'handling'),
  );
  return isAtIt ? [{ type: 'released', units: [unit] }, ...afterUnit(state, unit, facts)] : [];
};

/** What comes after a unit that helps: whose turn it is then, or, where the lead only waited for this one, what comes after all. */
const afterUnit = (state: Case, unit: string, facts: Facts): readonly CaseEvent[] => {
  const next = begunAfter(state, unit, facts);
  const isLast =
    next.length === 0 &&
    state.tasks.every(
      (task) =>
        task.share === 'lead' || task.unit === unit || task.status === 'done' || task.status === 'released',
    );
  return isLast && leadIsDone(state) ? afterHandling(state, facts) : next;
};

/** Whose turn comes when a unit is done. */
const begunAfter = (state: Case, unit: string, facts: Facts): readonly CaseEvent[] =>
  state.tasks
    .filter((task) => task.status === 'waiting' && task.after === unit)
    .map((task) => ({ type: 'begun', unit: task.unit, clock: startClock('sign', state, facts) }));

/**
 * Handled: the supervisor checks it; or the resident is asked at once, where the service needs no check, it was solved on the spot, or
 * there is nobody who had no hand in it.
 */
export const afterHandling = (state: Case, facts: Facts): readonly CaseEvent[] => {
  const isChecked = state.stage === 'handling' && facts.rules.service(state.service)?.check;
  const owner = isChecked ? checkerOf(state, facts) : undefined;
  return owner
    ? [{ type: 'moved', to: 'checking', owner, clock: startClock('check', state, facts) }]
    : toBeRated(state, facts);
};

/** The supervisor of the cell; where they had a hand in it themselves, the leader above (监管分离). */
const checkerOf = (state: Case, facts: Facts): Owner | undefined => {
  const above = facts.rules.lineage(state.leaf).slice(1);
  const posts: readonly Owner[] = [
    `supervisor@${state.leaf}`,
    ...above.map(({ code }): Owner => `leader@${code}`),
  ];
  return notAmong([...(state.handledBy ?? []), facts.by.person], posts, state, facts);
};
