import { buildCalendar } from '../shared/domain/calendar/buildCalendar.ts';
import type { Entry } from '../shared/domain/case/CaseEvent.ts';
import { firstBreak } from '../shared/domain/case/chain.ts';
import { decide } from '../shared/domain/case/decide.ts';
import { evolve } from '../shared/domain/case/evolve.ts';
import { commandsOfALife } from '../test/support/commandsOfALife.ts';
import { smallKnowledge } from '../test/support/smallCity.ts';
import { against, type Figure, perSecond } from './Figure.ts';

/** The pure core: deciding and folding commands, chains, and deadlines in working time. */
export const run = async (): Promise<readonly Figure[]> => {
  const know = smallKnowledge();
  const life = commandsOfALife(know);

  const decideAndFold = perSecond(400_000, (i) => {
    const step = life[i % life.length];
    if (!step) return;
    const decision = decide(step.before, step.command, step.facts);
    if (decision.kind !== 'events') throw new Error(decision.refusal.code);
    evolve(step.before, { ...step.entry, events: decision.events });
  });

  const history = life.map((step): Entry => step.entry);
  const verified = perSecond(20_000, () => {
    if (firstBreak(history) !== undefined) throw new Error('broken');
  });

  const { hours, calendar: years } = know.city;
  const tenYears = Array.from({ length: 10 }, (_, i) => ({
    ...(years[i % years.length] ?? { off: [], work: [] }),
    year: 2025 + i,
    final: true,
    off: [],
    work: [],
  }));
  const calendar = buildCalendar(hours, [...years, ...tenYears.slice(3)]);
  const start = Date.parse('2025-01-01T00:00:00+08:00');
  const decade = 10 * 365 * 86_400_000;
  const at = (i: number): number => start + ((i * 7_919_000_003) % decade);
  const days = { unit: 'workingDays', days: 5 } as const;
  const time = { unit: 'workingHours', ms: 14_400_000 } as const;
  const byDays = perSecond(3_000_000, (i) => calendar.deadline(at(i), days));
  const byHours = perSecond(3_000_000, (i) => calendar.deadline(at(i), time));

  return [
    against('decide + fold, commands', decideAndFold, { least: 200_000, unit: '/s' }),
    against('deadline in working days, over 10 years', byDays, { least: 1_000_000, unit: '/s' }),
    against('deadline in working hours, over 10 years', byHours, { least: 1_000_000, unit: '/s' }),
    {
      what: `history of ${history.length} entries checked against its chain`,
      value: `${Math.round(verified).toLocaleString('en')} /s`,
    },
  ];
};
