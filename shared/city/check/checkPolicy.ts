import { buildCalendar } from '../../domain/calendar/buildCalendar.ts';
import type { Calendar } from '../../domain/calendar/Calendar.ts';
import type { Ladder, Policy } from '../../domain/city/City.ts';
import { policyOf } from '../../domain/city/policyOf.ts';
import { clockTime } from '../../domain/time/clockTime.ts';
import { parseDuration } from '../../domain/time/Duration.ts';
import { dayNumber, formatInstant, type Instant, instantOf } from '../../domain/time/Instant.ts';
import type { Finding } from '../Fault.ts';
import { withProvisionalYears } from '../withProvisionalYears.ts';
import { type Check, type Draft, repeated } from './Draft.ts';
import { isEndless } from './isEndless.ts';

/** The rungs of the ladder one after another, and reasons that differ. */
export const checkPolicy: Check = (draft) => {
  const { policy } = draft.city;
  if (!policy) return [];
  return [
    ...(policy.ladder ? checkRungs(draft, policyOf({ policy }).ladder) : []),
    ...checkDeclines(policy.declines ?? []),
  ];
};

const checkDeclines = (declines: Policy['declines']): readonly Finding[] =>
  repeated(declines, (text) => text).map(([i, text]) => ({
    at: ['policy', 'declines', i],
    what: `理由“${text}”写了两次`,
    remedy: '只写一次',
  }));

type Rung = 'yellow' | 'red' | 'list';
const RUNGS: Readonly<Record<Rung, string>> = { yellow: '黄牌', red: '红牌', list: '挂牌' };
const STEPS: readonly (readonly [Rung, Rung])[] = [
  ['yellow', 'red'],
  ['red', 'list'],
];

const standard = policyOf({}).ladder;
const DEFAULTS = [standard.yellow, standard.red, standard.list].join('、');

/**
 * Whether `24h` ends before `1wd` depends on when both begin. So they are laid on the city's own calendar, from whenever it matters:
 * what is in order there is in order, whatever the units, and what is not is told with a day on which it is not.
 */
const checkRungs = (draft: Draft, ladder: Ladder): readonly Finding[] => {
  const calendar = calendarOf(draft);
  const end = (rung: Rung, from: Instant): Instant => {
    const duration = parseDuration(ladder[rung]);
    return calendar && duration ? calendar.deadline(from, duration).at : from;
  };
  const says = (rung: Rung, from: Instant) =>
    `${RUNGS[rung]} ${rung} ${ladder[rung]}（到 ${timeText(end(rung, from))}）`;
  const starts = startsOf(draft);
  return STEPS.filter((step) => step.every((rung) => !isTooLong(ladder[rung], draft))).flatMap(
    ([first, next]): readonly Finding[] => {
      const from = starts.find((start) => end(next, start) < end(first, start));
      if (from === undefined) return [];
      return [
        {
          at: ['policy', 'ladder', draft.city.policy?.ladder?.[next] === undefined ? first : next],
          what: `${says(next, from)}会早于${says(first, from)}，例如从 ${timeText(from)} 算起`,
          remedy: `yellow、red、list 由短到长写，最好用同一种单位；没写的按 ${DEFAULTS}`,
        },
      ];
    },
  );
};

const timeText = (at: Instant): string => formatInstant(at).slice(0, 16).replace('T', ' ');

/** That is told by itself, and the calendar may end before. */
const isTooLong = (limit: string, { city }: Draft): boolean => {
  const duration = parseDuration(limit);
  return duration === undefined || isEndless(duration, city.hours ?? []);
};

/** Every arrangement of holidays that is known comes round in it. */
const DAYS = 2 * 366;

/**
 * From today on, of each day the instants between which the difference of two limits has its extremes: midnight, from which working
 * days count, and where hours open and close, with the last millisecond before.
 */
const startsOf = ({ city, today }: Draft): readonly Instant[] => {
  const times = [...(city.hours ?? []).flat(), '24:00'].map(clockTime);
  const first = dayNumber(today);
  return Array.from({ length: DAYS }, (_, i) => first + i).flatMap((day) =>
    times.flatMap((ms) => [instantOf(day, ms) - 1, instantOf(day, ms)]),
  );
};

/** None while the hours are wrong: that is told by itself. */
const calendarOf = ({ city, today }: Draft): Calendar | undefined => {
  const { hours = [], calendar = [] } = city;
  const times = hours.flat();
  if (times.length === 0 || times.some((time, i) => time <= (times[i - 1] ?? ''))) return undefined;
  return buildCalendar(hours, withProvisionalYears({ calendar }, Number(today.slice(0, 4)) + 2).calendar);
};
