import type { Calendar } from '../calendar/Calendar.ts';
import type { Area, City, LedgerRow, Point, Role, Service, Unit } from './City.ts';

/** What a city version can be asked. Pure: the same question has the same answer for as long as the version lives. */
export interface Knowledge {
  readonly city: City;
  readonly calendar: Calendar;
  service(code: string): Service | undefined;
  unit(code: string): Unit | undefined;
  area(code: string): Area | undefined;
  /** The area itself, then its parents, up to the root. */
  lineage(code: string): readonly Area[];
  /** The leaf whose polygon holds the point; undefined outside the city. */
  locate(point: Point): Area | undefined;
  classify(text: string): Classification;
  findPlaces(text: string): readonly PlaceHit[];
  route(service: string, leaf: string): Routing;
  /** Who holds a role for an area on a date: the rows of the most specific area that has any. */
  holders(role: Role, area: string, date: string, unit?: string): readonly LedgerRow[];
  /** Every post of a person on a date. */
  posts(person: string, date: string): readonly LedgerRow[];
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

export interface PlaceHit extends Point {
  readonly name: string;
  readonly area: string;
  /** The characters of the text that named it. */
  readonly matched: string;
}

export type Routing =
  | { readonly found: true; readonly unit: string; readonly assist: readonly string[]; readonly rule: string }
  | { readonly found: false; readonly weighed: readonly string[] };
