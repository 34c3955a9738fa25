/**
 * One published version of a city folder: plain data, as JSON. Field names follow the city-folder format.
 * Read and checked by `shared/city`; asked through `Knowledge`.
 */
export interface City {
  readonly id: string;
  /** Content hash: the same folder gives the same version. */
  readonly version: string;
  readonly name: string;
  readonly timezone: 'Asia/Shanghai';
  /** Opening hours of a working day, `["09:00","12:00"]`, in order, not touching. */
  readonly hours: readonly (readonly [string, string])[];
  readonly levels: readonly Level[];
  readonly rounds: number;
  /** A duration such as `5wd`. */
  readonly unratedAfter: string;
  readonly duplicates: { readonly metres: number; readonly within: string };
  readonly notices: { readonly quiet: readonly [string, string] };
  readonly areas: readonly Area[];
  readonly places: readonly Place[];
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  readonly services: readonly Service[];
  readonly units: readonly Unit[];
  readonly routes: readonly Route[];
  readonly ledger: readonly LedgerRow[];
  readonly calendar: readonly CalendarYear[];
}

export type Level = 'province' | 'city' | 'county' | 'street' | 'community' | 'grid' | 'cell';
export type CaseKind = 'request' | 'event' | 'hazard' | 'dispute' | 'application';
export type Role = 'supervisor' | 'dispatcher' | 'leader' | 'handler' | 'expert' | 'auditor' | 'operator';
/** The stages that have a limit in the catalog. */
export type LimitName = 'verify' | 'accept' | 'sign' | 'handle' | 'check';
type Need = 'place' | 'text' | 'photo' | 'phone';

/** WGS-84 degrees. */
export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** [lng, lat] pairs; a polygon is its outer ring and its holes. */
export type Ring = readonly (readonly [number, number])[];
export type Polygon = readonly Ring[];

export interface Area {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  /** Code of the area above; none for the root. */
  readonly parent?: string;
  /** Leaves only. */
  readonly kind?: 'urban' | 'rural';
  readonly polygons?: readonly Polygon[];
}

export interface Place extends Point {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Leaf code. */
  readonly area: string;
  readonly kind: string;
}

export interface Condition {
  readonly code: string;
  readonly name: string;
  readonly urgent: boolean;
  /** Durations such as `4wh`. */
  readonly limits: Readonly<Record<LimitName, string>>;
}

export interface Service {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly kind: CaseKind;
  readonly words: readonly string[];
  readonly not: readonly string[];
  readonly verify: boolean;
  readonly check: boolean;
  readonly needs: readonly Need[];
  /** Never empty; the first is what a report is filed under until someone corrects it. */
  readonly conditions: readonly Condition[];
}

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
  readonly phone: string;
  readonly channel: string;
}

export interface Route {
  /** A service code, a group code with `*` (`06*`), or `*`. */
  readonly service: string;
  readonly area: string;
  readonly unit: string;
  readonly share: 'lead' | 'assist';
}

export interface LedgerRow {
  readonly area: string;
  readonly role: Role;
  readonly unit?: string;
  readonly person: string;
  readonly name: string;
  readonly phone: string;
  /** `web`, `wechaty`…: the conversation is `channel:person`; or a whole conversation, `wechaty:wxid_1`. */
  readonly channel: string;
  readonly deputy?: string;
  readonly superior?: string;
  readonly from: string;
  readonly to?: string;
}

export interface CalendarYear {
  readonly year: number;
  readonly final: boolean;
  readonly off: readonly string[];
  readonly work: readonly string[];
}
