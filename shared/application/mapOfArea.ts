import type { Area } from '../domain/city/City.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { nearestStanding } from '../domain/city/nearestStanding.ts';
import { rootOf } from '../domain/city/rootOf.ts';
import { dateText, dayOf } from '../domain/time/Instant.ts';
import type { Vacancy } from '../domain/vacancy/Vacancy.ts';
import { vacanciesByArea } from '../domain/vacancy/vacanciesByArea.ts';
import type { Cities } from './cityPorts.ts';
import { type AreaCounts, type Counts, countByArea } from './countByArea.ts';
import type { Now, RowStore } from './ports.ts';

export interface AreaOnMap extends Counts {
  readonly area: Area;
  readonly isLeaf: boolean;
  /** In it and below it. */
  readonly vacancies: readonly Vacancy[];
}

export interface MapOfArea {
  readonly know: Knowledge;
  readonly date: string;
  /** From the root down to the area that is looked at. */
  readonly path: readonly Area[];
  readonly total: Counts;
  readonly atLeast: boolean;
  /** The areas right below, the most pressing first: overdue, vacant, open. */
  readonly below: readonly AreaOnMap[];
  /** Of the area itself and those above it: they concern all of it. */
  readonly own: readonly Vacancy[];
}

interface MapWorld {
  readonly cities: Cities;
  readonly rows: Pick<RowStore, 'openInArea'>;
  readonly now: Now;
}

/**
 * What a map of one area shows: the areas right below with their open cases and vacancies. Of an area that is gone, as after a new
 * version, the nearest above it that is left; of a leaf the area above it.
 */
export const mapOfArea = (world: MapWorld) => {
  const count = countByArea(world.rows);
  return async (code: string | undefined): Promise<MapOfArea> => {
    const know = await world.cities.current();
    const date = dateText(dayOf(world.now()));
    const area = standing(know, code);
    const lineage = know.lineage(area.code);
    const counts = await count(know, area.code);
    const vacancies = vacanciesByArea(know, date);
    const above = new Set(lineage.map((each) => each.code));
    return {
      know,
      date,
      path: lineage.toReversed(),
      total: counts.total,
      atLeast: counts.atLeast,
      below: know
        .childrenOf(area.code)
        .map((child) => onMap(know, child, counts, vacancies))
        .toSorted(mostPressingFirst),
      own: [...above].flatMap((each) =>
        (vacancies.get(each) ?? []).filter((vacancy) => vacancy.area === each),
      ),
    };
  };
};

const standing = (know: Knowledge, code: string | undefined): Area => {
  const asked = code === undefined ? undefined : know.area(nearestStanding(code, know));
  const area = asked && know.isLeaf(asked.code) ? know.area(asked.parent ?? asked.code) : asked;
  return area ?? rootOf(know);
};

const onMap = (
  know: Knowledge,
  area: Area,
  { below }: AreaCounts,
  vacancies: ReadonlyMap<string, readonly Vacancy[]>,
): AreaOnMap => ({
  area,
  isLeaf: know.isLeaf(area.code),
  open: below.get(area.code)?.open ?? 0,
  overdue: below.get(area.code)?.overdue ?? 0,
  vacancies: vacancies.get(area.code) ?? [],
});

const mostPressingFirst = (a: AreaOnMap, b: AreaOnMap): number =>
  b.overdue - a.overdue || Number(b.vacancies.length > 0) - Number(a.vacancies.length > 0) || b.open - a.open;
