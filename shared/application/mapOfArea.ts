import type { Area } from '../domain/city/City.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { dateText, dayOf } from '../domain/time/Instant.ts';
import { findVacancies } from '../domain/vacancy/findVacancies.ts';
import type { Vacancy } from '../domain/vacancy/Vacancy.ts';
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
 * What a map of one area shows: the areas right below with their open cases and vacancies. An area that is not known, as after a new
 * version, is the root; a leaf is the area above it.
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
  const asked = code === undefined ? undefined : know.area(code);
  const area = asked && know.isLeaf(asked.code) ? know.area(asked.parent ?? asked.code) : asked;
  const found = area ?? know.city.areas.find(({ parent }) => parent === undefined);
  if (!found) throw new Error(`City ${know.city.id} has no areas`);
  return found;
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

type Vacancies = ReadonlyMap<string, readonly Vacancy[]>;
const found = new WeakMap<Knowledge, { readonly date: string; readonly vacancies: Vacancies }>();

/** By area, those of the areas below it among them. Found once a day for what is in force. */
const vacanciesByArea = (know: Knowledge, date: string): Vacancies => {
  const before = found.get(know);
  if (before?.date === date) return before.vacancies;
  const vacancies = new Map<string, Vacancy[]>();
  for (const vacancy of findVacancies(know, date))
    for (let code: string | undefined = vacancy.area; code !== undefined; code = know.area(code)?.parent) {
      const list = vacancies.get(code);
      if (list) list.push(vacancy);
      else vacancies.set(code, [vacancy]);
    }
  found.set(know, { date, vacancies });
  return vacancies;
};
