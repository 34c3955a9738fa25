import type { Case } from './Case.ts';
import type { CaseEvent, Entry } from './CaseEvent.ts';
import { foldHistory } from './evolve.ts';

/** Who hears of it: the holders of the post whose turn it is, their superiors, or who reported it. */
export type Audience = 'owner' | 'superior' | 'reporter';

type TellingKind =
  | 'verifyTask'
  | 'unitTask'
  | 'checkTask'
  | 'reworkTask'
  | 'dispatchTask'
  | 'corrected'
  | 'accepted'
  | 'declined'
  | 'result'
  | 'reworking'
  | 'filedUnrated'
  | 'supplemented'
  | 'reminder'
  | 'overdue'
  | 'urge'
  | 'rateReminder';

export interface Telling {
  readonly to: Audience;
  readonly kind: TellingKind;
  /** The report of the handling, the reason, the words added. */
  readonly words?: string;
  readonly photos?: readonly string[];
  readonly count?: number;
  /** What it was filed as before a correction. */
  readonly was?: Pick<Case, 'service' | 'condition'>;
}

/** Who must hear what of an entry. `after`: the case as it was right after it; `history`: up to and with it. Pure. */
export const react = (entry: Entry, after: Case, history: readonly Entry[]): readonly Telling[] => {
  const lastRing = entry.events.findLast((event) => event.type === 'rang');
  return entry.events.flatMap((event): readonly Telling[] => {
    switch (event.type) {
      case 'moved':
        return onMove(event.to, entry, history);
      case 'corrected':
        return onCorrection(history);
      case 'accepted':
        return [{ to: 'reporter', kind: 'accepted' }];
      case 'declined':
        return [{ to: 'reporter', kind: 'declined', words: event.reason }];
      case 'failed':
        return [{ to: 'reporter', kind: 'reworking', words: event.reason }];
      case 'supplemented':
        return [
          {
            to: 'owner',
            kind: 'supplemented',
            ...(event.text === undefined ? {} : { words: event.text }),
            ...(event.photos ? { photos: event.photos } : {}),
          },
        ];
      case 'rang':
        // Several steps at once, after an outage, are one message: the last says all.
        return event === lastRing ? onRing(event, after) : onEarlierRing(event);
      case 'filed':
        return event.rated ? [] : [{ to: 'reporter', kind: 'filedUnrated' }];
      default:
        return [];
    }
  });
};

const onMove = (to: Case['stage'], entry: Entry, history: readonly Entry[]): readonly Telling[] => {
  switch (to) {
    case 'verifying':
      return [{ to: 'owner', kind: 'verifyTask' }];
    case 'dispatching':
      return [{ to: 'owner', kind: 'dispatchTask' }];
    case 'assigned':
      return [{ to: 'owner', kind: 'unitTask' }];
    case 'handling':
      return entry.events.flatMap((event): readonly Telling[] =>
        event.type === 'failed' ? [{ to: 'owner', kind: 'reworkTask', words: event.reason }] : [],
      );
    case 'checking':
      return [{ to: 'owner', kind: 'checkTask', ...lastReport(history) }];
    case 'rating':
      return [{ to: 'reporter', kind: 'result', ...lastReport(history) }];
    default:
      return [];
  }
};

const onCorrection = (history: readonly Entry[]): readonly Telling[] => {
  const was = foldHistory(history.slice(0, -1));
  if (!was) return [];
  return [{ to: 'reporter', kind: 'corrected', was: { service: was.service, condition: was.condition } }];
};

const onRing = (event: Extract<CaseEvent, { type: 'rang' }>, after: Case): readonly Telling[] => {
  const count = event.count;
  switch (event.step) {
    case 'remind':
      return after.clock?.limit === 'rate'
        ? [{ to: 'reporter', kind: 'rateReminder' }]
        : [{ to: 'owner', kind: 'reminder' }];
    case 'overdue':
      return [
        { to: 'owner', kind: 'overdue' },
        { to: 'superior', kind: 'overdue' },
      ];
    case 'urge':
      return [{ to: 'owner', kind: 'urge', count }];
    case 'lapse':
      return [];
  }
};

/** What the superior must hear does not go under in what the owner is told. */
const onEarlierRing = (event: Extract<CaseEvent, { type: 'rang' }>): readonly Telling[] =>
  event.step === 'overdue' ? [{ to: 'superior', kind: 'overdue' }] : [];

const lastReport = (history: readonly Entry[]): Pick<Telling, 'words' | 'photos'> => {
  const done = history.flatMap((entry) => entry.events).findLast((event) => event.type === 'done');
  return done ? { words: done.report, photos: done.photos } : {};
};
