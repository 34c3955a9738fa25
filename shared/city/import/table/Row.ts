import { type Cell, EMPTY } from '../source/Sheet.ts';
import type { Tell } from '../Trouble.ts';
import { toCode } from './toCode.ts';
import { toDate } from './toDate.ts';

interface Given {
  readonly file: string;
  readonly cells: readonly Cell[];
  readonly columns: ReadonlyMap<string, number>;
  /** How many columns the header has. */
  readonly width: number;
  readonly fill: ReadonlyMap<string, string>;
  readonly tell: Tell;
  readonly at: (column?: number) => string;
}

/** One row of a table, read by what its columns mean. What cannot be read is told, and the row is then not `sound`. */
export class Row {
  /** False once something in it could not be read: the row is left out. */
  sound = true;
  private readonly given: Given;

  constructor(given: Given) {
    this.given = given;
    if (given.cells.slice(given.width).some(({ text }) => text !== ''))
      this.skip('', '这一行的格子比表头多，对不上', '看看是不是少了引号，或多了逗号');
  }

  has(key: string): boolean {
    return this.given.columns.has(key);
  }

  /** One line of text without blanks at its ends; '' when there is none. */
  text(key: string): string {
    return this.cell(key).text.replace(/\s+/gu, ' ').trim();
  }

  /** A code with all its digits. */
  code(key: string): string {
    const read = toCode(this.cell(key));
    if (read.note) this.note(key, read.note, '看看对不对；把这一列设为“文本”再填就不会变');
    if (read.fault) this.skip(key, read.fault, '把这一列设为“文本”，照原始资料重填');
    return read.code;
  }

  /** `2026-01-31`; '' when there is none, or, for an end, when it says that there is no end. */
  date(key: string): string {
    const read = toDate(this.cell(key));
    if (read.fault) this.skip(key, read.fault, '写成 2026-01-31');
    return read.date;
  }

  skip(key: string, what: string, remedy: string): void {
    this.sound = false;
    this.say('skip', key, what, remedy);
  }

  note(key: string, what: string, remedy: string): void {
    this.say('note', key, what, remedy);
  }

  private cell(key: string): Cell {
    const { columns, cells, fill } = this.given;
    const cell = cells[columns.get(key) ?? -1] ?? EMPTY;
    if (cell.error) this.skip(key, `内容是表格软件的错误值 ${cell.text}`, '在表格软件里改正它');
    return cell.text === '' ? { text: fill.get(key) ?? '' } : cell;
  }

  private say(kind: 'skip' | 'note', key: string, what: string, remedy: string): void {
    const { file, at, columns, tell } = this.given;
    tell({ kind, file, at: at(columns.get(key)), what, remedy });
  }
}
