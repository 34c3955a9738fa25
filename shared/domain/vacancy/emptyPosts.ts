import type { Area } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import type { DateText } from '../time/Instant.ts';
import { daysHeld, firstDayOff } from './daysHeld.ts';
import type { Vacancy } from './Vacancy.ts';

/** Leaves without a supervisor and streets without a dispatcher. Whoever holds the post of an area above holds it here, too. */
export const emptyPosts = (know: Knowledge, today: DateText): readonly Vacancy[] => {
  const supervised = heldDays('supervisor', know, today);
  const manned = heldDays('dispatcher', know, today);
  const hasDesk = desksOf(know);
  return know.city.areas.flatMap((area): readonly Vacancy[] => [
    ...(know.isLeaf(area.code) ? vacant('supervisor', area, firstDayOff(supervised(area), today)) : []),
    ...(hasDesk(area) ? vacant('desk', area, firstDayOff(manned(area), today)) : []),
  ]);
};

const vacant = (kind: Vacancy['kind'], { code }: Area, from: DateText | undefined): readonly Vacancy[] =>
  from === undefined ? [] : [{ kind, area: code, from }];

/** Streets have desks; a case of a leaf in no street is decided at the leaf. */
const desksOf = (know: Knowledge): ((area: Area) => boolean) => {
  const inStreet = (code: string): boolean => know.lineage(code).some(({ level }) => level === 'street');
  return ({ code, level }) => level === 'street' || (know.isLeaf(code) && !inStreet(code));
};

/** On which days somebody has a role for an area. */
const heldDays = (role: 'supervisor' | 'dispatcher', know: Knowledge, today: DateText) => {
  const days = daysHeld(today);
  const own = new Map<string, number>();
  for (const row of know.city.ledger)
    if (row.role === role) own.set(row.area, (own.get(row.area) ?? 0) | days(row));
  const above = new Map<string, number>();
  const heldAbove = (code: string): number => {
    const held = above.get(code) ?? heldAt(know.area(code));
    above.set(code, held);
    return held;
  };
  const heldAt = (area: Area | undefined): number =>
    area === undefined
      ? 0
      : (own.get(area.code) ?? 0) | (area.parent === undefined ? 0 : heldAbove(area.parent));
  return heldAt;
};
