import type { Case } from '../../shared/domain/case/Case.ts';
import type { CaseEvent, Entry } from '../../shared/domain/case/CaseEvent.ts';
import { reportersOf } from '../../shared/domain/case/isReporter.ts';
import { react } from '../../shared/domain/case/react/react.ts';
import type { Telling } from '../../shared/domain/case/react/Telling.ts';
import { must } from './Violation.ts';

interface Told {
  /** Up to and with the entry. */
  readonly history: readonly Entry[];
  readonly before: Case | undefined;
  readonly after: Case;
  /** Who heard which kinds of messages of it: `web:S1 unitTask`. */
  readonly heard: readonly string[];
}

/** What must have been heard of the last entry of a history once everything was delivered. */
export const mustBeHeard = ({ history, before, after, heard }: Told): void => {
  const entry = history.at(-1);
  if (!entry) return;
  const facts = (): unknown => ({ entry, heard });
  for (const step of stepsIn(entry.events))
    must(isHeard(step, heard), 'every step of the ladder is told', facts);
  for (const telling of react(entry, after, history)) mustReach(telling, after, { heard, facts });
  const moved = entry.events.findLast((event) => event.type === 'moved');
  if (!moved) return;
  const isTurn = !moved.owner.startsWith('resident@') && moved.owner !== before?.owner;
  must(!isTurn || heard.some((one) => !one.startsWith('web:r-')), 'whose turn it is hears of it', facts);
  if (moved.to === before?.stage || !TOLD_RESIDENTS.has(moved.to) || after.patrol) return;
  for (const reporter of reportersOf(after)) {
    const isTold = heard.some((one) => one.startsWith(`${reporter} `));
    must(isTold, 'everybody who reported it hears what becomes of it', facts);
  }
};

const isHeard = (kind: string, heard: readonly string[]): boolean =>
  heard.some((one) => one.endsWith(` ${kind}`));

/** A resident each, a post by somebody who answers there. */
const mustReach = (
  { to, kind }: Telling,
  after: Case,
  { heard, facts }: { readonly heard: readonly string[]; readonly facts: () => unknown },
): void => {
  const residents =
    to.who === 'reporters' ? reportersOf(after) : to.who === 'residents' ? to.conversations : [];
  for (const resident of residents)
    must(heard.includes(`${resident} ${kind}`), 'nobody who reported it misses a message', facts);
  const isForStaff = to.who === 'post' && !to.owner.startsWith('resident@') && after.about === undefined;
  must(!isForStaff || isHeard(kind, heard), 'no post misses a message', facts);
};

const TOLD_RESIDENTS: ReadonlySet<string> = new Set(['waiting', 'rating', 'declined', 'suspended', 'merged']);

/** Steps of work that is late; what lapsed in the same entry is told by what follows from it. */
const stepsIn = (events: readonly CaseEvent[]): readonly string[] =>
  events.flatMap((event, i) => {
    if (event.type !== 'rang' || event.step === 'lapse' || event.step === 'remind') return [];
    const isOver = events.slice(i).some((one) => one.type === 'rang' && one.step === 'lapse');
    return isOver ? [] : [event.step];
  });
