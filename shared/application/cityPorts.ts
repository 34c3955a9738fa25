import type { HandOverBody, InForceNames } from '../contracts/handOver.ts';
import type { Knowledge, RuleBook } from '../domain/city/Knowledge.ts';
import type { Staffing } from '../domain/ledger/Staffing.ts';
import type { DateText, Instant } from '../domain/time/Instant.ts';

/** What the use cases need of the city: its versions, its staffing, one-time codes. Implemented like the other ports. */

/** What is in force of a city: the published version, and the staffing by its content's name (absent: nothing changed yet). */
export interface CityPointer {
  readonly version: string;
  readonly staffing?: string;
  /** Of this and every version before it, sorted. Absent where the last was put in force before they were kept. */
  readonly streets?: readonly string[];
}

/** One change of the staffing, kept for ever: who did what, when. Never a phone number or a code. */
export interface StaffingLine {
  readonly at: Instant;
  readonly kind: 'bound' | 'unbound' | 'leave' | 'return';
  readonly person: string;
  /** Who asked for it: a person, or `admin`. */
  readonly by: string;
  readonly words: string;
}

export interface CityStore {
  /** Undefined when nothing was ever published. */
  readonly pointer: (city: string) => Promise<CityPointer | undefined>;
  /**
   * Puts a version in force together with its line of the history, adds its streets to those of the versions before, and leaves the
   * staffing as it is. `conflict`, and nothing of it, when another version than `before` is in force.
   */
  readonly setCurrent: (
    city: string,
    change: {
      readonly before: string | undefined;
      readonly after: string;
      readonly streets: readonly string[];
      readonly at: Instant;
    },
  ) => Promise<'set' | 'conflict'>;
  readonly history: (city: string) => Promise<readonly { version: string; at: Instant }[]>;
  /**
   * Puts a staffing in force together with its line, and spends the code it is owed to. `conflict`, and nothing of it, when another
   * one than `before` is in force, or the code is not good any more.
   */
  readonly setStaffing: (
    city: string,
    change: {
      readonly before: string | undefined;
      readonly after: string;
      readonly line: StaffingLine;
      readonly spends?: SpentCode | undefined;
    },
  ) => Promise<'set' | 'conflict'>;
  /** Newest first, at most `most`. */
  readonly staffingLines: (city: string, most: number) => Promise<readonly StaffingLine[]>;
}

/** The staffing in force. A change is made from what was read, and comes to nothing when somebody else was faster. */
export interface StaffingStore {
  /** `name`: which one it is; absent before the first change. `unread`: people of whom an entry cannot be read, and is left out. */
  readonly load: () => Promise<{
    readonly staffing: Staffing;
    readonly name?: string;
    readonly unread?: readonly string[];
  }>;
  readonly save: (
    before: string | undefined,
    after: Staffing,
    line: StaffingLine,
    spends?: SpentCode,
  ) => Promise<'set' | 'conflict'>;
}

/** A one-time code given to somebody of the staff. Only its hash is known. */
export interface GivenCode {
  readonly hash: string;
  readonly person: string;
  /** When it ends. */
  readonly until: Instant;
}

/** By which message a code was used, and where the person was spoken to before. */
export interface CodeUse {
  readonly conversation: string;
  readonly turn: string;
  readonly was?: string;
}

export interface SpentCode extends Omit<GivenCode, 'until'> {
  readonly use: CodeUse;
}

/** One-time codes, and how many tries there were. All of it expires by itself. */
export interface CodeStore {
  /** From now on the one code of that person: an older one is worthless. */
  readonly give: (city: string, code: GivenCode) => Promise<void>;
  /** Undefined for one that was never given or was taken back, and when another was given since. Strongly consistent. */
  readonly find: (
    city: string,
    hash: string,
  ) => Promise<(GivenCode & { readonly use?: CodeUse }) | undefined>;
  /** Makes the person's code worthless. Answers whether there was one that could still have bound an account at that moment. */
  readonly takeBack: (city: string, person: string, at: Instant) => Promise<boolean>;
  /** Adds to the tries of an hour (counted since 1970), and answers how many there are now. */
  readonly addTry: (who: string, hour: number, by: 1 | -1) => Promise<number>;
  readonly tries: (who: string, hour: number) => Promise<number>;
}

/** How far it was seen to that what is open follows who answers for it. */
export interface PostsMark {
  /** Counts the changes of the mark itself. */
  readonly step: number;
  /** Everything up to here was seen to. */
  readonly settled: InForceNames;
  /** What came after it, and when that was seen: it is being seen to. */
  readonly next?: InForceNames & { readonly at: Instant };
  /** It was sent in so many bodies, and waits until all of them were worked. */
  readonly sent?: { readonly change: string; readonly bodies: number; readonly at: Instant };
}

/** How far something was seen to. */
export interface MarkStore<Mark extends { readonly step: number }> {
  /** Undefined before the first. Strongly consistent. */
  readonly load: () => Promise<Mark | undefined>;
  /** `conflict` when the one that lies there is not the one before. */
  readonly save: (mark: Mark) => Promise<'saved' | 'conflict'>;
}
export type PostsMarkStore = MarkStore<PostsMark>;

/** 值守: the last working day at whose end it was reported what nobody had signed for. */
interface DutyMark {
  readonly step: number;
  readonly day: DateText;
}
export type DutyMarkStore = MarkStore<DutyMark>;

/** Under which calendar the open cases were looked at. */
export interface CalendarMark {
  /** Counts the changes of the mark itself. */
  readonly step: number;
  readonly version: string;
  /** The calendar of that version by its content. */
  readonly calendar: string;
  /** Another one came, when that was seen, and the last of the streets whose cases were looked at under it. */
  readonly next?: {
    readonly version: string;
    readonly calendar: string;
    readonly at: Instant;
    readonly upTo: string;
  };
}
export type CalendarMarkStore = MarkStore<CalendarMark>;

/** Worked side by side, in any order; the same one again within five minutes is dropped. */
export type SendHandOvers = (bodies: readonly HandOverBody[]) => Promise<void>;

/** Which bodies of a change were worked to their end. */
export interface WorkedBodies {
  readonly add: (body: Pick<HandOverBody, 'change' | 'id' | 'at'>) => Promise<void>;
  /** Each one counts once, however often it was worked. Strongly consistent. */
  readonly count: (change: string) => Promise<number>;
}

/** The bytes of city versions. Immutable: what was put is never put otherwise. */
export interface CityBlobs {
  /** The whole city of a version (JSON, gzip). Throws when it is not there. */
  readonly get: (city: string, version: string) => Promise<Uint8Array>;
  readonly put: (city: string, version: string, bytes: Uint8Array) => Promise<void>;
  /** The list of a version's parts; undefined for one that was published before there were parts. */
  readonly getManifest: (city: string, version: string) => Promise<Uint8Array | undefined>;
  readonly putManifest: (city: string, version: string, bytes: Uint8Array) => Promise<void>;
  /** A part of versions, by the hash of its content. */
  readonly getPart: (city: string, hash: string) => Promise<Uint8Array>;
  readonly putPart: (city: string, hash: string, bytes: Uint8Array) => Promise<void>;
  /** A staffing by the name the pointer has for it. They lie apart: functions may put them, and no part of a version. */
  readonly getStaffing: (city: string, name: string) => Promise<Uint8Array>;
  readonly putStaffing: (city: string, name: string, bytes: Uint8Array) => Promise<void>;
}

/** The version in force under the staffing in force, and the rules of any version by id. Cached; a change is seen within a minute. */
export interface Cities {
  readonly current: () => Promise<Knowledge>;
  readonly at: (version: string) => Promise<RuleBook>;
}
