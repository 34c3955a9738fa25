import type { Sheet } from '../source/Sheet.ts';
import { EMPTY } from '../source/Sheet.ts';
import type { Tell } from '../Trouble.ts';
import { COLUMNS, type TableName } from './columns.ts';
import { findHeader, type Header } from './findHeader.ts';
import { mappingOf, UNUSED } from './Mapping.ts';
import { Row } from './Row.ts';

/** How a person wants a table read. */
export interface TableWishes {
  /** `--sheet`. */
  readonly sheet?: string;
  /** `--map`: names of columns and what they mean. */
  readonly map: ReadonlyMap<string, string>;
  /** `--fill`: what stands where a cell is empty or a column is missing, by key. */
  readonly fill: ReadonlyMap<string, string>;
  /** `--ignore`: columns nobody knows are left out. */
  readonly ignore: boolean;
}

interface Found {
  readonly sheet: Sheet;
  readonly header: Header;
}

/** The rows of one table out of the sheets of one file. Empty, and told, when they cannot be understood. */
export const readTable = (
  { file, sheets }: { readonly file: string; readonly sheets: readonly Sheet[] },
  table: TableName,
  wishes: TableWishes,
  tell: Tell,
): readonly Row[] => {
  const stop = (what: string, remedy: string, at = ''): readonly Row[] => {
    tell({ kind: 'stop', file, at, what, remedy });
    return [];
  };
  if (sheets.length === 0) return [];
  const { names, needed } = COLUMNS[table];
  const mapping = mappingOf(names, wishes.map);
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some(({ text }) => text !== '')));
  if (filled.length === 0) return stop('里面没有内容', '看看是不是给错了文件');
  const wanted = wishes.sheet === undefined ? filled : filled.filter(({ name }) => name === wishes.sheet);
  const listed = filled.map(({ name }) => name).join('、');
  if (wanted.length === 0) return stop(`没有叫“${wishes.sheet}”的工作表`, `有 ${listed}；改正 --sheet`);
  const found = wanted.flatMap((sheet): readonly Found[] => {
    const header = findHeader(sheet, mapping);
    return header ? [{ sheet, header }] : [];
  });
  const missing = ({ header }: Found) =>
    needed.filter((group) => !group.some((key) => header.keys.includes(key) || wishes.fill.has(key)));
  const whole = found.filter((one) => missing(one).length === 0);
  const [choice] = whole.length > 0 ? whole : found;
  if (!choice)
    return stop('找不到表头', `写一行列名：${needed.map((group) => nameOf(names, group)).join('、')}`);
  if ((whole.length > 0 ? whole : found).length > 1)
    return stop(
      `有几张工作表都像：${found.map(({ sheet }) => sheet.name).join('、')}`,
      '用 --sheet 说明要哪一张',
    );
  if (wanted.length > 1)
    tell({
      kind: 'note',
      file,
      at: '',
      what: `有 ${filled.length} 张工作表，读的是“${choice.sheet.name}”`,
      remedy: '要读别的，用 --sheet 说明',
    });
  const at = choice.sheet.at(choice.header.row);
  for (const group of missing(choice)) {
    const [key = ''] = group;
    const fill = FILLABLE.has(key) ? `；整张表都一样时，用 --fill ${key}=…` : '';
    stop(`没有${nameOf(names, group)}列`, `补上这一列；列名不同时用 --map 列名=${key}${fill}`, at);
  }
  checkNames(choice, file, wishes, tell);
  return rowsOf(choice, file, wishes, tell);
};

/** What may well be the same in a whole table. */
const FILLABLE = new Set(['role', 'from', 'share']);

const nameOf = (names: Readonly<Record<string, readonly string[]>>, [key = '']: readonly string[]): string =>
  `“${names[key]?.[0] ?? key}”（${key}）`;

const checkNames = ({ sheet, header }: Found, file: string, { ignore }: TableWishes, tell: Tell): void => {
  const unknown: string[] = [];
  for (const [column, name] of header.names.entries()) {
    const key = header.keys[column];
    if (key !== undefined && key !== UNUSED && header.keys.indexOf(key) < column)
      tell({
        kind: 'stop',
        file,
        at: sheet.at(header.row, column),
        what: `“${name}”和“${header.names[header.keys.indexOf(key)]}”两列都是 ${key}`,
        remedy: '只留一列，或用 --map 把另一列改作别的',
      });
    const used = sheet.rows.slice(header.row + 1).some((row) => (row[column] ?? EMPTY).text !== '');
    if (key === undefined && used) unknown.push(name === '' ? `第 ${column + 1} 列（没有列名）` : name);
  }
  if (unknown.length === 0) return;
  const what = `不认识的列：${unknown.join('、')}`;
  const at = sheet.at(header.row);
  if (ignore) tell({ kind: 'note', file, at, what, remedy: '这些列没有用' });
  else tell({ kind: 'stop', file, at, what, remedy: '用 --map 列名=含义 说明，或加 --ignore 不要这些列' });
};

const rowsOf = (
  { sheet, header }: Found,
  file: string,
  { fill }: TableWishes,
  tell: Tell,
): readonly Row[] => {
  const columns = new Map(
    header.keys.flatMap((key, column) => (key === undefined ? [] : [[key, column] as const])),
  );
  return sheet.rows.flatMap((cells, row) =>
    row <= header.row || cells.every(({ text }) => text === '')
      ? []
      : [
          new Row({
            file,
            cells,
            columns,
            width: header.names.length,
            fill,
            tell,
            at: (column) => sheet.at(row, column),
          }),
        ],
  );
};
