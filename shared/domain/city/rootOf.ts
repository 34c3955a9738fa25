import type { Area } from './City.ts';
import type { Knowledge } from './Knowledge.ts';

/** The whole of a city: every area lies in it. */
export const rootOf = ({ city, lineage }: Pick<Knowledge, 'city' | 'lineage'>): Area => {
  const root = lineage(city.areas[0]?.code ?? '').at(-1);
  if (!root) throw new Error(`City ${city.id} has no areas`);
  return root;
};
