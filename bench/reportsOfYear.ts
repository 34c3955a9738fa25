import type { Calendar } from '../shared/domain/calendar/Calendar.ts';
import type { City, Place, Service } from '../shared/domain/city/City.ts';
import { dateText, dayNumber, type Instant, instantOf } from '../shared/domain/time/Instant.ts';

export interface Reported {
  readonly at: Instant;
  readonly service: Service;
  readonly condition: string;
  readonly place: Place;
}

/** January to December: quiet while people are with their families, busy in the heat and the rain. */
const MONTHS = [0.85, 0.7, 0.95, 1, 1.05, 1.15, 1.3, 1.2, 1.05, 0.95, 0.95, 0.85];
/** From midnight on: the morning round, after lunch, and after work. */
const HOURS = [1, 0.6, 0.4, 0.3, 0.4, 1, 3, 6, 9, 10, 9, 7, 5, 6, 8, 8, 7, 6, 5, 5, 4, 3.5, 2.5, 1.5];
const WEEKEND = 0.75;
const HOLIDAY = 0.5;
/** A day of storm or frost brings several times as much; so many days of the year are. */
const STORM = { days: 6, times: 3 };
/** How much of it each group of services is, in a city of this kind; what is not named is little. */
const GROUPS: Readonly<Record<string, number>> = {
  '01': 13,
  '02': 10,
  '03': 6,
  '04': 4,
  '05': 1,
  '06': 30,
  '07': 2,
  '08': 7,
  '09': 18,
  '10': 9,
};
/** The first condition of a service is the ordinary one. */
const ORDINARY = 0.85;

/** What people report in a year, in order: so many that on the whole there are `count`. */
export const reportsOfYear = function* (
  city: City,
  calendar: Calendar,
  { year, count, random }: { readonly year: number; readonly count: number; readonly random: () => number },
): Generator<Reported> {
  const first = dayNumber(`${year}-01-01`);
  const days = dayNumber(`${year + 1}-01-01`) - first;
  const storms = new Set(Array.from({ length: STORM.days }, () => Math.floor(days * random())));
  const weights = Array.from(
    { length: days },
    (_, day) => weightOf(first + day, calendar) * (storms.has(day) ? STORM.times : 1),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const pickService = chooser(
    city.services.map((service, i) => [service, weightOfService(city.services, i)]),
  );
  const pickHour = chooser(HOURS.map((weight, hour) => [hour, weight]));
  for (const [day, weight] of weights.entries()) {
    const here = Math.round((count * weight) / all);
    const times = Array.from({ length: here }, () => (pickHour(random()) + random()) * 3_600_000);
    for (const ms of times.sort((a, b) => a - b)) {
      const service = pickService(random());
      yield {
        at: instantOf(first + day, Math.floor(ms)),
        service,
        condition: conditionOf(service, random),
        place: city.places[Math.floor(random() * city.places.length)] as Place,
      };
    }
  }
};

const weightOf = (day: number, calendar: Calendar): number => {
  const date = dateText(day);
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? 1;
  if (calendar.isWorkingDay(date)) return month;
  const isWeekend = [0, 6].includes(new Date(instantOf(day, 12 * 3_600_000)).getUTCDay());
  const isHoliday = calendar.exceptions(instantOf(day), instantOf(day)).some(({ kind }) => kind === 'off');
  return month * (isHoliday || !isWeekend ? HOLIDAY : WEEKEND);
};

/** Within a group some things are reported all the time and most hardly ever. */
const weightOfService = (services: readonly Service[], i: number): number => {
  const group = services[i]?.group ?? '';
  const place = services.slice(0, i).filter((one) => one.group === group).length;
  return (GROUPS[group] ?? 0.5) / (1 + place);
};

const conditionOf = ({ conditions }: Service, random: () => number): string => {
  const [ordinary, ...others] = conditions;
  if (others.length === 0 || random() < ORDINARY) return ordinary?.code ?? '';
  return others[Math.floor(random() * others.length)]?.code ?? '';
};

/** Answers, for a number from 0 to 1, one of the things, each as often as it weighs. */
const chooser = <T>(things: readonly (readonly [T, number])[]): ((at: number) => T) => {
  const sum = things.reduce((all, [, weight]) => all + weight, 0);
  return (at) => {
    let left = at * sum;
    for (const [thing, weight] of things) {
      left -= weight;
      if (left < 0) return thing;
    }
    return (things.at(-1) as readonly [T, number])[0];
  };
};
