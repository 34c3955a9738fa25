import type { Area, Route, Service } from '../city/City.ts';
import type { Routing } from '../city/Knowledge.ts';
import { explainRoute } from './explainRoute.ts';

/** Which unit answers for a service in a leaf: what `explainRoute` finds, without the reasons. */
export const buildRouter = (
  routes: readonly Route[],
): ((service: Service, lineage: readonly Area[]) => Routing) => {
  const explain = explainRoute(routes);
  return (service, lineage) => {
    const { weighed, lead, assist } = explain(service, lineage);
    if (!lead?.lead) return { found: false, weighed: weighed.map(({ rule }) => rule) };
    return { found: true, unit: lead.lead.unit, assist: assist.map(({ unit }) => unit), rule: lead.rule };
  };
};
