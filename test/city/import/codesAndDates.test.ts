import { csv, GRID, HEADER, importLedgerFile, KEEPER, keeper, LEADER, sheet } from './ledgerSheet.ts';
import { eachWorkplace, workbook } from './workplace.ts';

const place = eachWorkplace();

const ledger = importLedgerFile(place);

describe('what a spreadsheet did to a code', () => {
  test.each<[string, unknown, string | undefined, string?]>([
    ['a number of 15 digits keeps them', Number(GRID), GRID],
    ['a number as text keeps them', ` ${GRID} `, GRID],
    ['full-width digits are digits', '９９０１０１００１００１００１', GRID],
    [
      'scientific with all digits is told and restored',
      '9.90101001001001E+14',
      GRID,
      `科学记数 9.90101001001001E+14 已还原为 ${GRID}`,
    ],
    [
      'scientific with lost digits is told and left out',
      '9.90101E+14',
      undefined,
      '跳过：编码“9.90101E+14”被表格软件改成了科学记数，丢了 9 位',
    ],
    [
      'a number of more than 15 digits is told and left out',
      99010100100100112,
      undefined,
      '超过 15 位，表格软件已把后面的位数变成 0',
    ],
    ['a decimal zero is told and dropped', `${GRID}.0`, GRID, `${GRID}.0 已读作 ${GRID}`],
    ['a name that is known is a code', '一网格', GRID],
    [
      'a name that nobody knows is told',
      '三网格',
      undefined,
      '跳过：没有叫“三网格”的区域。写区域的编码，或与区域表里一样的名称。',
    ],
    [
      'an error of the spreadsheet is told',
      { t: 'e', v: 42 },
      undefined,
      '跳过：内容是表格软件的错误值 #N/A',
    ],
  ])('%s', async (_name, cell, wanted, line = '') => {
    const { rows, said } = await ledger('a.xlsx', sheet(keeper({ 0: cell })));
    expect(said).toContain(line);
    expect(rows?.slice(1)).toEqual(wanted === undefined ? [] : [KEEPER.replace(GRID, wanted)]);
    if (wanted === undefined) expect(said).toMatch(/a\.xlsx 台账!A3: 跳过：[\s\S]*读到 2，用了 1，跳过 1/u);
  });

  test('zeros in front that were lost come back where the catalog makes it certain', async () => {
    const routes = workbook({
      规则: [
        ['事项', '区域', '责任单位', '分工'],
        [1037, '小城', '路灯管理所', '主办'],
        ['1*', 990101, 'U00', '牵头'],
        ['全部', '990101', 'U00', '主办'],
        [1099, 990101, 'U00', '主办'],
      ],
    });
    const { said } = await place().run([
      '--to',
      place().path('new'),
      '--city',
      place().path('small'),
      '--routes',
      await place().put('r.xlsx', routes),
    ]);
    expect(said).toContain('r.xlsx 规则!A2: 注意：事项“1037”丢了开头的 0，已补成 01037。');
    expect(await place().text('new/routes.csv')).toBe(
      'service,area,unit,share\n01037,990101,U03,lead\n01*,990101,U00,lead\n*,990101,U00,lead\n1099,990101,U00,lead\n',
    );
  });

  test('zeros in front that a format shows are kept', async () => {
    const routes = workbook({
      规则: [
        ['事项', '区域编码', '单位', '分工'],
        [{ t: 'n', v: 1037, z: '00000' }, 990101, 'U03', '主办'],
      ],
    });
    await place().run(['--to', place().path('new'), '--routes', await place().put('r.xlsx', routes)]);
    expect(await place().text('new/routes.csv')).toContain('\n01037,990101,U03,lead\n');
  });

  test('a landline that lost its zero is told', async () => {
    const { said } = await ledger('a.xlsx', sheet(keeper({ 3: 2112345678 })));
    expect(said).toContain('a.xlsx 台账!D3: 注意：电话 2112345678 位数不对，可能丢了开头的 0');
  });
});

describe('dates', () => {
  test.each<[unknown, string | undefined]>([
    [{ t: 'n', v: 45658, z: 'yyyy/m/d' }, '2025-01-01'],
    [{ t: 'n', v: 45658, z: 'yyyy"年"m"月"d"日"' }, '2025-01-01'],
    [45658, '2025-01-01'],
    [20250101, '2025-01-01'],
    ['2025/1/1', '2025-01-01'],
    ['2025.1.1', '2025-01-01'],
    ['2025年1月1日', '2025-01-01'],
    ['2025-01-01 00:00:00', '2025-01-01'],
    ['1/2/2025', undefined],
    ['2025年1月', undefined],
    ['2025-02-30', undefined],
    ['2025-13-01', undefined],
    ['去年', undefined],
    ['长期', undefined],
  ])('%j begins on %s', async (cell, wanted) => {
    const { rows, said } = await ledger('a.xlsx', sheet(keeper({ 5: cell })));
    expect(rows?.[1]).toBe(wanted === undefined ? undefined : KEEPER.replace('2025-01-01', wanted));
    if (wanted === undefined)
      expect(said).toMatch(/a\.xlsx 台账!F3: 跳过：.*(?:不是确定的日期|没有写开始日期)/u);
  });

  test.each(['长期', '至今', '-', ''])('an end that says %j is open', async (cell) => {
    expect((await ledger('a.xlsx', sheet(keeper({ 6: cell })))).rows?.[1]).toBe(KEEPER);
  });

  test('those of a workbook that counts from 1904 are right', async () => {
    const { utils, write } = await import('@e965/xlsx');
    const book = utils.book_new();
    book.Workbook = { WBProps: { date1904: true } };
    const rows = utils.aoa_to_sheet([HEADER, LEADER, keeper()]);
    rows.F3 = { t: 'n', v: 45658 - 1462, z: 'yyyy-mm-dd' };
    utils.book_append_sheet(book, rows, '台账');
    expect((await ledger('a.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }))).rows?.[1]).toBe(
      KEEPER,
    );
  });
});

describe('formulas', () => {
  test('are never computed: a cell is what it last showed, and that is told', async () => {
    const { rows, said } = await ledger(
      'a.xlsx',
      sheet(keeper({ 2: { t: 's', v: '李建国', f: 'HYPERLINK("http://x","y")' } })),
    );
    expect(rows?.[1]).toBe(KEEPER);
    expect(said).toContain('a.xlsx 台账!C3: 注意：公式没有执行，用的是表里最后显示的内容');
  });

  test('stay text where they never showed anything, and in CSV', async () => {
    const never = await ledger('a.xlsx', sheet(keeper({ 2: { t: 'z', f: 'A1&B1' } })));
    expect(never.rows?.[1]).toContain(',=A1&B1,');
    expect(never.said).toContain('a.xlsx 台账!C3: 注意：公式没有算过，按文字收下');
    const plain = await ledger('b.csv', csv(keeper({ 2: "=cmd|'/c calc'!A1" }) as string[]));
    expect(plain.said).toContain('b.csv:3: 注意：公式没有执行，按文字收下');
  });

  test('that only keep a zero are the text they keep', async () => {
    expect((await ledger('a.csv', csv(keeper({ 0: `"=""${GRID}"""` }) as string[]))).rows?.[1]).toBe(KEEPER);
  });
});
