import { shortId } from '../domain/case/chain.ts';
import type { RuleBook } from '../domain/city/Knowledge.ts';
import { rootOf } from '../domain/city/rootOf.ts';
import { streetsUnder } from '../domain/city/streetsUnder.ts';
import type { CalendarMark, CalendarMarkStore, Cities, CityPointer } from './cityPorts.ts';
import { FRESH } from './FRESH.ts';
import type { Now, RowStore, SendTicks } from './ports.ts';
import { readOpen } from './readOpen.ts';

export interface CalendarWorld {
  readonly pointer: () => Promise<CityPointer | undefined>;
  readonly cities: Cities;
  readonly rows: Pick<RowStore, 'openInArea'>;
  readonly mark: CalendarMarkStore;
  readonly sendTicks: SendTicks;
  readonly now: Now;
}

export interface CalendarLook {
  readonly did: 'nothing' | 'began' | 'saw' | 'stopped' | 'looked';
  /** Cases sent to be looked at. */
  readonly sent: number;
  /** A street had more open cases than are read: those beyond are looked at when they next fall due. */
  readonly cut: boolean;
}

/** By then every function knows of it, and what was done on the old calendar stands in the lists. */
const SETTLED = 3 * FRESH;
/** Streets read and sent for in one go. */
const STREETS = 8;
/** With less time than this left, ms, nothing more is begun. */
const ENOUGH = 15_000;

/**
 * When a version with another calendar comes into force (a year's working days are announced), every open case whose deadline was
 * worked out without it is looked at: a tick works it out anew. First it is only written down what came, so that it is done whatever
 * happens; then street by street. Doing any of it again is safe: a tick too many does nothing.
 */
export const watchCalendar =
  (world: CalendarWorld) =>
  async (timeLeft: () => number): Promise<CalendarLook> => {
    const [kept, pointer] = await Promise.all([world.mark.load(), world.pointer()]);
    if (!pointer) throw new Error('No version of the city has been published');
    const { version } = pointer;
    if (!kept) {
      await world.mark.save({ step: 1, version, calendar: await calendarOf(world, version) });
      return { ...NOTHING, did: 'began' };
    }
    if (kept.next) return lookUnder(world, kept, kept.next, timeLeft);
    return kept.version === version ? NOTHING : compare(world, kept, version);
  };

const NOTHING: CalendarLook = { did: 'nothing', sent: 0, cut: false };

/** Its hours are those of the version a case was opened under; only the days change for what is open. */
const calendarOf = async ({ cities }: CalendarWorld, version: string): Promise<string> =>
  nameOf(await cities.at(version));

const nameOf = ({ city }: Pick<RuleBook, 'city'>): string => shortId(JSON.stringify(city.calendar));

const compare = async (world: CalendarWorld, kept: CalendarMark, version: string): Promise<CalendarLook> => {
  const calendar = await calendarOf(world, version);
  const step = kept.step + 1;
  if (calendar === kept.calendar) {
    await world.mark.save({ step, version, calendar });
    return NOTHING;
  }
  const next = { version, calendar, at: world.now(), upTo: '' };
  await world.mark.save({ step, version: kept.version, calendar: kept.calendar, next });
  return { ...NOTHING, did: 'saw' };
};

const lookUnder = async (
  world: CalendarWorld,
  { step, ...kept }: CalendarMark,
  next: NonNullable<CalendarMark['next']>,
  timeLeft: () => number,
): Promise<CalendarLook> => {
  if (Math.abs(world.now() - next.at) <= SETTLED) return NOTHING;
  const know = await world.cities.current();
  const streets = streetsUnder(rootOf(know).code, know)
    .filter((street) => street > next.upTo)
    .toSorted();
  let done: CalendarLook = { did: 'looked', sent: 0, cut: false };
  for (let i = 0; i < streets.length; i += STREETS) {
    const some = streets.slice(i, i + STREETS);
    if (timeLeft() < ENOUGH) {
      await world.mark.save({
        ...kept,
        step: step + 1,
        next: { ...next, upTo: streets[i - 1] ?? next.upTo },
      });
      return { ...done, did: 'stopped' };
    }
    const { sent, cut } = await lookAt(world, some);
    done = { ...done, sent: done.sent + sent, cut: done.cut || cut };
  }
  await world.mark.save({ step: step + 1, version: next.version, calendar: next.calendar });
  return done;
};

const lookAt = async (
  { rows, sendTicks, now }: CalendarWorld,
  streets: readonly string[],
): Promise<Pick<CalendarLook, 'sent' | 'cut'>> => {
  const waiting = new Map<string, string[]>(streets.map((street) => [street, []]));
  const cut = await readOpen(rows, streets, ({ number, provisional }, street) => {
    if (provisional) waiting.get(street)?.push(number);
  });
  const due = now();
  await Promise.all(
    [...waiting.values()].map((numbers) =>
      sendTicks(numbers.map((number) => ({ number, due, delaySeconds: 0 }))),
    ),
  );
  return { sent: [...waiting.values()].flat().length, cut };
};
