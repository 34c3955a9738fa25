import type { z } from 'zod';
import { type Fault, fieldAt } from '../Fault.ts';
import { explainIssues } from '../schema/explainIssue.ts';
import { keysAt } from '../schema/keysAt.ts';
import type { Path } from '../source/Source.ts';
import { type Damaged, soundPart, textsOf } from './Damaged.ts';

/** What was read of one kind of thing: the good entries, what is wrong with the others, and where each stands. */
export interface Part<T> {
  /** Absent when nothing could be read at all. */
  readonly items?: readonly T[];
  /** Entries with a fault in some fields: what could be read of them. Their places follow those of `items`. */
  readonly damaged: readonly Damaged<T>[];
  readonly faults: readonly Fault[];
  /** Texts of entries that could not be read, one of which may be their code: nobody is blamed for naming it. */
  readonly unreadable: readonly string[];
  /** Where an element of `items` or of `damaged` stands; the path begins with its index. */
  readonly locate: (path: Path) => { readonly file: string; readonly line: number };
}

/** A part of which nothing could be read. */
export const nothingRead = (file: string, faults: readonly Fault[]): Part<never> => ({
  damaged: [],
  faults,
  unreadable: [],
  locate: () => ({ file, line: 1 }),
});

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
  const damaged: Damaged<T>[] = [];
  // Where each stands, not what it was: raw features and read ones would fill the memory twice.
  const kept: Pick<RawItem, 'file' | 'lineOf'>[] = [];
  const hurt: Pick<RawItem, 'file' | 'lineOf'>[] = [];
  const faults = [...before];
  const unreadable: string[] = [];
  for (const raw of raws) {
    const result = raw.torn ? undefined : schema.safeParse(raw.value, { reportInput: true });
    if (result?.success) {
      items.push(result.data);
      kept.push({ file: raw.file, lineOf: raw.lineOf });
    } else {
      const part = result ? soundPart<T>(raw.value, result.error) : undefined;
      if (result) faults.push(...explain(raw, result.error, schema));
      if (part) {
        damaged.push(part);
        hurt.push({ file: raw.file, lineOf: raw.lineOf });
      }
      unreadable.push(...textsOf(raw.value, part));
    }
  }
  const locate = ([index, ...path]: Path) => {
    const raw = typeof index === 'number' ? (kept[index] ?? hurt[index - kept.length]) : undefined;
    return raw ? { file: raw.file, line: raw.lineOf(path) } : { file, line: 1 };
  };
  return { items, damaged, faults, unreadable, locate };
};

const explain = (raw: RawItem, error: z.ZodError, schema: unknown): readonly Fault[] =>
  explainIssues(error.issues, (path) => keysAt(schema, path)).map(({ path, what, remedy }) => ({
    file: raw.file,
    line: raw.lineOf(path),
    what,
    remedy,
    field: fieldAt(path),
  }));
