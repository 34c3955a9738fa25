import type { z } from 'zod';
import { readCsv } from '../source/readCsv.ts';
import { nothingRead, type Part, takeItems } from './Part.ts';

type Cells = Readonly<Record<string, string>>;

/** Entries of a CSV file. `shape` turns cells into what the schema expects; a cell that is empty is absent. */
export const readRows = <T>(
  file: string,
  text: string,
  columns: readonly string[],
  { schema, shape }: { readonly schema: z.ZodType<T>; readonly shape: (cells: Cells) => unknown },
): Part<T> => {
  const table = readCsv(text, columns);
  const faults = table.faults.map((fault) => ({ file, ...fault }));
  if (!table.read) return nothingRead(file, faults);
  const raws = table.read.map((row) => ({
    file,
    value: row.torn ? row.cells : shape(row.cells),
    lineOf: () => row.line,
    ...(row.torn ? { torn: row.torn } : {}),
  }));
  return takeItems(file, raws, schema, faults);
};
