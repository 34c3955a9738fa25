import type { Calendar } from '../calendar/Calendar.ts';
import type { Box } from '../grid/Grid.ts';
import type { Nearby } from '../grid/Nearby.ts';
import type { Holder } from '../ledger/buildLedger.ts';
import type { Staffing } from '../ledger/Staffing.ts';
import type { Area, City, Point, Polygon, Role, Service, Unit } from './City.ts';

/** What a city version lays down for the cases opened under it: all that is asked of one that is in force no more. */
export interface RuleBook {
  readonly city: Omit<City, 'areas' | 'places' | 'ledger'>;
  readonly calendar: Calendar;
  service(code: string): Service | undefined;
  unit(code: string): Unit | undefined;
  /** The area itself, then its parents, up to the root. */
  lineage(code: string): readonly Area[];
  route(service: string, leaf: string): Routing;
}

/** What a city version can be asked. Pure: the same question has the same answer for as long as the version lives. */
export interface Knowledge extends RuleBook {
  /** Of a published version without polygons and places: they lie packed, and are asked for by `locate`, `shapeOf`, `findPlaces`. */
  readonly city: City;
  readonly staffing: Staffing;
  /** By their codes, of every version that was ever put in force: what is open may lie in one that is no more. */
  readonly streetsEver: readonly string[];
  area(code: string): Area | undefined;
  /** Nothing is below it. False for what is no area. */
  isLeaf(code: string): boolean;
  /** The leaves below an area; a leaf itself. */
  leavesUnder(code: string): readonly Area[];
  /** The areas right below. */
  childrenOf(code: string): readonly Area[];
  /** The leaf whose polygon holds the point; undefined outside the city. */
  locate(point: Point): Area | undefined;
  /** The same with how far its edge is, and the leaves that begin within so many metres: phones err by 5 to 50. */
  near(point: Point, metres: number): Nearby | undefined;
  /** What an area looks like on a map: a leaf exactly, areas above simplified. */
  shapeOf(code: string): readonly Polygon[];
  /** Leaves whose boxes touch a box; undefined when there are more than `most`. */
  leavesWithin(box: Box, most: number): readonly Area[] | undefined;
  classify(text: string): Classification;
  findPlaces(text: string): readonly PlaceHit[];
  /** What a text that names no place says as if it were one. */
  missPlace(text: string): PlaceMiss | undefined;
  /** Every place of a name: most names have one. */
  placesCalled(name: string): readonly Point[];
  /** Who holds a role for an area on a date: the rows of the most specific area that has any. */
  holders(role: Role, area: string, date: string, unit?: string): readonly Holder[];
  /** Every post of a person on a date, those they stand in for among them. */
  posts(person: string, date: string): readonly Holder[];
  /** What a person of the ledger is called. */
  nameOf(person: string): string | undefined;
  /** Where a person is spoken to; undefined for somebody the ledger does not know. */
  conversationOf(person: string): string | undefined;
  /** Who is to be told instead of a person on a date: their stand-in while they are on leave, else they themself. */
  reachable(person: string, date: string): string;
  /** The person behind a staff conversation (`web:S001`); undefined for residents. */
  personOf(conversation: string): string | undefined;
}

interface Guess {
  readonly service: string;
  /** 0…1, comparable only within one answer. */
  readonly score: number;
}

/** Best first, at most three. `sure` only when the first stands well clear of the second. */
export interface Classification {
  readonly guesses: readonly Guess[];
  readonly sure: boolean;
}

/** `name` and `spot` together are what people read: 向阳小区3幢, 2单元501. */
export interface PlaceHit extends Point {
  readonly name: string;
  readonly area: string;
  /** What the text says of where there: 2单元501, 对面; empty when nothing. */
  readonly spot: string;
  /** The characters of the text that named it, with the spot, and where they begin. */
  readonly matched: string;
  readonly at: number;
  /** Named as where it is not. */
  readonly denied: boolean;
}

/** A known place near what was said; `apart`: by so many house numbers. */
export interface NearPlace extends Point {
  readonly name: string;
  readonly area: string;
  readonly apart: number;
}

/** A house number that its road is not known to have, a road alone, or a name with one character that no place has. */
export interface PlaceMiss {
  readonly kind: 'number' | 'road' | 'spelling';
  readonly said: string;
  /** Best first; of a road in their order along it. */
  readonly near: readonly NearPlace[];
  /** A road that is named as where it is not. */
  readonly denied?: true;
}

export type Routing =
  | { readonly found: true; readonly unit: string; readonly assist: readonly string[]; readonly rule: string }
  | { readonly found: false; readonly weighed: readonly string[] };
