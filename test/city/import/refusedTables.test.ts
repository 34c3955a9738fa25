import { zipSync } from 'fflate';
import { csv, HEADER, importLedgerFile, KEEPER, keeper, LEADER, sheet } from './ledgerSheet.ts';
import { eachWorkplace, workbook } from './workplace.ts';

const place = eachWorkplace();

const ledger = importLedgerFile(place);

describe('what stops an import', () => {
  // A thousand bytes that say they are half a gigabyte, as those of a real bomb would.
  const bomb = (): Uint8Array => {
    const bytes = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(1_000) }));
    bytes.writeUInt32LE(500_000_000, bytes.indexOf('PK\u0001\u0002') + 24);
    return new Uint8Array(bytes);
  };
  const locked = (): Uint8Array => {
    const bytes = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(10) }));
    bytes.writeUInt16LE(1, 6);
    bytes.writeUInt16LE(99, 8);
    bytes.writeUInt16LE(99, bytes.indexOf('PK\u0001\u0002') + 10);
    return new Uint8Array(bytes);
  };
  test.each<[string, () => string | Uint8Array, RegExp]>([
    ['a zip bomb', bomb, /^a\.xlsx: 工作簿展开后超过 400 MB。/u],
    ['a damaged workbook', () => sheet().slice(0, 3_000), /^a\.xlsx: 工作簿已损坏，打不开。/u],
    ['an encrypted archive', locked, /^a\.xlsx: 工作簿有打开密码。/u],
    [
      'a web page',
      () => '<html><table><tr><td>1</td></tr></table>',
      /^a\.xlsx: 文件名像工作簿，内容却是网页。/u,
    ],
    [
      'a picture',
      () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 255, 216),
      /^a\.xlsx: 不是文字表格。/u,
    ],
    ['an empty file', () => '', /^a\.xlsx: 文件是空的。/u],
    ['an empty sheet', () => workbook({ 台账: [[]] }), /^a\.xlsx: 里面没有内容。/u],
    [
      'no header',
      () =>
        workbook({
          台账: [
            ['甲', '乙'],
            ['1', '2'],
          ],
        }),
      /^a\.xlsx: 找不到表头。写一行列名：/u,
    ],
    [
      'a header without a needed column',
      () => workbook({ 台账: [HEADER.filter((name) => name !== '岗位'), LEADER] }),
      /^a\.xlsx 台账!A1: 没有“岗位”（role）列。补上这一列；列名不同时用 --map 列名=role；整张表都一样时，用 --fill role=…。$/u,
    ],
    [
      'an unknown column',
      () =>
        workbook({
          台账: [
            [...HEADER, '民族'],
            [...LEADER, '汉'],
          ],
        }),
      /^a\.xlsx 台账!A1: 不认识的列：民族。用 --map 列名=含义 说明，或加 --ignore 不要这些列。$/u,
    ],
    [
      'two columns of one meaning',
      () =>
        workbook({
          台账: [
            [...HEADER, '手机'],
            [...LEADER, '1'],
          ],
        }),
      /^a\.xlsx 台账!H1: “手机”和“电话”两列都是 phone。/u,
    ],
    [
      'two sheets alike',
      () => workbook({ 一: [HEADER, LEADER], 二: [HEADER, LEADER] }),
      /^a\.xlsx: 有几张工作表都像：一、二。用 --sheet 说明要哪一张。$/u,
    ],
    ['an open quote', () => `${csv()}\r\n"990101,`, /^a\.xlsx:\d+: 双引号不成对/u],
  ])('%s is told, and nothing is written', async (_name, content, line) => {
    const { code, out, err } = await ledger('a.xlsx', content());
    expect([code, out.filter((said) => line.test(said)).length]).toEqual([1, 1]);
    expect(err).toEqual(['上面没有标“跳过”“注意”的问题要先改；什么都没有写']);
    expect(await place().names()).toEqual(['a.xlsx', 'small']);
  });

  test('a file that is not there is told', async () => {
    const { code, out } = await place().run([
      '--to',
      place().path('new'),
      '--units',
      place().path('nowhere.csv'),
    ]);
    expect([code, out[0]]).toEqual([1, 'nowhere.csv: 没有这个文件。检查文件名和路径。']);
  });

  test('a workbook with a password is told', async () => {
    // What Excel writes then: a compound file with these two streams.
    const { CFB } = await import('@e965/xlsx');
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 64, 0, 0, 0]));
    CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(64));
    const { out } = await ledger('a.xlsx', CFB.write(file, { type: 'buffer' }) as Uint8Array);
    expect(out[0]).toBe('a.xlsx: 工作簿有打开密码。在表格软件里去掉密码，另存一份。');
  });
});

describe('what a person can say', () => {
  test('--ignore leaves out unknown columns and lists them', async () => {
    const { out, rows } = await ledger(
      'a.xlsx',
      workbook({
        台账: [
          [...HEADER, '民族'],
          [...LEADER, '汉'],
        ],
      }),
      '--ignore',
    );
    expect(out[0]).toBe('a.xlsx 台账!A1: 注意：不认识的列：民族。这些列没有用。');
    expect(rows).toHaveLength(1);
  });

  test('--map names a column, and drops one', async () => {
    const content = workbook({
      台账: [
        ['管段', ...HEADER.slice(1), '民族'],
        [...LEADER, '汉'],
      ],
    });
    const { rows } = await ledger('a.xlsx', content, '--map', 'ledger.管段=area,民族=-');
    expect(rows).toEqual(['990101,leader,,L001,王秀英,13800010001,web,,,2025-01-01,']);
  });

  test('--fill stands where a column is missing', async () => {
    const content = workbook({
      台账: [
        ['网格', '姓名', '电话', '上级'],
        ['一网格', '李建国', '13800010002', '王秀英'],
      ],
    });
    const { rows } = await ledger('a.xlsx', content, '--fill', 'role=网格员,from=2025-01-01');
    expect(rows).toEqual([KEEPER]);
  });

  test('a hidden sheet is not read, which is told; of others the one that fits is', async () => {
    const { utils, write } = await import('@e965/xlsx');
    const book = utils.book_new();
    for (const name of ['说明', '旧', '台账']) {
      const rows = name === '说明' ? [['填表说明'], ['请认真填写']] : [HEADER, LEADER, keeper()];
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
    }
    book.Workbook = { Sheets: [{}, { Hidden: 1 }, {}] };
    const { out, rows } = await ledger('a.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }));
    expect(out.slice(0, 2)).toEqual([
      'a.xlsx: 注意：隐藏的工作表“旧”没有读。要用它就取消隐藏。',
      'a.xlsx: 注意：有 2 张工作表，读的是“台账”。要读别的，用 --sheet 说明。',
    ]);
    expect(rows).toHaveLength(2);
  });

  test('--sheet chooses, a name that is not there is told', async () => {
    const content = workbook({ 去年: [HEADER, LEADER], 今年: [HEADER, LEADER, keeper()] });
    expect((await ledger('a.xlsx', content, '--sheet', '今年')).rows).toHaveLength(2);
    expect((await ledger('b.xlsx', content, '--sheet', 'ledger=明年', '--yes')).out[0]).toBe(
      'b.xlsx: 没有叫“明年”的工作表。有 去年、今年；改正 --sheet。',
    );
  });

  test.each([
    [['--map', 'x=nowhere'], '没有“nowhere”'],
    [['--map', 'x'], '要写成 A=B'],
    [['--fill', 'units.role=x'], '没有“role”'],
    [['--crs', 'utm'], '写 wgs84、gcj02、bd09 之一'],
    [['--kind', 'town'], '--kind 只能是 urban 或 rural'],
    [['--bogus'], 'bogus'],
  ])('%j is wrong usage', async (args, said) => {
    const result = await ledger('a.xlsx', sheet(), ...args);
    expect([result.code, result.said]).toEqual([2, expect.stringContaining(said)]);
  });
});
