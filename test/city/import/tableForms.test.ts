import { utils } from '@e965/xlsx';
import { csv, GRID, HEADER, importLedgerFile, KEEPER, keeper, LEADER, sheet } from './ledgerSheet.ts';
import { eachWorkplace, gbk, workbook } from './workplace.ts';

const place = eachWorkplace();

const ledger = importLedgerFile(place);

describe('a table in any clothes', () => {
  const text = csv(keeper() as string[]);
  const wide = (value: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${value}`, 'utf16le'));
  test.each<[string, string | Uint8Array]>([
    ['UTF-8', text],
    ['UTF-8 with a byte order mark', `\uFEFF${text}`],
    ['GBK', gbk(text)],
    ['UTF-16', wide(text)],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(text, 'utf16le'))],
    ['tabs', text.replaceAll(',', '\t')],
    ['UTF-16 with tabs, as spreadsheets save “Unicode text”', wide(text.replaceAll(',', '\t'))],
    ['semicolons', text.replaceAll(',', ';')],
    ['a separator that it says', `sep=|\r\n${text.replaceAll(',', '|')}`],
    ['quotes', text.replaceAll('李建国', '"李建国"')],
    ['a new workbook', sheet(keeper())],
    ['an old workbook', workbook({ 台账: [HEADER, LEADER, keeper()] }, undefined, 'biff8')],
  ])('is read: %s', async (_name, content) => {
    const { rows, said } = await ledger('台账.csv', content);
    expect([rows, said]).toEqual([
      expect.arrayContaining([KEEPER]),
      expect.stringContaining('读到 2，用了 2'),
    ]);
  });

  test('tells when it is not UTF-8', async () => {
    expect((await ledger('a.csv', gbk(text))).out).toContain(
      'a.csv: 注意：文件是 GBK 编码，已照此读。看看汉字对不对。',
    );
  });

  test.each([
    ['merged over all columns', 'A1:H1'],
    ['in its first cell', undefined],
  ])(
    'with a title %s has the columns of the row below, and no title in their names',
    async (_name, merged) => {
      const rows = [['一街道网格员台账'], [...HEADER, '备注'], [...LEADER, ''], [...keeper(), '好']];
      const titled = workbook({ 台账: rows }, (one) => {
        if (merged !== undefined) one['!merges'] = [utils.decode_range(merged)];
      });
      const { code, out } = await ledger('a.xlsx', titled);
      expect([code, out[0]]).toEqual([
        1,
        'a.xlsx 台账!A2: 不认识的列：备注。用 --map 列名=含义 说明，或加 --ignore 不要这些列。',
      ]);
      expect((await ledger('b.xlsx', titled, '--map', '备注=-')).rows).toContain(KEEPER);
    },
  );

  test('with a title, a header in two rows and merged cells is read', async () => {
    const rows = [
      ['一街网格员台账'],
      ['区域编码', '岗位', '人员', '', '上级', '任期', ''],
      ['', '', '姓名', '电话', '', '起', '止'],
      LEADER,
      keeper(),
      keeper({ 0: '', 2: '张桂兰', 3: '13800010003', 5: '2026-01-01' }),
    ];
    const merges = ['A1:G1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:G2', 'A5:A6'];
    const { rows: found, said } = await ledger(
      'a.xlsx',
      workbook({ 台账: rows }, (one) => {
        one['!merges'] = merges.map((range) => {
          const [s, e] = range
            .split(':')
            .map((cell) => ({ c: cell.charCodeAt(0) - 65, r: Number(cell.slice(1)) - 1 }));
          return { s: s ?? { c: 0, r: 0 }, e: e ?? { c: 0, r: 0 } };
        });
      }),
    );
    expect(said).toContain('读到 3，用了 3');
    expect(found?.[2]).toBe(`${GRID},supervisor,,S002,张桂兰,13800010003,web,,L001,2026-01-01,`);
  });
});
