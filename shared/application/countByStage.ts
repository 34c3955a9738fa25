import type { Stage } from '../domain/case/Case.ts';
import { leafByStreet } from '../domain/city/leafByStreet.ts';
import { nearestStanding } from '../domain/city/nearestStanding.ts';
import { rootOf } from '../domain/city/rootOf.ts';
import { streetsUnder } from '../domain/city/streetsUnder.ts';
import type { Cities } from './cityPorts.ts';
import type { RowStore } from './ports.ts';
import { readOpen } from './readOpen.ts';

export interface StreetCounts {
  readonly street: string;
  /** Of one that is gone the name of the area that what is open there falls to. */
  readonly name: string;
  readonly gone: boolean;
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
  readonly open: number;
  readonly overdue: number;
}

/**
 * Open cases of every street by stage, counted from the lists themselves: there is no counter that could drift. Streets that are gone
 * follow, as long as something is open there. Where there are more than are read, it is at least so many.
 */
export const countByStage =
  (world: { readonly rows: Pick<RowStore, 'openInArea'>; readonly cities: Cities }) =>
  async (): Promise<readonly StreetCounts[]> => {
    const know = await world.cities.current();
    const counted = new Map(streetsUnder(rootOf(know).code, know).map((street) => [street, nothing()]));
    await readOpen(world.rows, [...counted.keys()], (row, street) => {
      const counts = counted.get(street);
      if (!counts) return;
      counts.stages[row.stage] = (counts.stages[row.stage] ?? 0) + 1;
      counts.open += 1;
      counts.overdue += row.overdue ? 1 : 0;
    });
    const today = leafByStreet(know.city.areas);
    return [...counted]
      .filter(([street, { open }]) => open > 0 || today.has(street))
      .map(([street, counts]) => {
        const gone = !today.has(street);
        const area = know.area(gone ? nearestStanding(street, know) : street);
        return { street, name: area?.name ?? street, gone, ...counts };
      });
  };

const nothing = (): { stages: Partial<Record<Stage, number>>; open: number; overdue: number } => ({
  stages: {},
  open: 0,
  overdue: 0,
});
