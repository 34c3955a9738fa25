import type { Route } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import type { DateText } from '../time/Instant.ts';
import { daysHeld, EVERY_DAY, firstDayOff } from './daysHeld.ts';
import type { Vacancy } from './Vacancy.ts';

/** Where a route leads to a unit that has neither a handler nor a leader: the largest areas that this is true of. */
export const unmannedUnits = (know: Knowledge, today: DateText): readonly Vacancy[] => {
  const held = daysOfUnits(know, today);
  const followed = know.city.routes.filter(isFollowed(know));
  return [...Map.groupBy(followed, ({ unit }) => unit)].flatMap(([unit, routes]) => {
    const own = held.get(unit) ?? new Map<string, number>();
    const staffed = new Set([...own.keys()].flatMap((code) => know.lineage(code).map((area) => area.code)));
    const areas = new Set(routes.map(({ area }) => area));
    const outermost = [...areas].filter(
      (code) =>
        !know
          .lineage(code)
          .slice(1)
          .some((area) => areas.has(area.code)),
    );
    const vacantUnder = (code: string, above: number): readonly Vacancy[] => {
      const days = above | (own.get(code) ?? 0);
      if (days === EVERY_DAY) return [];
      const below = know.childrenOf(code);
      if (below.some((area) => staffed.has(area.code)))
        return below.flatMap((area) => vacantUnder(area.code, days));
      const from = firstDayOff(days, today);
      return from === undefined ? [] : [{ kind: 'unit', area: code, from, unit }];
    };
    return outermost.flatMap((code) => {
      const above = know
        .lineage(code)
        .slice(1)
        .reduce((days, area) => days | (own.get(area.code) ?? 0), 0);
      return vacantUnder(code, above);
    });
  });
};

/** By unit and area: the days on which it has somebody there. */
const daysOfUnits = (know: Knowledge, today: DateText): ReadonlyMap<string, Map<string, number>> => {
  const days = daysHeld(today);
  const held = new Map<string, Map<string, number>>();
  for (const row of know.city.ledger) {
    const { unit, area } = row;
    if (unit === undefined || (row.role !== 'handler' && row.role !== 'leader')) continue;
    const areas = held.get(unit) ?? new Map<string, number>();
    areas.set(area, (areas.get(area) ?? 0) | days(row));
    held.set(unit, areas);
  }
  return held;
};

/** Not those which, in their own area, another rule comes before for each of their services. */
const isFollowed = (know: Knowledge): ((route: Route) => boolean) => {
  const { routes, services } = know.city;
  const ruled = new Set(routes.map(({ service, area, share }) => `${service}@${area}|${share}`));
  return ({ service, area, share }) => {
    const has = (pattern: string): boolean => ruled.has(`${pattern}@${area}|${share}`);
    if (!service.endsWith('*')) return true;
    return services.some(
      ({ code, group }) => (service === '*' ? !has(`${group}*`) : service === `${group}*`) && !has(code),
    );
  };
};
