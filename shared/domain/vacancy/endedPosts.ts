import type { LedgerRow } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import type { DateText } from '../time/Instant.ts';
import { daysHeld, EVERY_DAY, firstDayOff } from './daysHeld.ts';
import type { Vacancy } from './Vacancy.ts';

/** Posts whose work nobody else does: only the ledger tells that they are there. */
const NAMED: readonly LedgerRow['role'][] = ['leader', 'expert', 'auditor', 'operator'];

interface Post extends Pick<LedgerRow, 'role' | 'area'> {
  readonly unit: string | undefined;
  /** Days on which somebody is in it, as bits. */
  readonly held: number;
  /** Days since the first that anybody ever was: before that it was not there to be filled. */
  readonly since: number;
}

/** A city without any leader, and every post that the ledger names somebody in and that nobody holds after them. */
export const endedPosts = (know: Knowledge, today: DateText): readonly Vacancy[] => {
  const days = daysHeld(today);
  const root = know.city.areas.find(({ parent }) => parent === undefined)?.code ?? '';
  const posts = new Map<string, Post>();
  let led = 0;
  for (const row of know.city.ledger) {
    if (!NAMED.includes(row.role)) continue;
    const { role, area, unit, from } = row;
    const key = `${role}|${area}|${unit ?? ''}`;
    const { held, since } = posts.get(key) ?? { held: 0, since: 0 };
    posts.set(key, { role, area, unit, held: held | days(row), since: since | days({ from }) });
    if (role === 'leader' && area === root) led |= days(row);
  }
  const leaderless = firstDayOff(led, today);
  const ended = [...posts.values()].flatMap(({ role, area, unit, held, since }): readonly Vacancy[] => {
    const from = firstDayOff(held | (EVERY_DAY & ~since), today);
    // The city has no leader at all: that is said already.
    if (from === undefined || (from === leaderless && role === 'leader' && area === root)) return [];
    return [{ kind: 'ended', area, from, role, ...(unit === undefined ? {} : { unit }) }];
  });
  return leaderless === undefined ? ended : [{ kind: 'leader', area: root, from: leaderless }, ...ended];
};
