import type { Area, Route, Service } from '../city/City.ts';

type Share = Route['share'];

/** One place at which a rule is looked for: a pattern of services in an area. */
export interface WeighedRule {
  /** `06*@990101001`. */
  readonly rule: string;
  readonly area: Area;
  /** A service code, its group `06*`, or `*`. */
  readonly pattern: string;
  /** What the city says there; mostly nothing. */
  readonly lead?: Route;
  readonly assist: readonly Route[];
  /** The shares that are decided here: the first rule that names one wins it. */
  readonly won: readonly Share[];
}

export interface RouteExplanation {
  /** Every rule, the most specific first. */
  readonly weighed: readonly WeighedRule[];
  /** The one that names the leading unit; undefined when none does. */
  readonly lead: WeighedRule | undefined;
  readonly assist: readonly Route[];
}

/**
 * Which unit answers for a service in a leaf, and why: the most specific area wins, then the most specific service (its code, its
 * group `06*`, then `*`). Leading and assisting units are looked for separately. A lineage runs from the leaf up to the root.
 */
export const explainRoute = (
  routes: readonly Route[],
): ((service: Pick<Service, 'code' | 'group'>, lineage: readonly Area[]) => RouteExplanation) => {
  const rows = Map.groupBy(routes, ({ service, area }) => ruleOf(service, area));
  return (service, lineage) => {
    const patterns = [service.code, `${service.group}*`, '*'];
    const won = new Map<Share, WeighedRule>();
    const weighed = lineage.flatMap((area) =>
      patterns.map((pattern): WeighedRule => {
        const rule = ruleOf(pattern, area.code);
        const found = rows.get(rule) ?? [];
        const shares = SHARES.filter(
          (share) => !won.has(share) && found.some((route) => route.share === share),
        );
        const lead = found.find(({ share }) => share === 'lead');
        const weighing = {
          rule,
          area,
          pattern,
          ...(lead ? { lead } : {}),
          assist: found.filter(({ share }) => share === 'assist'),
          won: shares,
        };
        for (const share of shares) won.set(share, weighing);
        return weighing;
      }),
    );
    return { weighed, lead: won.get('lead'), assist: won.get('assist')?.assist ?? [] };
  };
};

const SHARES: readonly Share[] = ['lead', 'assist'];

const ruleOf = (service: string, area: string): string => `${service}@${area}`;
