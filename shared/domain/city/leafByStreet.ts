import type { Area } from './City.ts';
import { sharedBy } from './sharedBy.ts';
import { streetOf } from './streetOf.ts';

/** Every street that has leaves, with one of them: a big city has too many to ask each for its lineage. */
export const leafByStreet = sharedBy((areas: readonly Area[]): ReadonlyMap<string, string> => {
  const parents = new Set(areas.map(({ parent }) => parent));
  return new Map(areas.filter(({ code }) => !parents.has(code)).map(({ code }) => [streetOf(code), code]));
});
