import type { City } from '../../domain/city/City.ts';
import { CHANGED_PARTS, type Change } from './Change.ts';
import { diffAreas } from './diffAreas.ts';
import { diffCalendar } from './diffCalendar.ts';
import { diffCatalog } from './diffCatalog.ts';
import { diffLedger } from './diffLedger.ts';
import { diffPlaces } from './diffPlaces.ts';
import { diffRoutes } from './diffRoutes.ts';
import { diffSettings } from './diffSettings.ts';
import { diffUnits } from './diffUnits.ts';

/**
 * What changes from one version of a city to another, part by part and by code. Entries are known by their codes; in which order they
 * are written means nothing, except for working hours, levels and the conditions of a service.
 */
export const diffCity = (before: City, after: City): readonly Change[] => {
  const changes = [
    ...diffAreas(before.areas, after.areas),
    ...diffPlaces(before.places, after.places),
    ...diffCatalog(before, after),
    ...diffUnits(before.units, after.units),
    ...diffRoutes(before, after),
    ...diffLedger(before.ledger, after.ledger),
    ...diffCalendar(before.calendar, after.calendar),
    ...diffSettings(before, after),
  ];
  const place = new Map(CHANGED_PARTS.map((part, i) => [part, i]));
  return changes.sort(
    (a, b) =>
      (place.get(a.part) ?? 0) - (place.get(b.part) ?? 0) || order(a.code, b.code) || order(a.text, b.text),
  );
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
