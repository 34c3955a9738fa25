import type { CaseEvent } from '../CaseEvent.ts';
import { lastReport } from './lastReport.ts';
import type { Situation, Telling } from './Telling.ts';

type Moved = Extract<CaseEvent, { type: 'moved' }>;

/** Whose turn it is now hears of it. */
export const tellMove = (event: Moved, situation: Situation): readonly Telling[] => {
  const { entry, before, history } = situation;
  const to = { who: 'post', owner: event.owner } as const;
  const happened = <T extends CaseEvent['type']>(type: T) =>
    entry.events.find((one): one is Extract<CaseEvent, { type: T }> => one.type === type);
  // Where it goes on after it stood still, what it goes on with is told by that.
  if (happened('resumed')) return [];
  switch (event.to) {
    case 'verifying':
      return [{ to, kind: 'verifyTask' }];
    case 'screening':
      return [{ to, kind: 'appealTask', ...words(happened('appealed')?.reason) }];
    case 'dispatching':
      return happened('failed')
        ? [{ to, kind: 'decideTask', ...words(happened('failed')?.reason) }]
        : [{ to, kind: 'dispatchTask', ...words(happened('returned')?.reason) }];
    case 'assigned':
      return [{ to, kind: 'unitTask', ...words(happened('dispatched')?.reason) }];
    case 'handling': {
      const failed = happened('failed');
      if (failed) return [{ to, kind: 'reworkTask', words: failed.reason }];
      return happened('transferred') ? [{ to, kind: 'unitTask' }] : [];
    }
    case 'checking':
      return [{ to, kind: 'checkTask', ...lastReport(history) }];
    case 'rating':
      return tellRating(event, situation);
    case 'waiting':
      return [{ to: { who: 'reporters' }, kind: 'askMaterial', ...words(happened('paused')?.pause.words) }];
    case 'consulting':
      return [{ to, kind: 'expertTask', ...words(happened('paused')?.pause.words) }];
    case 'suspended':
      return [
        {
          to: { who: 'reporters' },
          kind: 'suspended',
          ...words(happened('paused')?.pause.words ?? before?.request?.reason),
        },
      ];
    case 'closed':
    case 'declined':
    case 'withdrawn':
    case 'merged':
      return [];
  }
};

/** The residents hear the result once; when the desk calls back it is the desk's turn. */
const tellRating = (event: Moved, { before, after, history }: Situation): readonly Telling[] => {
  if (event.clock?.limit === 'visit') {
    const opinion = after.rating?.opinion;
    return [{ to: { who: 'post', owner: event.owner }, kind: 'visitTask', ...words(opinion) }];
  }
  return before?.stage === 'rating'
    ? []
    : [{ to: { who: 'reporters' }, kind: 'result', ...lastReport(history) }];
};

const words = (text: string | undefined): { readonly words?: string } =>
  text === undefined || text === '' ? {} : { words: text };
