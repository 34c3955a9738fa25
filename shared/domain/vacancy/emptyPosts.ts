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
  const vacant: Vacancy[] = [];
  const look = (kind: Vacancy['kind'], area: Area, held: number): void => {
    const from = firstDayOff(held, today);
    if (from !== undefined) vacant.push({ kind, area: area.code, from });
  };
  for (const area of know.city.areas) {
    const isLeaf = know.isLeaf(area.code);
    if (isLeaf) look('supervisor', area, supervised(area));
    if (hasDesk(area, isLeaf)) look('desk', area, manned(area));
  }
  return vacant;
};

/** Streets have desks; a case of a leaf in no street is decided at the leaf. */
const desksOf = (know: Knowledge): ((area: Area, isLeaf: boolean) => boolean) => {
  const known = new Map<string, boolean>();
  const inStreet = (code: string | undefined): boolean => {
    if (code === undefined) return false;
    const before = known.get(code);
    if (before !== undefined) return before;
    const area = know.area(code);
    const is = area?.level === 'street' || inStreet(area?.parent);
    known.set(code, is);
    return is;
  };
  return ({ level, parent }, isLeaf) => level === 'street' || (isLeaf && !inStreet(parent));
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
