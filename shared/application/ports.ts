import type { Notice } from '../contracts/notice.ts';
import type { Outbound, Reply } from '../contracts/reply.ts';
import type { Turn } from '../contracts/turn.ts';
import type { Case } from '../domain/case/Case.ts';
import type { Entry } from '../domain/case/CaseEvent.ts';
import type { TaskList } from '../domain/case/taskLists.ts';
import type { Unsigned } from '../domain/duty/unsignedOf.ts';
import type { SolvedCase } from '../domain/similar/SolvedCase.ts';
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

export interface Due {
  readonly number: string;
  readonly due: Instant;
}
/** A page of cases due at or before an instant, oldest first, from one of `DUE_SHARDS` shards; `after`: the last of the page before. */
export type ListDue = (shard: number, until: Instant, limit: number, after?: Due) => Promise<readonly Due[]>;

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
  /** Posts whose turn it is as well: units that help, and who must approve. */
  readonly others?: readonly Case['owner'][];
  /** Leaves it was filed under before it was corrected. */
  readonly leavesBefore?: readonly string[];
  /** It had ended before, and was taken up again. */
  readonly reopened?: true;
  readonly service: string;
  readonly place: string;
  readonly lng: number;
  readonly lat: number;
  readonly leaf: string;
  readonly openedAt: Instant;
  readonly due?: Instant;
  readonly overdue: boolean;
  readonly rating?: string;
  /** One of its limits crosses into a year whose working days are not announced. */
  readonly provisional?: true;
  /** Posts that have not taken up what is theirs. */
  readonly unsigned?: readonly Unsigned[];
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
  /** Open cases of one leaf, oldest first. */
  readonly openInLeaf: (leaf: string, limit: number) => Promise<readonly CaseRow[]>;
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
export type TaskLine = Pick<CaseRow, 'number' | 'leaf' | 'owner' | 'others'>;

interface TaskLines {
  readonly lines: readonly TaskLine[];
  /** So many were read, those that were left out among them. */
  readonly read: number;
  /** It was not read to its end. */
  readonly more: boolean;
  /** Where it goes on then. */
  readonly next?: string;
}

/** Where what a case teaches is kept. */
export type SolvedKey = Pick<SolvedCase, 'number' | 'service' | 'leaf'>;

/** What solved cases teach: derived from the history, rebuilt at will. Eventually consistent. */
export interface SolvedStore {
  /** The same again changes nothing. */
  readonly save: (solved: SolvedCase) => Promise<void>;
  /** Of a service, at most `most`: the newest of the street that a leaf is in, then those of other streets of its county. */
  readonly ofService: (service: string, leaf: string, most: number) => Promise<readonly SolvedCase[]>;
  readonly forget: (key: SolvedKey) => Promise<void>;
  /** All of them, page by page, for a rebuild. */
  readonly page: (from?: string) => Promise<{ readonly keys: readonly SolvedKey[]; readonly next?: string }>;
}

/** What is published of a case under listed supervision (挂牌督办). Of where it is only the cell is kept, and less than that is told. */
export interface PublicListing {
  readonly number: string;
  /** The case's version it is of. */
  readonly version: number;
  readonly service: string;
  readonly leaf: string;
  readonly unit: string;
  /** Since when, and by when publicly. */
  readonly at: Instant;
  readonly due: Instant;
}

/** Where a listing lies among the others. */
export type ListingKey = Pick<PublicListing, 'number' | 'due'>;

/** All that is under listed supervision now: derived from the history, rebuilt at will. Eventually consistent. */
export interface ListingStore {
  /** An older version changes nothing. */
  readonly save: (listing: PublicListing) => Promise<void>;
  /** Takes it out, unless it is newer than that. */
  readonly forget: (listing: ListingKey & Pick<PublicListing, 'version'>) => Promise<void>;
  /** At most `most`, those due first before the others. `after`: the last of the page before. */
  readonly page: (most: number, after?: ListingKey) => Promise<readonly PublicListing[]>;
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

/**
 * When something was first asked for under an id; now, where it was not. Remembered for a month: so long a repetition is known to be
 * one, though it comes on another day.
 */
export type FirstAsked = (id: string, now: Instant) => Promise<Instant>;

/** In order within a conversation; a repeated id within five minutes is dropped. */
export type SendTurn = (turn: Turn) => Promise<void>;
export type SendTurns = (turns: readonly Turn[]) => Promise<void>;

/** A notice that waits until the quiet hours are over. */
export interface Held {
  readonly turn: Turn;
  readonly until: Instant;
}

/** Notices that wait. They are there until somebody takes them out: nothing expires. Strongly consistent. */
export interface HeldNotices {
  /** The same ones again change nothing. */
  readonly put: (held: readonly Held[]) => Promise<void>;
  /** Those of one of `HELD_SHARDS` shards whose time has come, at most `most`, as they happened. A conversation lies in one shard. */
  readonly over: (shard: number, now: Instant, most: number) => Promise<readonly Held[]>;
  readonly remove: (held: readonly Held[]) => Promise<void>;
}
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
  /** It follows from what was said in that very conversation. */
  readonly answers?: true;
}
/** A photo that was uploaded: is it one? Reads its first bytes. */
export type InspectPhoto = (key: string) => Promise<'photo' | 'missing' | 'tooLarge' | 'notAPhoto'>;
/** A short-lived address under which a browser can show the photo. */
export type SignPhoto = (key: string) => Promise<string>;
