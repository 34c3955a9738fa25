import { readCityFolder } from '../shared/city/readCityFolder.ts';
import { CLOCK_STEPS, lapses } from '../shared/domain/case/Clock.ts';
import { knowCity } from '../shared/domain/city/knowCity.ts';
import type { Figure } from './Figure.ts';
import { type SimulatedYear, simulateYear } from './simulateYear.ts';

/** A city of a million people, in a year with both long holidays and their worked weekends. */
const YEAR = 2026;
const CASES = 300_000;
const SEED = 20_260_101;

/** A year of a city through the pure core: how long it takes, and what comes of it. */
export const run = async (): Promise<readonly Figure[]> => {
  const { city, faults } = await readCityFolder('cities/example', `${YEAR}-01-01`);
  if (!city) throw new Error(`The example city has ${faults.length} faults`);
  const know = knowCity(city);
  const before = process.cpuUsage();
  const began = performance.now();
  const year = simulateYear(know, { year: YEAR, count: CASES, seed: SEED });
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1e6;
  return [
    {
      what: `${YEAR}, ${text(year.reported)} cases: seconds, of a processor; memory at most`,
      value: `${seconds.toFixed(0)}, ${processor.toFixed(0)}; ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    },
    {
      what: 'entries, events, ticks; entries a second',
      value: `${text(year.tally.entries)}, ${text(year.tally.events)}, ${text(year.ticks)}; ${text(Math.round(year.tally.entries / seconds))}`,
    },
    {
      what: 'open at once at most, and at the end of the year',
      value: `${text(year.mostOpen)}, ${text(year.open)}`,
    },
    ...outcome(year),
  ];
};

const outcome = ({ tally, reported }: SimulatedYear): readonly Figure[] => {
  const rated = [...tally.grades.values()].reduce((sum, each) => sum + each, 0);
  const limits = [...tally.ended.keys()].filter((limit) => !lapses({ limit })).toSorted();
  const rungs = new Set<string>([...CLOCK_STEPS, ...tally.rungs.keys()]);
  return [
    {
      what: 'in time, by limit (how often)',
      value: limits
        .map((limit) => {
          const all = tally.ended.get(limit) ?? 0;
          return `${limit} ${share(tally.inTime.get(limit) ?? 0, all)} (${text(all)})`;
        })
        .join(', '),
    },
    {
      what: 'steps of the ladder, and what lapsed',
      value: [...rungs].map((step) => `${step} ${text(tally.rungs.get(step) ?? 0)}`).join(', '),
    },
    {
      what: 'ended',
      value: [...tally.outcomes].map(([stage, each]) => `${stage} ${text(each)}`).join(', '),
    },
    { what: 'handled again, of what was handled', value: share(tally.reworked, tally.handled) },
    { what: 'filed unrated', value: share(tally.unrated, tally.filed) },
    {
      what: 'rated A, B, C, D',
      value: ['A', 'B', 'C', 'D'].map((grade) => share(tally.grades.get(grade) ?? 0, rated)).join(', '),
    },
    {
      what: 'of a thousand cases: so many asked somebody above, were given more time, stood still, were given back, were published',
      value: (['requested', 'extended', 'paused', 'returned', 'listed'] as const)
        .map((type) => `${type} ${((1000 * (tally.happened.get(type) ?? 0)) / reported).toFixed(1)}`)
        .join(', '),
    },
    {
      what: 'refused commands',
      value: [...tally.refused].map(([what, each]) => `${what} ${text(each)}`).join(', ') || 'none',
    },
  ];
};

const share = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
const text = (count: number): string => count.toLocaleString('en');
