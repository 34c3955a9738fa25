import type { TalkRecord, TalkStore } from '../shared/application/ports.ts';
import { REMEMBERED, type Session } from './engine/Session.ts';

type Talk = TalkRecord<Session>;

/**
 * Where in its conversation a message is heard: after what the person could see when they said it, or said themself since. A
 * repetition is heard in the same place, so that it means the same and finds done what it did.
 */
export interface Ground {
  readonly base: Talk | undefined;
  /** What came in after it, in order. */
  readonly since: readonly Talk[];
}

/** `upTo`: the newest position the person could see; absent, or long ago: all there is. */
export const groundOf = async (
  talks: TalkStore<Session>,
  latest: Talk | undefined,
  upTo: number | undefined,
): Promise<Ground> => {
  if (!latest || upTo === undefined || upTo >= latest.seq || latest.seq - upTo >= REMEMBERED)
    return { base: latest, since: [] };
  const { conversation } = latest;
  const [base, ...since] = await between(talks, conversation, upTo, latest.seq);
  return base?.seq === upTo ? after({ base, since: [] }, since) : { base: latest, since: [] };
};

/** The ground moves up to the last thing the person said. */
export const after = ({ base, since }: Ground, newer: readonly Talk[]): Ground => {
  const all = [...since, ...newer];
  const spoken = all.findLastIndex(({ said }) => said.kind !== 'notice');
  return spoken < 0 ? { base, since: all } : { base: all[spoken], since: all.slice(spoken + 1) };
};

/** The records that took the place of one that could not be written, and those after them. */
export const recordsFrom = async (
  talks: TalkStore<Session>,
  { conversation, seq }: TalkRecord,
): Promise<readonly Talk[]> => {
  const newest = await talks.latest(conversation);
  return newest ? between(talks, conversation, seq, newest.seq) : [];
};

/** Records from one position to another, both with them, as they are now. */
const between = async (
  talks: TalkStore<Session>,
  conversation: string,
  first: number,
  last: number,
): Promise<readonly Talk[]> => {
  const count = Math.max(0, last - first + 1);
  const records = await Promise.all(
    Array.from({ length: count }, (_, i) => talks.at(conversation, first + i)),
  );
  return records.filter((record) => record !== undefined);
};
