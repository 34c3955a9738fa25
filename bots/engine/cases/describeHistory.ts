import { splitOwner } from '../../../shared/domain/case/answersFor.ts';
import type { CaseEvent, Entry } from '../../../shared/domain/case/CaseEvent.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { maskPrivate } from '../../../shared/domain/privacy/maskPrivate.ts';
import { formatForPeople, type Instant } from '../../../shared/domain/time/Instant.ts';
import { notices } from '../phrases/notices.ts';
import { resident } from '../phrases/resident.ts';
import { matterName, unitName } from './describeCase.ts';

interface HistoryLine {
  readonly at: Instant;
  readonly words: string;
}

/**
 * What has happened, in plain words without private data: one line per entry; entries that only move a clock have none. `names`:
 * for the staff, who also see which of them it went to.
 */
export const describeHistory = (
  history: readonly Entry[],
  know: Knowledge,
  names = false,
): readonly HistoryLine[] =>
  history.flatMap((entry) => {
    const words = entry.events.flatMap((event) => {
      const said = describeEvent(event, know, names);
      return said === undefined ? [] : [said];
    });
    return words.length === 0 ? [] : [{ at: entry.at, words: words.join('，') }];
  });

/** The same as lines of a message; of a long history the last lines. */
export const historyText = (
  history: readonly Entry[],
  know: Knowledge,
  { names = false, most = 12 } = {},
): string => {
  const lines = describeHistory(history, know, names).map(
    ({ at, words }) => `${formatForPeople(at)} ${words}`,
  );
  const shown = lines.slice(-most);
  return [notices.history, ...(shown.length < lines.length ? [notices.earlier] : []), ...shown].join('\n');
};

const describeEvent = (event: CaseEvent, know: Knowledge, names: boolean): string | undefined => {
  const words = notices.happened;
  switch (event.type) {
    case 'opened':
      return words.opened;
    case 'supplemented':
      return words.supplemented;
    case 'corrected':
      return words.corrected(matterName(event, know));
    case 'verified':
      return words.verified;
    case 'declined':
      return words.declined(maskPrivate(event.reason));
    case 'accepted':
      return words.accepted;
    case 'unroutable':
      return words.unroutable;
    case 'dispatched':
      return describeDispatch(event, know);
    case 'signed':
      return words.signed(unitName(event.unit, know));
    case 'done':
      return words.done(unitName(event.unit, know), maskPrivate(event.report));
    case 'passed':
      return words.passed;
    case 'failed':
      return words.failed(maskPrivate(event.reason));
    case 'rated':
      return words.rated(resident.grades[event.rating.overall]);
    case 'filed':
      return event.rated ? words.filed : words.filedUnrated;
    case 'handedOver':
      return describeHandOver(event, know, names);
    case 'rang':
      return describeRing(event);
    case 'moved':
      return undefined;
  }
};

const describeDispatch = (event: Extract<CaseEvent, { type: 'dispatched' }>, know: Knowledge): string => {
  const named = (share: 'lead' | 'assist') =>
    event.tasks
      .filter((task) => task.share === share)
      .map((task) => unitName(task.unit, know))
      .join('、');
  return notices.happened.dispatched(named('lead'), named('assist'));
};

const describeHandOver = (
  { owner, from, to }: Extract<CaseEvent, { type: 'handedOver' }>,
  know: Knowledge,
  names: boolean,
): string => {
  const { handedOver, handedOverByName } = notices.happened;
  const plain = handedOver[splitOwner(owner)[0]];
  const [gave, got] = [from, to].map((people) => people.map((one) => know.nameOf(one) ?? one).join('、'));
  return names ? `${plain}（${handedOverByName(gave ?? '', got ?? '')}）` : plain;
};

const describeRing = (event: Extract<CaseEvent, { type: 'rang' }>): string | undefined => {
  if (event.step === 'overdue') return notices.happened.overdue;
  return event.step === 'urge' ? notices.happened.urged(event.count) : undefined;
};
