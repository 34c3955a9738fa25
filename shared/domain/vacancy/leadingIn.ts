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
  return ({ code }, above) => {
    const own = byArea.get(code);
    if (!own) return above;
    const byPattern = Map.groupBy(own, ({ service, share }) => `${service}|${share}`);
    const find = (share: Route['share']) =>
      know.city.services.map((service) =>
        [service.code, `${service.group}*`, '*']
          .map((pattern) => byPattern.get(`${pattern}|${share}`))
          .find((routes) => routes !== undefined),
      );
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
