import type { Knowledge } from './Knowledge.ts';
import { leafByStreet } from './leafByStreet.ts';
import { nearestStanding } from './nearestStanding.ts';
import { streetOf } from './streetOf.ts';

/**
 * The streets in whose lists stands what is open under an area: those it has today, and after them those that only other versions have
 * and that fall to it. Of an area within a street that street; of the whole all there ever were.
 */
export const streetsUnder = (code: string, know: Knowledge): readonly string[] => {
  const today = leafByStreet(know.city.areas);
  const isUnder = (other: string): boolean => know.lineage(other).some((area) => area.code === code);
  const own =
    code === streetOf(code)
      ? [...today].filter(([, leaf]) => isUnder(leaf)).map(([street]) => street)
      : [streetOf(code)];
  const gone = know.streetsEver.filter(
    (street) => !today.has(street) && isUnder(nearestStanding(street, know)),
  );
  return [...own, ...gone];
};
