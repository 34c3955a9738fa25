import { CsvError, type Info, parse } from 'csv-parse/sync';
import { nearest } from '../schema/nearest.ts';
import { columnMeant } from './columnMeant.ts';
import { openQuoteLine } from './openQuoteLine.ts';
import { otherSeparator } from './otherSeparator.ts';
import type { Reading, SyntaxFault } from './Source.ts';

/** Cells by column; an empty cell is absent. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** It has more or fewer cells than the header: what stands where is a guess. */
  readonly torn?: true;
}

/** RFC 4180 with a header. The columns may stand in any order; none may be missing and none may be added. */
export const readCsv = (text: string, columns: readonly string[]): Reading<readonly CsvRow[]> => {
  const separator = otherSeparator(text);
  if (separator) return { faults: [separator] };
  const table = readTable(text);
  if (!table.read) return table;
  const [header, ...rows] = table.read;
  if (!header) return { faults: [{ line: 1, what: '文件是空的', remedy: `第一行写 ${columns.join(',')}` }] };
  const { faults, missing } = checkHeader(header, columns);
  if (missing) return { faults };
  const read: CsvRow[] = [];
  for (const { line, record } of rows) {
    const cells = cellsOf(header.record, record);
    if (record.length === header.record.length) read.push({ line, cells });
    else {
      faults.push(wrongCount(line, record.length, header.record.length));
      read.push({ line, cells, torn: true });
    }
  }
  return { read, faults };
};

interface Line {
  readonly line: number;
  readonly record: readonly string[];
}

const readTable = (text: string): Reading<readonly Line[]> => {
  let good = 0;
  try {
    const options = {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: string[], { lines }: Info) => {
        good = lines;
        return record;
      },
    };
    // With `info` every record comes with its position, which the library's types leave out.
    const parsed = parse(text, options) as unknown as readonly { info: Info; record: string[] }[];
    const rows = parsed.map(({ info, record }) => ({
      // The parser counts to the record's last line: a quoted cell may have begun it earlier.
      line: info.lines - record.join('').split('\n').length + 1,
      record: record.map((cell) => cell.trim()),
    }));
    return { read: rows.filter(({ record }) => record.some((cell) => cell !== '')), faults: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const last = typeof error.lines === 'number' ? error.lines : 1;
    const line = openQuoteLine(text, good + 1, Math.max(1, last));
    const what = '表格里的双引号不成对';
    return {
      faults: [{ line, what, remedy: '内容里的双引号要写两遍，并把整格用双引号括起来' }],
    };
  }
};

const checkHeader = (
  header: Line,
  columns: readonly string[],
): { readonly faults: SyntaxFault[]; readonly missing: boolean } => {
  const names = header.record;
  const faults: SyntaxFault[] = [];
  const say = (what: string, remedy: string) => faults.push({ line: header.line, what, remedy });
  const absent = columns.filter((name) => !names.includes(name));
  const meant = new Set<string>();
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) < i) say(`列“${name}”写了两次`, '只留一列');
    else if (!columns.includes(name)) {
      const said = unknownColumn(name, i, absent);
      if (said.meant) meant.add(said.meant);
      say(said.what, said.remedy);
    }
  }
  const missing = absent.filter((name) => !meant.has(name));
  if (missing.length > 0) say(`缺少列 ${missing.join('、')}`, `第一行应为 ${columns.join(',')}`);
  return { faults, missing: absent.length > 0 };
};

const unknownColumn = (name: string, i: number, absent: readonly string[]) => {
  const what = name ? `不认识的列“${name}”` : `第 ${i + 1} 列没有列名`;
  const renamed = columnMeant(name, absent);
  if (renamed) return { what, remedy: `改名为 ${renamed}`, meant: renamed };
  const close = nearest(name, absent);
  return close ? { what, remedy: `是不是“${close}”？`, meant: close } : { what, remedy: '删去这一列' };
};

const wrongCount = (line: number, found: number, expected: number): SyntaxFault => ({
  line,
  what: `这一行有 ${found} 格，表头有 ${expected} 格`,
  remedy: '补上或删去多余的逗号；内容里有逗号时，整格用双引号括起来',
  field: '',
});

const cellsOf = (header: readonly string[], record: readonly string[]): Record<string, string> =>
  Object.fromEntries(header.flatMap((name, i) => (record[i] ? [[name, record[i]]] : [])));
