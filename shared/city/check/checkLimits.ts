import type { City, LimitName, Service } from '../../domain/city/City.ts';
import { type Duration, parseDuration } from '../../domain/time/Duration.ts';
import type { Finding } from '../Fault.ts';
import { type Check, entriesOf } from './Draft.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The reminder comes at three quarters and clocks are looked at each minute: of less, nothing is left to act in. */
const SHORTEST = 5 * MINUTE;
/** Nobody waits longer, and calendars do not reach much further. */
const MOST_DAYS = 3 * 366;
const MOST_WORKING_DAYS = 3 * 250;

/** Limits that can be met: long enough to be reminded of, and with an end that calendars reach. */
export const checkLimits: Check = (draft) => {
  const { city } = draft;
  const wrong = limitTest(city.hours ?? []);
  const limits = [
    { path: ['unratedAfter'], name: 'unratedAfter', limit: city.unratedAfter ?? '' },
    ...entriesOf(draft, 'services').flatMap(({ sound }, i) => limitsOf(sound, i)),
  ];
  return limits.flatMap(({ path, name, limit }) =>
    wrong(limit).map(
      ({ what, remedy }): Finding => ({ at: path, what: `${name}：${what}`, remedy, ofLine: true }),
    ),
  );
};

interface Limit {
  readonly path: readonly (string | number)[];
  readonly name: string;
  readonly limit: string;
}

const limitsOf = ({ code = '', conditions = [] }: Partial<Service>, i: number): readonly Limit[] =>
  conditions.flatMap((condition, j) =>
    (Object.keys(condition.limits) as LimitName[]).map((limit) => ({
      path: ['services', i, 'conditions', j, 'limits', limit],
      name: `${code} 情形 ${condition.code} 的 ${limit}`,
      limit: condition.limits[limit],
    })),
  );

type Said = Pick<Finding, 'what' | 'remedy'>;

const limitTest = (hours: City['hours']): ((limit: string) => readonly Said[]) => {
  const openPerDay = hours.reduce((sum, [from, to]) => sum + Math.max(0, clock(to) - clock(from)), 0);
  return (text) => {
    const limit = parseDuration(text);
    if (!limit) return [];
    if (limit.unit !== 'workingDays' && limit.ms < SHORTEST)
      return [
        {
          what: `时限 ${text} 不到 5 分钟：提醒在四分之三处发出，提醒时已经来不及`,
          remedy: `至少写 5m`,
        },
      ];
    if (!isEndless(limit, openPerDay)) return [];
    return [
      {
        what: `时限 ${text} 超过三年，日历排不到那么远`,
        remedy: '改短；只算办公时间的（wh）看看 hours 是不是写少了',
      },
    ];
  };
};

const isEndless = (limit: Duration, openPerDay: number): boolean => {
  switch (limit.unit) {
    case 'natural':
      return limit.ms > MOST_DAYS * DAY;
    case 'workingDays':
      return limit.days > MOST_WORKING_DAYS;
    case 'workingHours':
      // Hours that are none are told of elsewhere.
      return openPerDay > 0 && limit.ms > MOST_WORKING_DAYS * openPerDay;
  }
};

const clock = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return (hour * 60 + minute) * MINUTE;
};
