import { holdsPost } from '../domain/case/answersFor.ts';
import type { Case } from '../domain/case/Case.ts';
import { isReporter } from '../domain/case/isReporter.ts';
import { maySee } from '../domain/case/maySee.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { dateText, dayOf, type Instant } from '../domain/time/Instant.ts';
import type { Speaker } from './actorOf.ts';

/**
 * As whom somebody looks at a case: who reported it; a unit that has a task in it, which sees its own part; or whoever answers for the
 * place, or decides something of it, and sees it all.
 */
export type Looker =
  | { readonly kind: 'reporter' }
  | { readonly kind: 'unit'; readonly units: readonly string[] }
  | { readonly kind: 'office' };

/** Undefined for whom the case does not exist. */
export const lookerOf = (
  { conversation, person }: Speaker,
  state: Case,
  today: { readonly now: Instant; readonly ledger: Knowledge },
): Looker | undefined => {
  const asStaff = person === undefined ? undefined : staffLooker(person, state, today);
  return asStaff ?? (isReporter(conversation, state) ? { kind: 'reporter' } : undefined);
};

const staffLooker = (
  person: string,
  state: Case,
  { now, ledger }: { readonly now: Instant; readonly ledger: Knowledge },
): Looker | undefined => {
  const foreign = { ...state, reporter: '', joined: [] };
  if (!maySee(person, foreign, now, ledger)) return undefined;
  // Whoever would see it if no unit had a part in it sees it by a post of the place.
  const owner = state.owner.startsWith('unit@') ? (`supervisor@${state.leaf}` as const) : state.owner;
  if (maySee(person, { ...foreign, owner, tasks: [] }, now, ledger)) return { kind: 'office' };
  const posts = ledger.posts(person, dateText(dayOf(now)));
  const units = state.tasks
    .map(({ unit }) => unit)
    .filter(
      (unit) =>
        posts.some((post) => post.unit === unit) ||
        holdsPost(person, `unit@${unit}`, state.leaf, { now, ledger }),
    );
  return { kind: 'unit', units: [...new Set(units)] };
};
