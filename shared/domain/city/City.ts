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
  /** What the city sets of its own about the loop; the rest is as `policyOf` fills it in. */
  readonly policy?: PolicySettings;
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

/** When a clock that passes its limit goes up a rung. `remind`: a share of the limit; the others from the due instant on. */
export interface Ladder {
  readonly remind: number;
  /** 黄牌, to the leader of the unit. */
  readonly yellow: string;
  /** 红牌、督办, to the superior. */
  readonly red: string;
  /** 挂牌督办, published. */
  readonly list: string;
  /** How long the unit then has, publicly. */
  readonly listedFor: string;
}

/** Limits of what the catalog does not know of: durations such as `5wd`. */
export interface PolicyLimits {
  /** 补充材料: the resident is asked. */
  readonly material: string;
  /** 申诉: how long after the refusal. */
  readonly appeal: string;
  /** 审批 of 延期 and 挂账. */
  readonly approve: string;
  /** 回访 */
  readonly visit: string;
  /** 专家咨询 */
  readonly consult: string;
  /** 挂账复核: a suspension is looked at again each time this has passed. */
  readonly review: string;
}

/** What a city may set about the loop, whole. */
export interface Policy {
  readonly ladder: Ladder;
  readonly limits: PolicyLimits;
  /** 延期: so many times a task; the second goes to the leader. */
  readonly extensions: number;
  /** So many experts must answer; of fewer, all. */
  readonly quorum: number;
  /** 催一催: once in so long. */
  readonly urgeEvery: string;
  /** 不予受理: the reasons to choose from. */
  readonly declines: readonly string[];
}

/** As written in the city folder: every key may be left out. */
export interface PolicySettings extends Partial<Omit<Policy, 'ladder' | 'limits'>> {
  readonly ladder?: Partial<Ladder>;
  readonly limits?: Partial<PolicyLimits>;
}
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
  /** Durations such as `4wh`. With `repair` it is handled in two steps: 应急处置 within `handle`, then 修复 within `repair`. */
  readonly limits: Readonly<Record<LimitName, string>> & { readonly repair?: string };
}

/** What an application must bring. */
export interface Material {
  readonly code: string;
  readonly name: string;
  /** 容缺受理: it may be missing at first, and is owed for so long. Without it, it must be there. */
  readonly owe?: string;
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
  readonly materials?: readonly Material[];
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
