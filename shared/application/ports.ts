import type { HandOverBody, InForceNames } from '../contracts/handOver.ts';
import type { Notice } from '../contracts/notice.ts';
import type { Outbound, Reply } from '../contracts/reply.ts';
import type { Turn } from '../contracts/turn.ts';
import type { Case } from '../domain/case/Case.ts';
import type { Entry } from '../domain/case/CaseEvent.ts';
import type { TaskList } from '../domain/case/taskLists.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import type { Staffing } from '../domain/ledger/Staffing.ts';
import type { Instant } from '../domain/time/Instant.ts';

/** What the use cases need of the world, as small function types. Stores and fakes implement them; one contract suite runs on all. */

export type Now = () => Instant;

/** Strongly consistent. */
type LoadCase = (number: string) => Promise<Case | undefined>;
/** All entries after `after` (0: from the first), in order. Strongly consistent. */
export type ReadHistory = (number: string, after?: number) => Promise<readonly Entry[]>;
/**
 * Writes snapshot and entry together, or nothing. `conflict` when `next.version - 1` is not what is stored
 * (for a first entry: when the number is taken). Sets the due instant under its index, or removes it.
 */
type CommitCase = (next: Case, entry: Entry) => Promise<'committed' | 'conflict'>;

/** A page of cases due at or before an instant, oldest first, from one of `DUE_SHARDS` shards. */
export type ListDue = (
  shard: number,
  until: Instant,
  limit: number,
) => Promise<readonly { number: string; due: Instant }[]>;

export interface CaseStore {
  readonly load: LoadCase;
  /** Those that exist, in the order asked for; at most 100. */
  readonly loadMany: (numbers: readonly string[]) => Promise<readonly Case[]>;
  readonly history: ReadHistory;
  readonly commit: CommitCase;
  readonly listDue: ListDue;
}

/** One turn of a conversation with what it led to. The newest one carries the session. */
export interface TalkRecord<Session = unknown> {
  readonly conversation: string;
  /** Without gaps. */
  readonly seq: number;
  readonly at: Instant;
  /** Id of the inbound message or notice. */
  readonly turn: string;
  readonly said: Turn['said'];
  readonly replies: readonly Reply[];
  readonly session: Session;
}

export interface TalkStore<Session = unknown> {
  /** The newest record. Strongly consistent. */
  readonly latest: (conversation: string) => Promise<TalkRecord<Session> | undefined>;
  readonly at: (conversation: string, seq: number) => Promise<TalkRecord<Session> | undefined>;
  /** The record of a turn, looked for from the newest back to the first one before `since`. */
  readonly find: (
    conversation: string,
    turn: string,
    since: Instant,
  ) => Promise<TalkRecord<Session> | undefined>;
  /** `conflict` when that seq exists. Expires by itself after the keeping time of conversations. */
  readonly append: (record: TalkRecord<Session>) => Promise<'appended' | 'conflict'>;
  /** Records after `seq`, in order, at most `limit`. */
  readonly after: (
    conversation: string,
    seq: number,
    limit: number,
  ) => Promise<readonly TalkRecord<Session>[]>;
}

/** One line of a list or a map. Never private data. */
export interface CaseRow {
  readonly number: string;
  readonly version: number;
  readonly stage: Case['stage'];
  readonly owner: Case['owner'];
  readonly service: string;
  readonly place: string;
  readonly lng: number;
  readonly lat: number;
  readonly leaf: string;
  readonly openedAt: Instant;
  readonly due?: Instant;
  readonly overdue: boolean;
  readonly rating?: string;
}

/** Read models, derived from the history: idempotent by version, rebuilt at will. Eventually consistent. */
export interface RowStore {
  /** Puts the row into the lists of its area, owner and reporter, and takes it out of those it has left. An older version changes nothing. */
  readonly save: (row: CaseRow, reporter: string) => Promise<void>;
  /** Open cases of a street (9 digits), cell by cell, oldest first in each. `after`: the last row of the page before. */
  readonly openInArea: (
    street: string,
    limit: number,
    after?: Pick<CaseRow, 'leaf' | 'number'>,
  ) => Promise<readonly CaseRow[]>;
  /** Ended cases of a street, by the month (`YYYY-MM`) they were opened in. */
  readonly endedInArea: (
    street: string,
    month: string,
    limit: number,
    after?: string,
  ) => Promise<readonly CaseRow[]>;
  /**
   * A list that tasks stand in, cell by cell, oldest first in each. Reads at most `most` lines, also of those it leaves out.
   * `after`: what the page before gave as `next`.
   */
  readonly tasksIn: (list: TaskList, most: number, after?: string) => Promise<TaskLines>;
  /** Newest first. */
  readonly numbersOfReporter: (conversation: string, limit: number) => Promise<readonly string[]>;
}

/** A line of a list of tasks: enough to tell whose turn it is without the case. */
export type TaskLine = Pick<CaseRow, 'number' | 'leaf' | 'owner'>;

interface TaskLines {
  readonly lines: readonly TaskLine[];
  /** So many were read, those that were left out among them. */
  readonly read: number;
  /** It was not read to its end. */
  readonly more: boolean;
  /** Where it goes on then. */
  readonly next?: string;
}

/** A line of a list of open cases, as it lies there. */
export interface ListedCase {
  readonly number: string;
  /** What it says of the case: in which cell it is, and in the list of a unit or a desk whose turn it is. */
  readonly leaf?: string;
  readonly owner?: string;
  /** The case's version it is of. */
  readonly version: number;
}

/** All lines of the lists of open cases, for a rebuild: a crash between two writes may have left one that nobody takes away. */
export interface ListedCases {
  readonly page: (
    from?: string,
  ) => Promise<{ readonly listed: readonly ListedCase[]; readonly next?: string }>;
  /** Takes a line out of its list, unless it was written again since. */
  readonly drop: (listed: ListedCase) => Promise<void>;
}

/** Every case there is, page by page, for a rebuild or an audit. Reads the whole table: never from a function. */
export type ScanNumbers = (
  from?: string,
) => Promise<{ readonly numbers: readonly string[]; readonly next?: string }>;

export interface LiveSocket {
  readonly connection: string;
  /** When it ends at the latest. */
  readonly until: Instant;
  /** The page's own name, where it gave one. */
  readonly page?: string;
}

/** Live web connections of a conversation. They expire by themselves. */
export interface SocketStore {
  readonly add: (conversation: string, socket: LiveSocket) => Promise<void>;
  /** Those that can still live at that instant, the newest first: a page may leave dead ones behind. */
  readonly list: (conversation: string, now: Instant) => Promise<readonly LiveSocket[]>;
  readonly remove: (conversation: string, socket: LiveSocket) => Promise<void>;
}

/** What is in force of a city: the published version, and the staffing by its content's name (absent: nothing changed yet). */
export interface CityPointer {
  readonly version: string;
  readonly staffing?: string;
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
  /** Leaves the staffing as it is. */
  readonly setCurrent: (city: string, version: string, at: Instant) => Promise<void>;
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
  /** `name`: which one it is; absent before the first change. */
  readonly load: () => Promise<{ readonly staffing: Staffing; readonly name?: string }>;
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
  /** Makes the person's code worthless. */
  readonly takeBack: (city: string, person: string) => Promise<void>;
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
}

export interface PostsMarkStore {
  /** Undefined before the first. Strongly consistent. */
  readonly load: () => Promise<PostsMark | undefined>;
  /** `conflict` when the one that lies there is not the one before. */
  readonly save: (mark: PostsMark) => Promise<'saved' | 'conflict'>;
}

/** In order; the same id again within five minutes is dropped. */
export type SendHandOvers = (bodies: readonly HandOverBody[]) => Promise<void>;

/** The bytes of city versions. Immutable: what was put is never put otherwise. */
export interface CityBlobs {
  /** The whole city of a version (JSON, gzip). Throws when it is not there. */
  readonly get: (city: string, version: string) => Promise<Uint8Array>;
  readonly put: (city: string, version: string, bytes: Uint8Array) => Promise<void>;
  /** The list of a version's parts; undefined for one that was published before there were parts. */
  readonly getManifest: (city: string, version: string) => Promise<Uint8Array | undefined>;
  readonly putManifest: (city: string, version: string, bytes: Uint8Array) => Promise<void>;
  /** Content by its name: a part of a version, or a staffing. */
  readonly getPart: (city: string, hash: string) => Promise<Uint8Array>;
  readonly putPart: (city: string, hash: string, bytes: Uint8Array) => Promise<void>;
}

/** The version in force, and any version by id, both under the staffing in force. Cached; a change is seen within a minute. */
export interface Cities {
  readonly current: () => Promise<Knowledge>;
  readonly at: (version: string) => Promise<Knowledge>;
}

/** In order within a conversation; a repeated id within five minutes is dropped. */
export type SendTurn = (turn: Turn) => Promise<void>;
/** To be looked at after so many seconds (0…900). */
export type SendTicks = (
  ticks: readonly { number: string; due: Instant; delaySeconds: number }[],
) => Promise<void>;
/** Hands messages to the channel they belong to. Repeating is safe: every message has its id. */
export type Deliver = (messages: readonly Outbound[]) => Promise<void>;
/** Where a notice goes: one per person and fact. */
export interface Push {
  readonly conversation: string;
  readonly notice: Notice;
  /** Of the message that led to it. */
  readonly correlation: string;
}
/** A photo that was uploaded: is it one? Reads its first bytes. */
export type InspectPhoto = (key: string) => Promise<'photo' | 'missing' | 'tooLarge' | 'notAPhoto'>;
/** A short-lived address under which a browser can show the photo. */
export type SignPhoto = (key: string) => Promise<string>;
