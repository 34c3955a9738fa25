import type { CaseEvent } from '../CaseEvent.ts';
import type { Situation, Telling } from './Telling.ts';

type RequestEvent = Extract<CaseEvent, { type: 'requested' | 'approved' | 'rejected' | 'extended' }>;

/** Who must approve hears what is asked for, who asked what became of it, and residents why it takes longer. */
export const tellRequest = (event: RequestEvent, { before, after }: Situation): readonly Telling[] => {
  switch (event.type) {
    case 'requested': {
      const { kind, unit, by, reason, approver, clock } = event.request;
      const request = { kind, unit, ...(by === undefined ? {} : { by }) };
      const to = { who: 'post', owner: approver } as const;
      return [{ to, kind: 'approveTask', words: reason, due: clock.due, request }];
    }
    case 'approved':
    case 'rejected': {
      const { kind, unit } = event;
      const by = before?.request?.by;
      const request = { kind, unit, ...(by === undefined ? {} : { by }) };
      const to = { who: 'post', owner: `unit@${unit}` } as const;
      if (event.type === 'approved') return [{ to, kind: 'approved', request }];
      return [{ to, kind: 'rejected', request, ...(event.reason === '' ? {} : { words: event.reason }) }];
    }
    case 'extended': {
      const isLead = after.tasks.some(({ unit, share }) => unit === event.unit && share === 'lead');
      const reason = before?.request?.reason ?? '';
      // Who only helps does not hold up the whole.
      return isLead
        ? [{ to: { who: 'reporters' }, kind: 'extended', words: reason, due: event.clock.due }]
        : [];
    }
  }
};
