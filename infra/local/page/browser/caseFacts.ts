import { atText } from '../../../../bots/channels/web/page/atText.ts';
import { element } from '../../../../bots/channels/web/page/element.ts';
import type { CaseAnswer } from '../../../../shared/contracts/caseAnswer.ts';
import { durationText } from '../../../../shared/domain/time/durationText.ts';
import { ENDED } from './ended.ts';
import { phrases } from './phrases.ts';

type Lines = readonly (string | Node)[];

/** What a case waits for, who has which part of it, and what else is to be known of where it stands: only what there is. */
export const caseFacts = (shown: CaseAnswer, turns: readonly HTMLElement[], merged: readonly string[]) => {
  const goesOn = !ENDED.includes(shown.stage);
  return element(
    'dl',
    {},
    ...fact(phrases.stage, [stageMark(shown), ...(shown.urgent ? [urgentMark()] : [])]),
    // What has ended is in nobody's hands and waits for nothing.
    ...fact(phrases.turn, goesOn ? turns : []),
    ...fact(phrases.paused, pausedLines(shown)),
    ...fact(phrases.clocks, goesOn ? clockLines(shown) : []),
    ...fact(phrases.request, requestLines(shown)),
    ...fact(phrases.tasks, taskLines(shown)),
    ...fact(phrases.rounds, shown.rounds > 0 ? [phrases.roundsCount(shown.rounds)] : []),
    ...fact(phrases.owed, owedLines(shown)),
    ...fact(phrases.listed, listedLines(shown)),
    ...fact(phrases.into, shown.into === undefined ? [] : [shown.into]),
    ...fact(phrases.merged, merged),
  );
};

const fact = (name: string, lines: Lines): readonly HTMLElement[] =>
  lines.length === 0
    ? []
    : [
        element('dt', {}, name),
        element('dd', {}, ...lines.map((line) => (typeof line === 'string' ? element('p', {}, line) : line))),
      ];

const isLate = ({ clocks }: CaseAnswer): boolean => clocks.some(({ overdue }) => overdue);

const stageMark = (shown: CaseAnswer): HTMLElement =>
  element('span', { class: `stage ${isLate(shown) ? 'late' : shown.stage}` }, shown.stageName);

const urgentMark = (): HTMLElement => element('span', { class: 'stage late urgent' }, phrases.urgent);

const soft = (words: string): HTMLElement => element('p', { class: 'soft' }, words);

const clockLines = ({ clocks }: CaseAnswer): Lines =>
  clocks.length === 0
    ? [phrases.nothingDue]
    : clocks.map(({ name, ownerName, stepName, dueText, overdue, provisional, explained, next }) =>
        element(
          'div',
          { class: 'clock', attributes: { 'data-clock': name } },
          element(
            'p',
            {},
            phrases.clockOf(ownerName, stepName),
            ' ',
            element(
              'strong',
              overdue ? { class: 'late' } : {},
              overdue ? phrases.overdueMark(dueText) : dueText,
            ),
            provisional ? ` ${phrases.provisional}` : undefined,
          ),
          soft(explained),
          next && soft(phrases.next(phrases.rungs[next.step], atText(next.at))),
        ),
      );

const requestLines = ({ request }: CaseAnswer): Lines =>
  request === undefined
    ? []
    : [
        phrases.requestOf(
          request.unitName,
          request.kindName,
          request.by === undefined ? '' : durationText(request.by),
        ),
        soft(phrases.requestReason(request.reason, request.approverName)),
      ];

const OVER: ReadonlySet<string> = new Set(['done', 'returned', 'released']);

const taskLines = ({ tasks }: CaseAnswer): Lines => {
  const names = new Map(tasks.map(({ unit, unitName }) => [unit, unitName]));
  return tasks.map(({ share, unitName, status, statusName, personName, after }) =>
    element(
      'p',
      { class: OVER.has(status) ? 'task over' : 'task' },
      phrases.task(phrases.shares[share], unitName, statusName),
      personName === undefined ? undefined : phrases.taskOf(personName),
      after === undefined ? undefined : phrases.taskAfter(names.get(after) ?? after),
    ),
  );
};

const pausedLines = ({ paused }: CaseAnswer): Lines =>
  paused === undefined
    ? []
    : [phrases.pausedSince(phrases.pausedKinds[paused.kind], paused.sinceText), soft(paused.words)];

const owedLines = ({ owed, promise }: CaseAnswer): Lines => [
  ...owed.map(({ name, dueText }) => phrases.owedBy(name, dueText)),
  ...(promise === undefined ? [] : [soft(phrases.promise(promise))]),
];

const listedLines = ({ listed }: CaseAnswer): Lines =>
  listed === undefined ? [] : [phrases.listedAs(listed.unitName, atText(listed.since), listed.dueText)];
