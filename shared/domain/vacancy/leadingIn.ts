import type { Area, Route } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';

/** Which units each service goes to in an area, by the service's place in the catalog. */
export interface Leading {
  readonly lead: readonly (string | undefined)[];
  readonly assist: readonly (readonly string[])[];
}

/** What rules of an area itself change of what holds above it: the most specific area wins, then the most specific service. */
export const leadingIn = (know: Knowledge): ((area: Area, above: Leading) => Leading) => {
  const byArea = Map.groupBy(know.city.routes, ({ area }) => area);
  const patterns = know.city.services.map(({ code, group }) => ({ code, group: `${group}*` }));
  return ({ code }, above) => {
    const own = byArea.get(code);
    if (!own) return above;
    const find = (share: Route['share']) => {
      const rules = own.filter((route) => route.share === share);
      const byPattern = Map.groupBy(rules, ({ service }) => service);
      return patterns.map(
        (service) => byPattern.get(service.code) ?? byPattern.get(service.group) ?? byPattern.get('*'),
      );
    };
    return {
      lead: find('lead').map((routes, at) => routes?.[0]?.unit ?? above.lead[at]),
      assist: find('assist').map((routes, at) => routes?.map(({ unit }) => unit) ?? above.assist[at] ?? []),
    };
  };
};

/** Nobody leads: a dispatcher decides, and nobody is asked to assist. */
export const NOBODY: Leading = { lead: [], assist: [] };

/** Every unit that something goes to. */
export const unitsOf = ({ lead, assist }: Leading): ReadonlySet<string> =>
  new Set(lead.flatMap((unit, at) => (unit === undefined ? [] : [unit, ...(assist[at] ?? [])])));
