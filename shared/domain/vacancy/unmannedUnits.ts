import type { Area } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import type { DateText } from '../time/Instant.ts';
import { daysHeld, firstDayOff } from './daysHeld.ts';
import { type Leading, leadingIn, NOBODY, unitsOf } from './leadingIn.ts';
import type { Vacancy } from './Vacancy.ts';

/** Days on which each unit has somebody, for an area. */
type Held = ReadonlyMap<string, number>;
/** Unit → first day on which nobody is there. */
type Missing = ReadonlyMap<string, DateText>;

/** Where rules lead to a unit that has neither a handler nor a leader: the largest areas in all of which this is so from the same day. */
export const unmannedUnits = (know: Knowledge, today: DateText): readonly Vacancy[] => {
  const heldIn = daysOfUnits(know, today);
  const leading = leadingIn(know);
  const parted = partedAreas(know, heldIn);
  const told: Vacancy[] = [];
  const tell = (area: Area, missing: Missing): void => {
    for (const [unit, from] of missing) told.push({ kind: 'unit', area: area.code, from, unit });
  };

  /** What is missing in all of an area; what is so only in parts of it is told on the way. */
  const look = (area: Area, above: Leading, heldAbove: Held): Missing => {
    const led = leading(area, above);
    const held = joined(heldAbove, heldIn.get(area.code));
    if (!parted.has(area.code)) return missingOf(unitsOf(led), held, today);
    const parts = know.childrenOf(area.code).map((child) => ({ child, missing: look(child, led, held) }));
    const [first, ...others] = parts;
    const everywhere = new Map(
      [...(first?.missing ?? [])].filter(([unit, from]) =>
        others.every(({ missing }) => missing.get(unit) === from),
      ),
    );
    for (const { child, missing } of parts)
      tell(child, new Map([...missing].filter(([unit]) => !everywhere.has(unit))));
    return everywhere;
  };

  for (const root of know.city.areas.filter(({ parent }) => parent === undefined))
    tell(root, look(root, NOBODY, new Map()));
  return told;
};

const missingOf = (units: ReadonlySet<string>, held: Held, today: DateText): Missing =>
  new Map(
    [...units].flatMap((unit) => {
      const from = firstDayOff(held.get(unit) ?? 0, today);
      return from === undefined ? [] : [[unit, from] as const];
    }),
  );

/** Areas below which rules or people of units differ; in the others all leaves are alike. */
const partedAreas = (know: Knowledge, heldIn: ReadonlyMap<string, Held>): ReadonlySet<string> => {
  const own = new Set([...heldIn.keys(), ...know.city.routes.map(({ area }) => area)]);
  return new Set(
    [...own].flatMap((code) =>
      know
        .lineage(code)
        .slice(1)
        .map((area) => area.code),
    ),
  );
};

const joined = (above: Held, own: Held | undefined): Held =>
  own === undefined
    ? above
    : new Map([...above, ...[...own].map(([unit, days]) => [unit, days | (above.get(unit) ?? 0)] as const)]);

/** Area → unit → days. */
const daysOfUnits = (know: Knowledge, today: DateText): ReadonlyMap<string, Held> => {
  const days = daysHeld(today);
  const held = new Map<string, Map<string, number>>();
  for (const row of know.city.ledger) {
    const { unit, area } = row;
    if (unit === undefined || (row.role !== 'handler' && row.role !== 'leader')) continue;
    const units = held.get(area) ?? new Map<string, number>();
    units.set(unit, (units.get(unit) ?? 0) | days(row));
    held.set(area, units);
  }
  return held;
};
