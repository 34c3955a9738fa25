import type { LedgerRow, Route } from '../../domain/city/City.ts';
import { dayNumber } from '../../domain/time/Instant.ts';
import type { Finding } from '../Fault.ts';
import type { Check } from './Draft.ts';
import { gapsAfter, nameSpan, type Span, termOf } from './daySpans.ts';
import { type LeafTree, leafTree } from './leafTree.ts';
import { nameArea } from './nameArea.ts';

/** Days ahead that a unit is looked at to which no rule leads: it may still have cases. */
const SOON = 30;

/**
 * A unit that rules lead to, or that has people today, has people there, handlers or a leader. When it has none, its cases fall to the
 * leader of the area: they have an owner, so it is no fault, but hardly meant. From today on.
 */
export const checkUnitPosts: Check = (draft) => {
  const { areas, units, routes, ledger } = draft.city;
  if (!areas || !units || !routes || !ledger || PARTS.some((part) => draft.partial.has(part))) return [];
  const tree = leafTree(draft);
  const position = new Map(tree.areas.map(({ code }, at) => [code, at]));
  const people = Map.groupBy(ledger.filter(isOfUnit), ({ unit }) => unit);
  const index = new Map(units.map(({ code }, i) => [code, i]));
  const today = dayNumber(draft.today);
  // Of a unit that leads and assists in one area only the lead is told.
  const routed = new Map(
    [...routes.filter(isAssist), ...routes.filter(isLead)].map((route) => [
      `${route.unit} ${route.area}`,
      route,
    ]),
  );
  const led = new Set(routes.map(({ unit }) => unit));
  return [
    ...[...routed.values()].flatMap(({ unit, area, share }) => {
      const at = position.get(area);
      const i = index.get(unit);
      const found = at === undefined ? undefined : tree.areas[at];
      if (at === undefined || i === undefined || !found) return [];
      const terms = (people.get(unit) ?? []).filter(near(at, tree, position)).map(termOf);
      const does = share === 'lead' ? '主办' : '协办';
      return gapsAfter(today, terms).map((gap) => told(i, `${unit} 在${nameArea(found)}${does}事项，`, gap));
    }),
    ...units.flatMap(({ code, name }, i) => {
      const terms = (people.get(code) ?? []).map(termOf);
      if (led.has(code) || !terms.some(({ from, to }) => from <= today && today <= to)) return [];
      const soon = gapsAfter(today, terms).filter(({ from }) => from <= today + SOON);
      return soon.map((gap) => told(i, `${code} ${name}现在有人，`, gap));
    }),
  ];
};

const PARTS = ['areas', 'units', 'routes', 'ledger'] as const;

const isLead = ({ share }: Route): boolean => share === 'lead';
const isAssist = ({ share }: Route): boolean => share === 'assist';
const isOfUnit = ({ role, unit }: LedgerRow): boolean =>
  unit !== undefined && (role === 'handler' || role === 'leader');

/** Posts of an area above answer for it; those below at least for a part of it. */
const near =
  (at: number, tree: LeafTree, position: ReadonlyMap<string, number>) =>
  ({ area }: LedgerRow): boolean => {
    const post = position.get(area);
    return post !== undefined && (holds(tree, post, at) || holds(tree, at, post));
  };

const holds = ({ ends }: LeafTree, above: number, below: number): boolean =>
  above <= below && below < (ends[above] ?? 0);

const told = (unit: number, who: string, gap: Span): Finding => ({
  at: ['units', unit],
  what: `${who}${nameSpan(gap)}却没有 handler 或 leader，件会转给区域的 leader`,
  remedy: '在 ledger.csv 里为它补一行 handler',
  note: true,
});
