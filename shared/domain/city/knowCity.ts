import { buildCalendar } from '../calendar/buildCalendar.ts';
import { buildOutlines } from '../grid/buildOutlines.ts';
import type { Grid } from '../grid/Grid.ts';
import { openGrid } from '../grid/openGrid.ts';
import { packGrid } from '../grid/packGrid.ts';
import { buildLedger } from '../ledger/buildLedger.ts';
import { NO_STAFFING, type Staffing } from '../ledger/Staffing.ts';
import { buildRouter } from '../routing/buildRouter.ts';
import { buildClassifier } from '../text/buildClassifier.ts';
import { buildPlaceFinder, type PlaceFinder } from '../text/buildPlaceFinder.ts';
import { openPlaces } from '../text/openPlaces.ts';
import { packPlaces } from '../text/packPlaces.ts';
import { buildAreaTree } from './areaTree.ts';
import type { Area, City, Place } from './City.ts';
import type { Knowledge } from './Knowledge.ts';
import { sharedBy } from './sharedBy.ts';

/** The packed shapes of a published version, in the order of its leaves and of the areas above them. */
interface Shapes {
  readonly leaves: () => Grid;
  readonly inner: () => Grid;
}

interface Given {
  readonly staffing?: Staffing;
  /** Absent: there are only those of the city itself. */
  readonly streetsEver?: readonly string[];
  /** Absent: packed from the polygons of the city's areas. */
  readonly shapes?: Shapes;
  /** Absent: made from the city's places. */
  readonly places?: () => PlaceFinder;
}

const treeOf = sharedBy(buildAreaTree);
const finderOf = sharedBy((places: readonly Place[]) => buildPlaceFinder(openPlaces(packPlaces(places))));
const classifierOf = sharedBy(buildClassifier);
const packed = sharedBy((areas: readonly Area[]): Shapes => {
  const { leaves, inner } = treeOf(areas);
  const leafGrid = once(() => openGrid(packGrid(leaves.map(({ polygons = [] }) => polygons))));
  const innerGrid = once(() => {
    const outlines = buildOutlines(areas);
    return openGrid(packGrid(inner.map(({ code }) => outlines.get(code) ?? [])));
  });
  return { leaves: leafGrid, inner: innerGrid };
});

/** Makes a city version ready to be asked. What not every function needs is made at the first question. */
export const knowCity = (
  city: City,
  { staffing = NO_STAFFING, streetsEver = [], shapes, places }: Given = {},
): Knowledge => {
  const services = new Map(city.services.map((service) => [service.code, service]));
  const units = new Map(city.units.map((unit) => [unit.code, unit]));
  const calendar = buildCalendar(city.hours, city.calendar);
  const router = buildRouter(city.routes);
  const ledger = once(() => buildLedger(city.ledger, staffing));
  const tree = () => treeOf(city.areas);
  const grids = () => shapes ?? packed(city.areas);
  const leafPlaces = once(() => new Map(tree().leaves.map(({ code }, index) => [code, index])));
  const innerPlaces = once(() => new Map(tree().inner.map(({ code }, index) => [code, index])));
  const finder = places ?? (() => finderOf(city.places));
  const leafAt = (index: number): Area => tree().leaves[index] as Area;

  return {
    city,
    staffing,
    streetsEver,
    calendar,
    service: (code) => services.get(code),
    unit: (code) => units.get(code),
    area: (code) => tree().area(code),
    lineage: (code) => tree().lineage(code),
    isLeaf: (code) => tree().isLeaf(code),
    leavesUnder: (code) => tree().leavesUnder(code),
    childrenOf: (code) => tree().childrenOf(code),
    locate: ({ lng, lat }) => tree().leaves[grids().leaves().locate(lng, lat)],
    near: ({ lng, lat }, metres) => {
      const found = grids().leaves().near(lng, lat, metres);
      if (found.index < 0) return undefined;
      const others = found.others.map((other) => ({ leaf: leafAt(other.index), metres: other.metres }));
      return { leaf: leafAt(found.index), edge: found.edge, others };
    },
    shapeOf: (code) => {
      const leaf = leafPlaces().get(code);
      if (leaf !== undefined) return grids().leaves().shape(leaf);
      const inner = innerPlaces().get(code);
      return inner === undefined ? [] : grids().inner().shape(inner);
    },
    leavesWithin: (box, most) => grids().leaves().within(box, most)?.map(leafAt),
    classify: (text) => classifierOf(city.services)(text),
    findPlaces: (text) => finder().find(text),
    missPlace: (text) => finder().miss(text),
    placesCalled: (name) => finder().called(name),
    route: (code, leaf) => {
      const service = services.get(code);
      return service ? router(service, tree().lineage(leaf)) : { found: false, weighed: [] };
    },
    holders: (role, area, date, unit) => ledger().holders(role, tree().lineage(area), date, unit),
    posts: (person, date) => ledger().posts(person, date),
    personOf: (conversation) => ledger().personOf(conversation),
    nameOf: (person) => ledger().nameOf(person),
    conversationOf: (person) => ledger().conversationOf(person),
    reachable: (person, date) => ledger().reachable(person, date),
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
