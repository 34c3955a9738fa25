import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { Instant } from '../../../shared/domain/time/Instant.ts';
import type { Cast } from './Journey.ts';

/** What a journey needs of the cloud it is played in. */
export interface JourneyCloud {
  /** Of the HTTP API. */
  readonly url: string;
  /** Of the WebSocket stage. */
  readonly socketUrl: string;
  /** The city version in force. */
  readonly know: Knowledge;
  readonly now: () => Instant;
  /** Moves the clock; everything due on the way happens in order. */
  readonly advanceTo: (at: Instant) => Promise<void>;
  readonly idle: () => Promise<void>;
  /** A web token for a conversation. */
  readonly token: (conversation: string) => Promise<string>;
  /** What the wechaty host signs its requests with. */
  readonly hostSecret: () => string;
  /** The conversation of whoever holds a post now, or of a person. Throws when nobody does. */
  readonly conversationOf: (cast: Exclude<Cast, { kind: 'resident' }>) => string;
  /** Puts a city folder in force, or a copy of the one in force that `edit` has worked on. */
  readonly publish: (folder: string) => Promise<void>;
  readonly change: (edit: (folder: string) => Promise<void>) => Promise<void>;
  /** A one-time code for somebody of the ledger, as an administrator gives it out. Undefined for somebody it does not know. */
  readonly giveCode: (person: string) => Promise<string | undefined>;
  readonly loadCase: (number: string) => Promise<Case | undefined>;
  readonly caseNumbers: () => Promise<readonly string[]>;
}
