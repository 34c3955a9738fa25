import type { LeaveNotice } from '../contracts/notice.ts';
import type { Turn } from '../contracts/turn.ts';
import { shortId } from '../domain/case/chain.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import type { LeaveNews } from '../domain/ledger/changedLeaves.ts';
import type { InForce } from '../domain/ledger/changedPosts.ts';
import { knowStandIns } from '../domain/ledger/knowStandIns.ts';
import type { Instant } from '../domain/time/Instant.ts';
import { addressOf } from './addressOf.ts';
import type { StaffingLine } from './cityPorts.ts';
import { turnOf } from './turnOf.ts';

interface Telling {
  readonly before: InForce;
  readonly after: InForce;
  /** When it is sent. */
  readonly now: Knowledge;
  /** The newest changes of the staffing. */
  readonly lines: readonly StaffingLine[];
  /** Names the change of which it is part. */
  readonly change: string;
  readonly at: Instant;
}

/** Who stands in is told of a leave, and of its end; whoever is away as well, unless they asked for it themselves. */
export const tellLeave = ({ kind, leave }: LeaveNews, telling: Telling): readonly Turn[] => {
  const { before, after, now, lines, change, at } = telling;
  const { know } = kind === 'filed' ? after : before;
  const { person, from, to } = leave;
  const { people } = knowStandIns(person, leave, { rows: know.city.ledger, leaves: know.staffing.leaves });
  const nameOf = (one: string): string => know.nameOf(one) ?? one;
  const asked = lines.find(
    (line) => line.person === person && (line.kind === 'leave' || line.kind === 'return'),
  );
  const notice = (side: LeaveNotice['side']): LeaveNotice => ({
    // Two leaves of one person may be seen at the same time.
    id: `leave#${change}#${shortId([person, kind, from, to ?? ''].join(' '))}`,
    kind: 'leave',
    at,
    side,
    what: kind,
    name: nameOf(person),
    from,
    ...(to === undefined ? {} : { to }),
    people: people.slice(0, 20).map(nameOf),
  });
  const told = [
    ...(asked?.by === person ? [] : [{ person, side: 'away' as const }]),
    ...people.map((standIn) => ({ person: standIn, side: 'standsIn' as const })),
  ];
  return told.flatMap(({ person: one, side }) => {
    const conversation = addressOf(one, now, [after.know, before.know]);
    return conversation === undefined
      ? []
      : [turnOf({ conversation, notice: notice(side), correlation: change })];
  });
};
