import type { Entry } from '../../../shared/domain/case/CaseEvent.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { maskPrivate } from '../../../shared/domain/privacy/maskPrivate.ts';
import { formatForPeople, type Instant } from '../../../shared/domain/time/Instant.ts';
import { notices } from '../phrases/notices.ts';
import { eventWords, type Seen } from './eventWords.ts';

interface HistoryLine {
  readonly seq: number;
  readonly at: Instant;
  readonly words: string;
}

/**
 * Who reads it. Staff see who of them it went to. In public nothing is told that somebody wrote, nor of any resident but the one who
 * reported it, nor where it is to the house. A record for whoever runs the system names the staff, and is else as the public one.
 */
export type Reader = 'resident' | 'staff' | 'public' | 'record';

/** What has happened, in plain words without private data: one line per entry; entries that only move a clock have none. */
export const describeHistory = (
  history: readonly Entry[],
  know: Knowledge,
  reader: Reader = 'resident',
): readonly HistoryLine[] => {
  const reporter = reporterOf(history);
  return history.flatMap((entry) => {
    const { by, seq, at } = entry;
    const others = reader === 'public' && by.role === 'resident' && by.person !== reporter;
    const seen = { ...seenBy(reader, know), others };
    const words = entry.events.flatMap((event) => eventWords(event, seen) ?? []);
    return words.length === 0 ? [] : [{ seq, at, words: words.join('，') }];
  });
};

/** The same as lines of a message; of a long history the last lines. */
export const historyText = (
  history: readonly Entry[],
  know: Knowledge,
  { reader = 'resident', most = 12 }: { readonly reader?: Reader; readonly most?: number } = {},
): string => {
  const lines = describeHistory(history, know, reader).map(
    ({ at, words }) => `${formatForPeople(at)} ${words}`,
  );
  const shown = lines.slice(-most);
  return [notices.history, ...(shown.length < lines.length ? [notices.earlier] : []), ...shown].join('\n');
};

const seenBy = (reader: Reader, know: Knowledge): Omit<Seen, 'others'> => {
  const toWhom =
    (...readers: readonly Reader[]) =>
    (text: string) =>
      readers.includes(reader) ? text : '';
  const written = toWhom('resident', 'staff');
  const official = toWhom('staff', 'record');
  return {
    know,
    said: (words) => (words === undefined || words === '' ? '' : written(`：${maskPrivate(words)}`)),
    place: (name) => written(maskPrivate(name)),
    number: official,
    nameOf: (person) => official(know.nameOf(person) ?? person),
  };
};

const reporterOf = ([first]: readonly Entry[]): string | undefined =>
  first?.events.flatMap((event) => (event.type === 'opened' ? [event.reporter] : []))[0];
