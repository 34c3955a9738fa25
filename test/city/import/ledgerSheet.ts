import { type Workplace, workbook } from './workplace.ts';

/** What a ledger of the small city looks like in a spreadsheet. */
export const HEADER = ['区域编码', '岗位', '姓名', '电话', '上级', '起', '止'];
export const LEADER = ['990101', '负责人', '王秀英', '13800010001', '', '2025-01-01', ''];
export const GRID = '990101001001001';

/** Imports a ledger beside the small city, and reads what was written. */
export const importLedgerFile =
  (each: () => Workplace) =>
  async (name: string, content: string | Uint8Array, ...args: string[]) => {
    const place = each();
    const file = await place.put(name, content);
    const result = await place.run([
      '--to',
      place.path('new'),
      '--city',
      place.path('small'),
      '--ledger',
      file,
      ...args,
    ]);
    const text = await place.text('new/ledger.csv').catch(() => undefined);
    return { ...result, rows: text?.trim().split('\n').slice(1) };
  };
/** As a workbook, with the leader first. */
export const sheet = (...rows: (readonly unknown[])[]) => workbook({ 台账: [HEADER, LEADER, ...rows] });
/** The same as CSV. */
export const csv = (...rows: (readonly string[])[]) =>
  [HEADER, LEADER, ...rows].map((row) => row.join(',')).join('\r\n');
/** The row of a supervisor, with some cells other. */
export const keeper = (over: Readonly<Record<number, unknown>> = {}): unknown[] =>
  [GRID, '网格员', '李建国', '13800010002', '王秀英', '2025-01-01', ''].map((cell, i) => over[i] ?? cell);
/** That row in the city folder. */
export const KEEPER = `${GRID},supervisor,,S001,李建国,13800010002,web,,L001,2025-01-01,`;
