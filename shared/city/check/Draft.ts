import type { City, Level } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { LEVELS } from '../schema/settingsSchema.ts';

/** A city as far as it could be read. Checks say what they can of what is there, and nothing of what is not. */
export interface Draft {
  /** A part is absent when it could not be read at all. */
  readonly city: Partial<City>;
  /** Codes of entries that are there but are faulty themselves: naming one of them is no fault. */
  readonly unreadable: ReadonlySet<string>;
  /** Parts of which some entry is faulty: nothing is said about what is missing in them. */
  readonly partial: ReadonlySet<keyof City>;
  /** The day for which posts must be held. */
  readonly today: string;
}

export type Check = (draft: Draft) => readonly Finding[];

/** Is this a code of that part? Yes as long as that cannot be told. */
export const knows = (
  draft: Draft,
  part: 'areas' | 'groups' | 'services' | 'units',
  code: string,
): boolean => {
  const entries = draft.city[part];
  if (entries === undefined || draft.unreadable.has(code)) return true;
  return codesOf(entries).has(code);
};

const indexes = new WeakMap<readonly { readonly code: string }[], ReadonlySet<string>>();

const codesOf = (entries: readonly { readonly code: string }[]): ReadonlySet<string> => {
  const known = indexes.get(entries) ?? new Set(entries.map(({ code }) => code));
  indexes.set(entries, known);
  return known;
};

/** The city's levels, if they can be relied on. */
export const levelsOf = ({ city }: Draft): readonly Level[] | undefined =>
  city.levels?.every(
    (level, i, all) => i === 0 || LEVELS.indexOf(level) > LEVELS.indexOf(all[i - 1] ?? level),
  )
    ? city.levels
    : undefined;

/** The levels of leaves: a city that has cells has them in some grids only. */
export const finestOf = (levels: readonly Level[] | undefined): readonly Level[] | undefined =>
  levels?.at(-1) === 'cell' ? levels.slice(-2) : levels?.slice(-1);

/** Entries whose key was used before, with their index and that of the first. */
export const repeated = <T>(
  entries: readonly T[],
  key: (entry: T) => string,
): readonly (readonly [index: number, entry: T, first: number])[] => {
  const seen = new Map<string, number>();
  const found: [number, T, number][] = [];
  for (const [i, entry] of entries.entries()) {
    const text = key(entry);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, i);
    else found.push([i, entry, first]);
  }
  return found;
};
