import { buildCalendar } from '../calendar/buildCalendar.ts';
import { buildLocator } from '../grid/buildLocator.ts';
import { buildLedger } from '../ledger/buildLedger.ts';
import { buildRouter } from '../routing/buildRouter.ts';
import { buildClassifier } from '../text/buildClassifier.ts';
import { buildPlaceFinder } from '../text/buildPlaceFinder.ts';
import type { Area, City } from './City.ts';
import type { Knowledge } from './Knowledge.ts';

/** Makes a city version ready to be asked. Indexes that not every function needs are built at the first question. */
export const knowCity = (city: City): Knowledge => {
  const areas = new Map(city.areas.map((area) => [area.code, area]));
  const services = new Map(city.services.map((service) => [service.code, service]));
  const units = new Map(city.units.map((unit) => [unit.code, unit]));
  const calendar = buildCalendar(city.hours, city.calendar);
  const ledger = buildLedger(city.ledger);
  const router = buildRouter(city.routes);
  const locator = once(() => buildLocator(city.areas));
  const classifier = once(() => buildClassifier(city.services));
  const placeFinder = once(() => buildPlaceFinder(city.places));

  const lineage = (code: string): readonly Area[] => {
    const area = areas.get(code);
    if (!area) return [];
    return area.parent === undefined ? [area] : [area, ...lineage(area.parent)];
  };

  return {
    city,
    calendar,
    service: (code) => services.get(code),
    unit: (code) => units.get(code),
    area: (code) => areas.get(code),
    lineage,
    locate: (point) => locator()(point),
    classify: (text) => classifier()(text),
    findPlaces: (text) => placeFinder()(text),
    route: (code, leaf) => {
      const service = services.get(code);
      return service ? router(service, lineage(leaf)) : { found: false, weighed: [] };
    },
    holders: (role, area, date, unit) => ledger.holders(role, lineage(area), date, unit),
    posts: ledger.posts,
    personOf: ledger.personOf,
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
