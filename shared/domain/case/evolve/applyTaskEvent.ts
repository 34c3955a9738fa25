import type { Case, Task } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';

type TaskEvent = Extract<
  CaseEvent,
  {
    type:
      | 'dispatched'
      | 'signed'
      | 'returned'
      | 'transferred'
      | 'cohandled'
      | 'released'
      | 'begun'
      | 'rejected'
      | 'extended'
      | 'contained'
      | 'solved'
      | 'done'
      | 'failed';
  }
>;

/** What an event means for the units' tasks. */
export const applyTaskEvent = (state: Case, event: TaskEvent): Case => {
  switch (event.type) {
    case 'dispatched': {
      const { request: _request, ...rest } = state;
      const lead = event.tasks.find(({ share }) => share === 'lead');
      // What is listed publicly is listed with whoever has to do it now.
      const listed = rest.listed && lead ? { listed: { ...rest.listed, unit: lead.unit } } : {};
      return { ...rest, tasks: event.tasks, ...listed };
    }
    case 'signed':
      return withTask(state, event.unit, {
        status: 'handling',
        ...(event.clock ? { clock: event.clock } : {}),
      });
    case 'returned':
      return withTask(state, event.unit, { status: 'returned' });
    case 'transferred':
      return 'unit' in event.to
        ? toUnit(state, event.unit, event.to.unit)
        : withTask(state, event.unit, event.to);
    case 'cohandled':
      return { ...state, tasks: [...state.tasks.filter(({ unit }) => unit !== event.task.unit), event.task] };
    case 'released':
      return event.units.reduce((next, unit) => ended(next, unit, 'released'), state);
    case 'begun':
      return withTask(state, event.unit, { status: 'assigned', clock: event.clock });
    case 'rejected': {
      const { request: _request, ...rest } = state;
      // Whoever was not let go has to do it: there is no second return.
      const isDecided = event.kind === 'return' && !event.lapsed;
      return isDecided ? withTask(rest, event.unit, { settled: true }) : rest;
    }
    case 'extended': {
      const extensions = (state.tasks.find(({ unit }) => unit === event.unit)?.extensions ?? 0) + 1;
      return withTask(state, event.unit, { extensions });
    }
    case 'contained':
      return { ...handledBy(withoutRequestOf(state, event.unit), event.person), contained: true };
    case 'solved':
      return handledBy(state, event.person);
    case 'done':
      return handledBy(ended(state, event.unit, 'done'), event.person);
    case 'failed':
      return reopened(state, event.round);
  }
};

const withTask = (state: Case, unit: string, change: Partial<Task>): Case => ({
  ...state,
  tasks: state.tasks.map((task) => (task.unit === unit ? { ...task, ...change } : task)),
});

/** Another unit has the task now, and with it all that was the first one's: who waits for it, what was asked for, what is published. */
const toUnit = (state: Case, from: string, to: string): Case => {
  const { request, listed } = state;
  return {
    ...state,
    tasks: state.tasks.map((task) => {
      if (task.unit !== from) return task.after === from ? { ...task, after: to } : task;
      const { person: _there, ...rest } = task;
      return { ...rest, unit: to };
    }),
    ...(request?.unit === from ? { request: { ...request, unit: to } } : {}),
    ...(listed?.unit === from ? { listed: { ...listed, unit: to } } : {}),
  };
};

/** A task that is over has no clock, and nothing is asked for it. */
const ended = (state: Case, unit: string, status: 'done' | 'released'): Case => ({
  ...withoutRequestOf(state, unit),
  tasks: state.tasks.map((task) => {
    if (task.unit !== unit) return task;
    const { clock: _clock, ...rest } = task;
    return { ...rest, status };
  }),
});

const withoutRequestOf = (state: Case, unit: string): Case => {
  if (state.request?.unit !== unit) return state;
  const { request: _request, ...rest } = state;
  return rest;
};

const handledBy = (state: Case, person: string): Case => ({
  ...state,
  handledBy: [...new Set([...(state.handledBy ?? []), person])],
});

/** 返工: the lead handles it again; what was said of the last result is of the last result. */
const reopened = (state: Case, rounds: number): Case => {
  const { rating: _rating, voices: _voices, ...rest } = state;
  return {
    ...rest,
    rounds,
    tasks: state.tasks.map((task) =>
      task.share === 'lead' && task.status === 'done' ? { ...task, status: 'handling' } : task,
    ),
  };
};
