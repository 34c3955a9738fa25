import type { Area, Route, Service } from '../city/City.ts';
import type { Routing } from '../city/Knowledge.ts';

/**
 * Which unit answers for a service in a leaf: the most specific area wins, then the most specific service
 * (its code, its group `06*`, then `*`). Leading and assisting units are looked for separately.
 */
export const buildRouter = (
  routes: readonly Route[],
): ((service: Service, lineage: readonly Area[]) => Routing) => {
  const rows = Map.groupBy(routes, (route) => key(route.share, route.area, route.service));
  return (service, lineage) => {
    const patterns = [service.code, `${service.group}*`, '*'];
    const weighed: string[] = [];
    for (const area of lineage)
      for (const pattern of patterns) {
        const lead = rows.get(key('lead', area.code, pattern))?.[0];
        const rule = `${pattern}@${area.code}`;
        if (lead) return { found: true, unit: lead.unit, assist: assisting(rows, patterns, lineage), rule };
        weighed.push(rule);
      }
    return { found: false, weighed };
  };
};

const key = (share: Route['share'], area: string, service: string): string => `${share}|${area}|${service}`;

const assisting = (
  rows: ReadonlyMap<string, readonly Route[]>,
  patterns: readonly string[],
  lineage: readonly Area[],
): readonly string[] => {
  for (const area of lineage)
    for (const pattern of patterns) {
      const found = rows.get(key('assist', area.code, pattern));
      if (found) return found.map((route) => route.unit);
    }
  return [];
};
