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
 * Who reads it. Staff see who of them it went to. Whoever's own case was merged into this one (`joined`) reads nothing that the others
 * who reported it wrote, nor what was written down of what they said. In public nothing is told that somebody wrote, nor of any resident but the one who
 * reported it, nor where it is to the house. A record for whoever runs the system names the staff, and is else as the public one.
 */
export type Reader = 'resident' | 'joined' | 'staff' | 'public' | 'record';

/** What has happened, in plain words without private data: one line per entry; entries that only move a clock have none. */
export const describeHistory = (
  history: readonly Entry[],
  know: Knowledge,
  reader: Reader = 'resident',
): readonly HistoryLine[] => {
  const reporter = reporterOf(history);
  return history.flatMap((entry) => {
    const { by, seq, at } = entry;
    const others =
      reader === 'joined'
        ? tellsOfResident(entry)
        : reader === 'public' && by.role === 'resident' && by.person !== reporter;
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
    ({ at, words }) => `${formatForPeople(at)} ${shortened(words)}`,
  );
  const shown = lines.slice(-most);
  return [notices.history, ...(shown.length < lines.length ? [notices.earlier] : []), ...shown].join('\n');
};

/** Channels bound a message: a long opinion is not read to its end in a list. */
const MOST_OF_LINE = 120;

const shortened = (words: string): string =>
  words.length <= MOST_OF_LINE ? words : `${words.slice(0, MOST_OF_LINE)}…`;

/** A resident did it; or it is work that is to be done again for what one said of it. */
const tellsOfResident = ({ by, events }: Entry): boolean =>
  by.role === 'resident' || by.role === 'system' || events.some(({ type }) => type === 'visited');

const seenBy = (reader: Reader, know: Knowledge): Omit<Seen, 'others'> => {
  const toWhom =
    (...readers: readonly Reader[]) =>
    (text: string) =>
      readers.includes(reader) ? text : '';
  const written = toWhom('resident', 'joined', 'staff');
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
