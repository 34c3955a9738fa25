import { durationText } from '../time/durationText.ts';
import { formatForPeople, type Instant } from '../time/Instant.ts';
import type { Calendar, CalendarException } from './Calendar.ts';

interface Explained {
  readonly from: Instant;
  /** As in the catalog: `5wd`. */
  readonly limit: string;
  readonly due: Instant;
  /** When the clock stood still, in order; `to` absent: it still does. */
  readonly stood?: readonly { readonly from: Instant; readonly to?: Instant }[];
  readonly provisional?: boolean;
}

/** Why a limit ends when it does, in one sentence that can be checked on a wall calendar. */
export const explainDeadline = (
  { from, limit, due, stood = [], provisional }: Explained,
  calendar: Pick<Calendar, 'exceptions'>,
): string => {
  const reasons = [
    // Natural time runs through holidays.
    ...(/w[dh]$/u.test(limit) ? calendar.exceptions(from, due).map(exceptionText) : []),
    ...stood.map(({ from: since, to }) =>
      to === undefined
        ? `${formatForPeople(since)} 起停着钟`
        : `${formatForPeople(since)} 到 ${formatForPeople(to)} 停钟`,
    ),
    ...(provisional ? ['其中有的年份放假安排还没有公布，公布后重算'] : []),
  ];
  const because = reasons.length === 0 ? '' : `：${reasons.join('，')}`;
  return `从 ${formatForPeople(from)} 起 ${durationText(limit)}${because}，到 ${formatForPeople(due)}`;
};

const exceptionText = ({ kind, from, to }: CalendarException): string =>
  `${from === to ? dayText(from) : `${dayText(from)}至${dayText(to)}`}${kind === 'off' ? '放假' : '上班'}`;

const dayText = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
