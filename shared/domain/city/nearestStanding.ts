import type { Knowledge } from './Knowledge.ts';
import { rootOf } from './rootOf.ts';

/** Digits of the codes of a level, from the grid up to the county; codes of cells are longer. */
const DIGITS = [15, 12, 9, 6];

/**
 * The area of a code, or of one that this version has no more the nearest above it that is left, in the end the whole: what is open in
 * an area that was merged into another falls there, for whoever answers, lists or counts.
 */
export const nearestStanding = (code: string, know: Pick<Knowledge, 'area' | 'lineage' | 'city'>): string => {
  if (know.area(code)) return code;
  const above = DIGITS.filter((digits) => digits < code.length).map((digits) => code.slice(0, digits));
  const [city, province] = [code.slice(0, 4), code.slice(0, 2)];
  // A city or province may be written with six digits, filled up with zeros.
  const left = [...above, city, `${city}00`, province, `${province}0000`].find((one) => know.area(one));
  return left ?? rootOf(know).code;
};
