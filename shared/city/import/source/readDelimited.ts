import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { Tell } from '../Trouble.ts';
import { decodeText } from './decodeText.ts';
import { type Cell, EMPTY, type Sheet } from './Sheet.ts';

const SEPARATORS = [',', '\t', ';', '；', '|'];

/** A CSV file in whatever encoding and with whatever separator a spreadsheet wrote it. Undefined when it is none; that is told. */
export const readDelimited = (file: string, bytes: Uint8Array, tell: Tell): Sheet | undefined => {
  const stop = (at: string, what: string, remedy: string): undefined =>
    void tell({ kind: 'stop', file, at, what, remedy });
  const decoded = decodeText(bytes);
  if (!decoded) return stop('', '不是文字表格', '在表格软件里另存为 .xlsx 或“CSV UTF-8”');
  if (decoded.encoding !== 'UTF-8')
    tell({
      kind: 'note',
      file,
      at: '',
      what: `文件是 ${decoded.encoding} 编码，已照此读`,
      remedy: '看看汉字对不对',
    });
  const { separator, text } = separatorOf(decoded.text);
  try {
    const options = { info: true, relax_column_count: true, delimiter: separator };
    // With `info` every record comes with its position, which the library's types leave out.
    const parsed = parse(text, options) as unknown as readonly { info: Info; record: string[] }[];
    // The parser counts to the record's last line: a quoted cell may have begun it earlier.
    const lines = parsed.map(({ info, record }) => info.lines - record.join('').split('\n').length + 1);
    const rows = parsed.map(({ record }) => record.map(cellOf));
    const at = (row: number): string => `:${lines[row] ?? 1}`;
    for (const [row, cells] of rows.entries())
      if (cells.some((cell) => cell.text.startsWith('=')))
        tell({ kind: 'note', file, at: at(row), what: '公式没有执行，按文字收下', remedy: '改成内容本身' });
    return { name: '', rows, at };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? Math.max(1, error.lines) : 1;
    return stop(
      `:${line}`,
      '双引号不成对，后面的内容读不出来',
      '内容里的双引号要写两遍，并把整格用双引号括起来',
    );
  }
};

/** `="06010"` is how people keep a spreadsheet from eating the zero. */
const cellOf = (raw: string): Cell => {
  const text = (/^="([^"]*)"$/u.exec(raw.trim())?.[1] ?? raw).trim();
  return text === '' ? EMPTY : { text };
};

/** The separator that stands most often in the first lines; a first line `sep=;` says it. The line stays, so that lines are counted right. */
const separatorOf = (text: string): { readonly separator: string; readonly text: string } => {
  const said = /^"?sep=(.)"?\r?\n/u.exec(text);
  if (said?.[1]) return { separator: said[1], text: text.replace(said[0], '\n') };
  const head = text
    .split(/\r?\n/u, 5)
    .join('\n')
    .replace(/"[^"]*"/gu, '');
  const counted = SEPARATORS.map((separator) => ({ separator, count: head.split(separator).length }));
  return {
    separator: counted.reduce((best, next) => (next.count > best.count ? next : best)).separator,
    text,
  };
};
