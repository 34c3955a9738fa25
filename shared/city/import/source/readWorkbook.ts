import { type CellObject, read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import type { Tell } from '../Trouble.ts';
import { type Cell, EMPTY, type Sheet } from './Sheet.ts';
import { unpack } from './unpack.ts';

type Trouble = { readonly what: string; readonly remedy: string };

const RESAVE = '在表格软件里打开，另存为 .xlsx 再来';
const TROUBLES = {
  locked: { what: '工作簿有打开密码', remedy: '在表格软件里去掉密码，另存一份' },
  damaged: { what: '工作簿已损坏，打不开', remedy: RESAVE },
  huge: { what: '工作簿展开后超过 400 MB', remedy: '删去多余的工作表，或拆成几个文件，或另存为 CSV' },
  html: { what: '文件名像工作簿，内容却是网页', remedy: RESAVE },
} as const satisfies Record<string, Trouble>;

/**
 * The sheets of an Excel workbook (.xlsx, .xlsm, .xlsb, .xls, .et) or an OpenDocument one that people can see. Formulas are never
 * computed: a cell is what it last showed, or the formula itself as text where it never showed anything.
 */
export const readWorkbook = (file: string, bytes: Uint8Array, tell: Tell): readonly Sheet[] => {
  const opened = open(bytes);
  if (!('SheetNames' in opened)) {
    tell({ kind: 'stop', file, at: '', ...opened });
    return [];
  }
  const hidden = new Set(opened.Workbook?.Sheets?.filter((sheet) => sheet.Hidden).map((sheet) => sheet.name));
  const shown = opened.SheetNames.filter((name) => !hidden.has(name));
  for (const name of hidden)
    tell({ kind: 'note', file, at: '', what: `隐藏的工作表“${name}”没有读`, remedy: '要用它就取消隐藏' });
  const epoch1904 = opened.Workbook?.WBProps?.date1904 === true;
  return shown.flatMap((name): readonly Sheet[] => {
    const sheet = opened.Sheets[name];
    return sheet ? [sheetOf(name, sheet, { file, tell, epoch1904 })] : [];
  });
};

/** Whether bytes are a workbook, whatever the file is called. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  isArchive(bytes) || isCompound(bytes) || isHtml(bytes);

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;
const isHtml = (bytes: Uint8Array): boolean =>
  /^\s*<(?:!doctype|html|table|meta|\?xml)/iu.test(new TextDecoder().decode(bytes.subarray(0, 200)));

const open = (bytes: Uint8Array): WorkBook | Trouble => {
  if (isHtml(bytes)) return TROUBLES.html;
  let safe = bytes;
  if (isArchive(bytes)) {
    const unpacked = unpack(bytes);
    if (!unpacked.files) return TROUBLES[unpacked.why];
    // The library gets what was unpacked here, not an archive that it might read otherwise.
    safe = zipSync(unpacked.files, { level: 0 });
  }
  try {
    const options = {
      dense: true,
      cellNF: true,
      cellFormula: true,
      cellHTML: false,
      sheetStubs: true,
    } as const;
    return read(safe, { type: 'array', ...options });
  } catch (error) {
    return /password-protected|password is incorrect/iu.test(String(error))
      ? TROUBLES.locked
      : TROUBLES.damaged;
  }
};

interface Reading {
  readonly file: string;
  readonly tell: Tell;
  readonly epoch1904: boolean;
}

const sheetOf = (name: string, sheet: WorkSheet, reading: Reading): Sheet => {
  const at = (row: number, column = 0): string => `${name}!${utils.encode_cell({ r: row, c: column })}`;
  const raw = (sheet['!data'] ?? []) as readonly (readonly (CellObject | null | undefined)[] | undefined)[];
  const rows = Array.from(raw, (cells, r) =>
    Array.from(cells ?? [], (cell, c) => cellOf(cell, { ...reading, at: at(r, c) })),
  );
  spread(rows, sheet['!merges'] ?? []);
  return { name, rows, at };
};

const cellOf = (
  cell: CellObject | null | undefined,
  { file, tell, epoch1904, at }: Reading & { readonly at: string },
): Cell => {
  if (!cell) return EMPTY;
  const said = shownIn(cell, epoch1904);
  if (cell.f === undefined) return said;
  if (said.text === '') {
    tell({
      kind: 'note',
      file,
      at,
      what: '公式没有算过，按文字收下',
      remedy: '在表格软件里改成内容，或打开保存一次',
    });
    return { text: `=${cell.f}` };
  }
  tell({
    kind: 'note',
    file,
    at,
    what: '公式没有执行，用的是表里最后显示的内容',
    remedy: '看看它是不是最新的',
  });
  return said;
};

const shownIn = ({ t, v, w, z }: CellObject, epoch1904: boolean): Cell => {
  // A formula that was never computed comes as a stub with a zero in it.
  if (t === 'z') return EMPTY;
  if (t === 'e') return { text: w ?? '#', error: true };
  if (t === 'b') return { text: v ? 'TRUE' : 'FALSE' };
  if (t !== 'n' || typeof v !== 'number')
    return v === undefined || v === null ? EMPTY : { text: String(v).trim() };
  if (typeof z === 'string' && SSF.is_date(z)) {
    const { y, m, d } = SSF.parse_date_code(v, { date1904: epoch1904 });
    const date = [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join(
      '-',
    );
    return { text: date, number: v, date };
  }
  // A format such as 00000 shows zeros in front that are not in the number.
  return { text: w && /^0\d+$/u.test(w) && Number(w) === v ? w : digitsOf(v), number: v };
};

/** All digits, without an exponent. */
const digitsOf = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : String(value);

type Range = {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
};

/** A merged cell stands in every cell that it covers. Only as far as there are rows: a range may claim a million. */
const spread = (rows: Cell[][], merges: readonly Range[]): void => {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (const { s, e } of merges) {
    const value = rows[s.r]?.[s.c] ?? EMPTY;
    for (let r = s.r; r <= Math.min(e.r, rows.length - 1); r++)
      for (let c = s.c; c <= Math.min(e.c, widest - 1); c++) {
        const row = rows[r];
        if (!row) continue;
        while (row.length < c) row.push(EMPTY);
        row[c] = value;
      }
  }
};
