import { createHash } from 'node:crypto';
import type { Held, ListingKey, LiveSocket, SolvedKey } from '../application/ports.ts';
import { DUE_SHARDS, HELD_SHARDS, TABLE } from '../contracts/table.ts';
import type { Turn } from '../contracts/turn.ts';
import { streetOf } from '../domain/city/streetOf.ts';

/**
 * Every key of the one table, and with it every question it can be asked. Nothing else builds a key.
 *
 * | question | partition (pk) | sort key (sk) |
 * |---|---|---|
 * | a case as it is now | `CASE#<number>` | `S` |
 * | its history, in order | `CASE#<number>` | `E#<seq, 6 digits>` |
 * | what falls due (sparse index `due`) | `DUE#<shard>` | `<epoch ms, 13 digits>` |
 * | a conversation, newest or after a cursor | `TALK#<conversation>` | `T#<seq, 10 digits>` |
 * | notices that wait for the end of the quiet hours, as they happened | `HELD#<shard>` | `<epoch ms until>#<epoch ms it happened>#<conversation>#<id>` |
 * | live web connections of a conversation | `TALK#<conversation>` | `W#<epoch ms it ends at>#<connection>` |
 * | open cases of a street; of a cell, oldest first | `AREA#<street>` | `<leaf>#<number>` |
 * | ended cases of a street by opening month | `DONE#<street>#<YYYY-MM>` | `<number>` |
 * | whose turn it is of a unit or a desk, anywhere or under an area (of a supervisor: the cell’s) | `OWNER#<owner>` | `<leaf>#<number>` |
 * | solved cases of a service: of a street, newest first, and of the rest of its county | `SOLVED#<county>#<service>` | `<street>#<number>` |
 * | all that is under listed supervision, by when it must be done publicly | `LISTING` | `<epoch ms, 13 digits>#<number>` |
 * | reported in a conversation, newest first | `MINE#<conversation>` | `<number>` |
 * | the city version and staffing in force, and the streets there ever were; versions that were; changes of the staffing | `CITY#<id>` | `CURRENT`; `V#<epoch ms>`; `P#<epoch ms>#<person>#<content>` |
 * | how far open cases followed who answers for them | `CITY#<id>` | `MARK` |
 * | the last day of which was reported what nobody had signed; which calendar open cases were looked at under | `CITY#<id>` | `DUTY`; `CALENDAR` |
 * | which parts of a change of posts were seen to | `HANDED#<city>#<change>` | `<part>` |
 * | the one-time code of a person, as a hash, and by whom it was used | `CITY#<id>` | `K#<person>` |
 * | whom a code is for | `CODE#<hash>` | `<city>` |
 * | when a report was first asked for under an id | `ASKED#<id>` | `FIRST` |
 * | tries of codes in a conversation or a channel | `TRIES#<who>` | `<hour since 1970, 8 digits>` |
 *
 * Ids keep their case: two chat ids that differ in it are two people.
 */
export const keys = {
  snapshot: (number: string) => ({ pk: `CASE#${number}`, sk: 'S' }),
  entry: (number: string, seq: number) => ({
    pk: `CASE#${number}`,
    sk: `${TABLE.entryPrefix}${pad(seq, 6)}`,
  }),
  due: (number: string, at: number) => ({
    dueShard: dueShard(shardIn(DUE_SHARDS, number)),
    dueAt: pad(at, 13),
  }),
  talk: (conversation: string, seq: number) => ({ pk: `TALK#${conversation}`, sk: `T#${pad(seq, 10)}` }),
  held: ({ turn, until }: Held) => ({
    pk: heldShard(shardIn(HELD_SHARDS, turn.conversation)),
    sk: [until, happenedAt(turn) ?? until]
      .map((instant) => pad(instant, 13))
      .concat(turn.conversation, inOrder(turn.id))
      .join('#'),
  }),
  heldOver: (shard: number, now: number) => ({ pk: heldShard(shard), sk: `${pad(now + 1, 13)}` }),
  socket: (conversation: string, { connection, until }: LiveSocket) => ({
    pk: `TALK#${conversation}`,
    sk: `W#${pad(until, 13)}#${connection}`,
  }),
  openRow: (leaf: string, number: string) => ({ pk: `AREA#${streetOf(leaf)}`, sk: `${leaf}#${number}` }),
  endedRow: (street: string, month: string, number: string) => ({
    pk: `DONE#${street}#${month}`,
    sk: number,
  }),
  owned: (owner: string, leaf: string, number: string) => ({ pk: `OWNER#${owner}`, sk: `${leaf}#${number}` }),
  /** As it was before lines told the leaf: a rebuild takes these out. */
  ownedOnce: (owner: string, number: string) => ({ pk: `OWNER#${owner}`, sk: number }),
  reported: (conversation: string, number: string) => ({ pk: `MINE#${conversation}`, sk: number }),
  solved: ({ number, service, leaf }: SolvedKey) => ({
    pk: `SOLVED#${countyOf(leaf)}#${service}`,
    sk: `${streetOf(leaf)}#${number}`,
  }),
  listing: ({ due, number }: ListingKey) => ({ pk: 'LISTING', sk: `${pad(due, 13)}#${number}` }),
  cityCurrent: (city: string) => ({ pk: `CITY#${city}`, sk: 'CURRENT' }),
  postsMark: (city: string) => ({ pk: `CITY#${city}`, sk: 'MARK' }),
  dutyMark: (city: string) => ({ pk: `CITY#${city}`, sk: 'DUTY' }),
  calendarMark: (city: string) => ({ pk: `CITY#${city}`, sk: 'CALENDAR' }),
  workedBody: (city: string, change: string, id: string) => ({ pk: `HANDED#${city}#${change}`, sk: id }),
  cityVersion: (city: string, at: number) => ({ pk: `CITY#${city}`, sk: `V#${pad(at, 13)}` }),
  staffingLine: (city: string, at: number, what: string) => ({
    pk: `CITY#${city}`,
    sk: `P#${pad(at, 13)}#${what}`,
  }),
  personCode: (city: string, person: string) => ({ pk: `CITY#${city}`, sk: `K#${person}` }),
  code: (city: string, hash: string) => ({ pk: `CODE#${hash}`, sk: city }),
  asked: (id: string) => ({ pk: `ASKED#${id}`, sk: 'FIRST' }),
  tries: (who: string, hour: number) => ({ pk: `TRIES#${who}`, sk: pad(hour, 8) }),
} as const;

export const dueShard = (shard: number): string => `DUE#${pad(shard, 2)}`;

/** The month a case was opened in, from its number. */
export const monthOf = (number: string): string => `${number.slice(0, 4)}-${number.slice(4, 6)}`;

/** `CASE#<number>` → the number. */
export const numberOf = (pk: string): string => pk.slice('CASE#'.length);

/** The key of a line of a list of open cases → the case, and what the line says of it. */
export const listedOf = ({ pk, sk }: { readonly pk: string; readonly sk: string }) => {
  const end = sk.indexOf('#');
  return {
    number: sk.slice(end + 1),
    ...(end < 0 ? {} : { leaf: sk.slice(0, end) }),
    ...(pk.startsWith('OWNER#') ? { owner: pk.slice('OWNER#'.length) } : {}),
  };
};

/** `W#1790000000000#abc=` → the connection and its end. */
export const socketOf = (sk: string): LiveSocket => ({
  until: Number(sk.slice(2, 15)),
  connection: sk.slice(16),
});

/** `E#000012` → 12; `T#0000000007` → 7. */
export const seqOf = (sk: string): number => Number(sk.slice(2));

/** Codes nest: the county of a code below it (cities without counties fill the place with zeros). */
const countyOf = (code: string): string => code.slice(0, 6);

const heldShard = (shard: number): string => `HELD#${pad(shard, 2)}`;

const happenedAt = ({ said }: Turn): number | undefined =>
  said.kind === 'notice' ? said.notice.at : undefined;

/** The tenth entry of a case comes after its ninth. */
const inOrder = (id: string): string => id.replaceAll(/\d+/gu, (digits) => digits.padStart(6, '0'));

/** Spreads names evenly: cases over the due index, conversations over what waits for them. */
const shardIn = (shards: number, name: string): number =>
  createHash('sha256').update(name).digest().readUInt32BE(0) % shards;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
