import type { Case, Owner } from '../Case.ts';
import type { CaseEvent, Entry } from '../CaseEvent.ts';
import { foldHistory } from '../evolve.ts';
import { ratersOf, reportersOf } from '../isReporter.ts';
import { lastReport } from './lastReport.ts';
import type { Situation, Telling } from './Telling.ts';
import { tellLadder } from './tellLadder.ts';
import { tellMove } from './tellMove.ts';
import { tellRequest } from './tellRequest.ts';
import { tellTask } from './tellTask.ts';

const REPORTERS = { who: 'reporters' } as const;

/** Who must hear what of an entry. `after`: the case as it was right after it; `history`: up to and with it. Pure. */
export const react = (entry: Entry, after: Case, history: readonly Entry[]): readonly Telling[] => {
  const before = foldHistory(history.slice(0, -1));
  const situation: Situation = { entry, after, history, ...(before ? { before } : {}) };
  return [...entry.events.flatMap((event) => tell(event, situation)), ...tellLadder(situation)];
};

const tell = (event: CaseEvent, situation: Situation): readonly Telling[] => {
  const { before, after } = situation;
  switch (event.type) {
    case 'moved':
      return tellMove(event, situation);
    case 'corrected':
      return before
        ? [
            {
              to: REPORTERS,
              kind: 'corrected',
              was: { service: before.service, condition: before.condition },
            },
          ]
        : [];
    case 'accepted':
      return [{ to: REPORTERS, kind: 'accepted' }];
    case 'declined':
      return [
        { to: REPORTERS, kind: event.post === undefined ? 'owedLapsed' : 'declined', words: event.reason },
        ...(event.post === undefined ? stopped(before, event.reason) : letGo(before, event.reason)),
      ];
    case 'withdrawn':
      return stopped(before, event.reason ?? '');
    case 'merged':
      return [{ to: REPORTERS, kind: 'merged', into: event.into }, ...letGo(before, '')];
    case 'unmerged':
      return [{ to: REPORTERS, kind: 'unmerged' }];
    case 'joined':
      return joined(event, situation);
    case 'supplemented':
      return before?.stage === 'waiting' ? [] : added(after, event);
    case 'supplied':
      return added(after, event);
    case 'resumed':
      return resumed(event, situation);
    case 'contained':
      return [{ to: REPORTERS, kind: 'contained', words: event.report, photos: event.photos }];
    case 'failed':
      return failed(event, situation);
    case 'concluded':
      return [{ to: REPORTERS, kind: 'concluded', words: event.reason }, ...letGo(before, event.reason)];
    case 'filed':
      return event.rated || ratersOf(after).length === 0 ? [] : [{ to: REPORTERS, kind: 'filedUnrated' }];
    case 'urged':
      return [{ to: { who: 'post', owner: after.owner }, kind: 'urged', count: event.count }];
    case 'requested':
    case 'approved':
    case 'rejected':
    case 'extended':
      return tellRequest(event, situation);
    default:
      return tellTask(event, situation);
  }
};

const failed = (
  { reason }: Extract<CaseEvent, { type: 'failed' }>,
  { before, after }: Situation,
): readonly Telling[] => {
  const kind = after.stage === 'dispatching' ? 'escalated' : 'reworking';
  // What one resident said of the result is not for the others of a merged case.
  const isOfOne = before?.stage === 'rating' && reportersOf(after).length > 1;
  return [{ to: REPORTERS, kind, ...(isOfOne ? {} : { words: reason }) }];
};

/** Everybody who was at it need not go on. */
const stopped = (before: Case | undefined, words: string): readonly Telling[] => {
  if (!before) return [];
  const owners = [before.pause?.owner ?? before.owner, ...atIt(before)];
  return [...new Set(owners)]
    .filter((owner) => !owner.startsWith('resident@'))
    .map((owner) => tellStopped(owner, words));
};

/** Units that were at it when somebody else ended it. */
const letGo = (before: Case | undefined, words: string): readonly Telling[] =>
  before ? atIt(before).map((owner) => tellStopped(owner, words)) : [];

const atIt = ({ tasks }: Case): readonly Owner[] =>
  tasks
    .filter(({ status }) => status === 'assigned' || status === 'handling')
    .map(({ unit }): Owner => `unit@${unit}`);

const tellStopped = (owner: Owner, words: string): Telling => ({
  to: { who: 'post', owner },
  kind: 'stopped',
  words,
});

/** Whoever comes late to what is handled, or refused, already hears that at once. */
const joined = (
  { cases }: Extract<CaseEvent, { type: 'joined' }>,
  { after, history }: Situation,
): readonly Telling[] => {
  const to = { who: 'residents', conversations: cases.map(({ reporter }) => reporter) } as const;
  switch (after.stage) {
    case 'rating':
    case 'closed':
      return [{ to, kind: 'result', ...lastReport(history) }];
    case 'declined':
      return [{ to, kind: 'declined', words: after.reason ?? '' }];
    default: {
      const count = (after.joined?.length ?? 0) + 1;
      return [{ to: { who: 'post', owner: after.owner }, kind: 'joined', count }];
    }
  }
};

const added = (
  { owner }: Case,
  { text, photos }: { readonly text?: string; readonly photos?: readonly string[] },
): readonly Telling[] => [
  {
    to: { who: 'post', owner },
    kind: 'supplemented',
    ...(text === undefined ? {} : { words: text }),
    ...(photos ? { photos } : {}),
  },
];

/** It goes on: whose turn it is again hears why, and the residents what they did not do themselves. */
const resumed = (
  { because }: Extract<CaseEvent, { type: 'resumed' }>,
  { entry, before, after }: Situation,
): readonly Telling[] => {
  const kind = before?.pause?.kind;
  const to = { who: 'post', owner: before?.pause?.owner ?? after.owner } as const;
  switch (kind) {
    case 'material': {
      if (because !== 'answered')
        return [
          { to, kind: 'unanswered' },
          { to: REPORTERS, kind: 'materialLapsed' },
        ];
      const answer = entry.events.find((event) => event.type === 'supplemented');
      return [
        {
          to,
          kind: 'answered',
          ...(answer?.text === undefined ? {} : { words: answer.text }),
          ...(answer?.photos ? { photos: answer.photos } : {}),
        },
      ];
    }
    case 'consultation': {
      if (after.stage === 'declined') return [];
      const words = (after.opinions ?? []).map((opinion) => opinion.words).join('\n');
      return [{ to, kind: 'consulted', words, count: after.opinions?.length ?? 0 }];
    }
    default:
      return [
        { to, kind: 'resumed' },
        { to: REPORTERS, kind: 'goesOn' },
      ];
  }
};
