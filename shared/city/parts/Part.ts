import type { z } from 'zod';
import type { Fault } from '../Fault.ts';
import { explainIssues } from '../schema/explainIssue.ts';
import { keysAt } from '../schema/keysAt.ts';
import type { Path } from '../source/Source.ts';

/** What was read of one kind of thing: the good entries, what is wrong with the others, and where each stands. */
export interface Part<T> {
  /** Absent when nothing could be read at all. */
  readonly items?: readonly T[];
  readonly faults: readonly Fault[];
  /** Texts of entries that could not be read: nobody is blamed for naming one of them. */
  readonly unreadable: readonly string[];
  /** Where an element of `items` stands; the path begins with its index. */
  readonly locate: (path: Path) => { readonly file: string; readonly line: number };
}

/** An entry before it is known to be one. */
export interface RawItem {
  readonly file: string;
  readonly value: unknown;
  readonly lineOf: (path: Path) => number;
  /** Known to be damaged: it is not looked at further. */
  readonly torn?: true;
}

/** Checks entries one by one, so that a bad one does not hide the others. */
export const takeItems = <T>(
  file: string,
  raws: readonly RawItem[],
  schema: z.ZodType<T>,
  before: readonly Fault[] = [],
): Part<T> => {
  const items: T[] = [];
  // Where each stands, not what it was: raw features and read ones would fill the memory twice.
  const kept: Pick<RawItem, 'file' | 'lineOf'>[] = [];
  const faults = [...before];
  const unreadable: string[] = [];
  for (const raw of raws) {
    const result = raw.torn ? undefined : schema.safeParse(raw.value, { reportInput: true });
    if (result?.success) {
      items.push(result.data);
      kept.push({ file: raw.file, lineOf: raw.lineOf });
    } else {
      faults.push(...(result ? explain(raw, result.error, schema) : []));
      unreadable.push(...textsIn(raw.value));
    }
  }
  const locate = ([index, ...path]: Path) => {
    const raw = typeof index === 'number' ? kept[index] : undefined;
    return raw ? { file: raw.file, line: raw.lineOf(path) } : { file, line: 1 };
  };
  return { items, faults, unreadable, locate };
};

const explain = (raw: RawItem, error: z.ZodError, schema: unknown): readonly Fault[] =>
  explainIssues(error.issues, (path) => keysAt(schema, path)).map(({ path, what, remedy }) => ({
    file: raw.file,
    line: raw.lineOf(path),
    what,
    remedy,
  }));

/** Every short text directly in an entry, or in the properties of a feature: its code, its area, its person … */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner: unknown = 'properties' in value ? value.properties : value;
  return Object.values(inner ?? {}).flatMap((part) => {
    if (typeof part === 'string') return [part];
    // A code written without quotes has become a number and lost its zeros.
    return typeof part === 'number' ? [2, 5].map((digits) => String(part).padStart(digits, '0')) : [];
  });
};
