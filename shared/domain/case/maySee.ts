import type { Role } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import { dateText, dayOf, type Instant } from '../time/Instant.ts';
import { answersFor } from './answersFor.ts';
import type { Case } from './Case.ts';
import { isReporter } from './isReporter.ts';

/** Posts that see every case of their area; a handler sees the tasks of the own unit only. */
const AREA_ROLES: readonly Role[] = ['supervisor', 'dispatcher', 'leader', 'operator', 'auditor'];

/** Whether a person (staff id, or a resident's conversation) may look at a case. Nobody of a unit sees what it is accused of. */
export const maySee = (person: string, state: Case, now: Instant, ledger: Knowledge): boolean => {
  if (isReporter(person, state)) return true;
  if (isAccused(person, state, now, ledger)) return false;
  const posts = ledger.posts(person, dateText(dayOf(now)));
  if (answersFor(person, state, now, ledger)) return true;
  const above = new Set(ledger.lineage(state.leaf).map((area) => area.code));
  const units = new Set(state.tasks.map((task) => task.unit));
  return posts.some((post) => {
    if (!above.has(post.area)) return false;
    return AREA_ROLES.includes(post.role) ? ownArea(post.unit, units, post.role) : units.has(post.unit ?? '');
  });
};

/** 举报: of the unit that is complained about, in whatever post. They neither see it nor act on it, nor are they told. */
export const isAccused = (
  person: string,
  { about }: Pick<Case, 'about'>,
  now: Instant,
  ledger: Knowledge,
): boolean =>
  about !== undefined && ledger.posts(person, dateText(dayOf(now))).some(({ unit }) => unit === about);

/** A leader of a unit sees that unit's cases; a leader of an area (no unit) sees them all. */
const ownArea = (unit: string | undefined, units: ReadonlySet<string>, role: Role): boolean =>
  role !== 'leader' || unit === undefined || units.has(unit);

/** The same for whoever speaks in a conversation: staff see by their posts, and everybody what they reported themselves. */
export const mayLook = (conversation: string, state: Case, now: Instant, ledger: Knowledge): boolean =>
  isReporter(conversation, state) ||
  maySee(ledger.personOf(conversation) ?? conversation, state, now, ledger);
