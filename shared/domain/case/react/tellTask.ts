import type { Case, Task } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { unitsOf } from '../unitsOf.ts';
import type { Situation, Telling } from './Telling.ts';

/** What units that help, and people to whom a task was given, hear of it. */
export const tellTask = (event: CaseEvent, { before, after }: Situation): readonly Telling[] => {
  switch (event.type) {
    case 'dispatched':
      return [...letGo(before, event.tasks, event.reason), ...event.tasks.flatMap(assistTask)];
    case 'cohandled':
      return assistTask(event.task).map((telling) => ({ ...telling, words: event.reason }));
    case 'begun': {
      const task = after.tasks.find(({ unit }) => unit === event.unit);
      return task ? assistTask({ ...task, clock: event.clock }) : [];
    }
    case 'released':
      return event.units.map((unit) => released(unit));
    case 'transferred': {
      if (!('person' in event.to)) return after.stage === before?.stage ? toUnitBelow(event, after) : [];
      const task = after.tasks.find(({ unit }) => unit === event.unit);
      const kind = task?.share === 'assist' ? 'assistTask' : 'unitTask';
      const to = { who: 'person', person: event.to.person } as const;
      return [{ to, kind, unit: event.unit, ...(task?.clock ? { due: task.clock.due } : {}) }];
    }
    case 'done': {
      const lead = after.tasks.find(({ share }) => share === 'lead');
      if (!lead || lead.unit === event.unit || after.stage !== 'handling') return [];
      const to = { who: 'post', owner: `unit@${lead.unit}` } as const;
      return [{ to, kind: 'assistDone', words: event.report, photos: event.photos, unit: event.unit }];
    }
    default:
      return [];
  }
};

const assistTask = (task: Task): readonly Telling[] =>
  task.share === 'assist' && task.status === 'assigned'
    ? [
        {
          to: { who: 'post', owner: `unit@${task.unit}` },
          kind: 'assistTask',
          unit: task.unit,
          ...(task.clock ? { due: task.clock.due } : {}),
        },
      ]
    : [];

/** Units that had a part in it, and have none any more, need not go on. */
const letGo = (
  before: Case | undefined,
  tasks: readonly Task[],
  reason: string | undefined,
): readonly Telling[] => {
  if (!before) return [];
  const kept = new Set(tasks.map(({ unit }) => unit));
  return unitsOf(before)
    .filter((unit) => !kept.has(unit))
    .map((unit) => released(unit, reason));
};

const released = (unit: string, words?: string): Telling => ({
  to: { who: 'post', owner: `unit@${unit}` },
  kind: 'released',
  unit,
  ...(words === undefined ? {} : { words }),
});

/** Of the lead's the move tells; of a unit that helps nothing else does. */
const toUnitBelow = (
  { to }: Extract<CaseEvent, { type: 'transferred' }>,
  after: Case,
): readonly Telling[] => {
  const task = 'unit' in to ? after.tasks.find(({ unit }) => unit === to.unit) : undefined;
  return task?.share === 'assist' ? assistTask({ ...task, status: 'assigned' }) : [];
};
