import type { City, Level } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import type { Damaged } from '../parts/Damaged.ts';
import { LEVELS } from '../schema/settingsSchema.ts';

/** A city as far as it could be read. Checks say what they can of what is there, and nothing of what is not. */
export interface Draft {
  /** A part is absent when it could not be read at all. */
  readonly city: Partial<City>;
  /** Entries of which some fields could be read: those are checked, too. Their places follow those of the city's entries. */
  readonly damaged?: DamagedEntries;
  /** Codes of entries that are there but are faulty themselves: naming one of them is no fault. */
  readonly unreadable: ReadonlySet<string>;
  /** Parts of which some entry is faulty: nothing is said about what is missing in them. */
  readonly partial: ReadonlySet<keyof City>;
  /** The day for which posts must be held. */
  readonly today: string;
}

type Entries = Pick<
  City,
  'areas' | 'places' | 'groups' | 'services' | 'units' | 'routes' | 'ledger' | 'calendar'
>;
type Entry<P extends keyof Entries> = Entries[P][number];
type DamagedEntries = { readonly [P in keyof Entries]?: readonly Damaged<Entry<P>>[] };

const NOTHING: ReadonlySet<string> = new Set();

/** Every entry of a part by its place, as far as it could be read: for what is to be said of an entry by itself. */
export const entriesOf = <P extends keyof Entries>(draft: Draft, part: P): readonly Damaged<Entry<P>>[] => [
  ...(draft.city[part] ?? []).map((sound): Damaged<Entry<P>> => ({ sound, bad: NOTHING })),
  ...(draft.damaged?.[part] ?? []),
];

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

/** Entries whose key was used before, with their index and that of the first. Those without a key are left out. */
export const repeated = <T>(
  entries: readonly T[],
  key: (entry: T) => string | undefined,
): readonly (readonly [index: number, entry: T, first: number])[] => {
  const seen = new Map<string, number>();
  const found: [number, T, number][] = [];
  for (const [i, entry] of entries.entries()) {
    const text = key(entry);
    if (text === undefined) continue;
    const first = seen.get(text);
    if (first === undefined) seen.set(text, i);
    else found.push([i, entry, first]);
  }
  return found;
};
