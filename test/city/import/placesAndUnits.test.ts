import { eachWorkplace, workbook } from './workplace.ts';

const place = eachWorkplace();

describe('places and units', () => {
  const places = async (rows: (readonly unknown[])[], ...args: string[]) => {
    const file = await place().put('p.xlsx', workbook({ 地点: rows }));
    const result = await place().run([
      '--to',
      place().path('new'),
      '--city',
      place().path('small'),
      '--places',
      file,
      ...args,
    ]);
    return { ...result, text: await place().text('new/places.csv') };
  };

  test('swapped, projected and missing coordinates are told row by row', async () => {
    const { out, text } = await places([
      ['名称', '经度', '纬度'],
      ['好', 121.471, 31.231],
      ['反', 31.231, 121.471],
      ['米', 40520000, 3456000],
      ['无', '', ''],
      ['', 121.471, 31.231],
      ['字', '东', '北'],
    ]);
    expect(out.slice(0, 6)).toEqual(
      [
        'p.xlsx 地点!B3: 跳过：经纬度写反了（31.231, 121.471）。对调两列，或整张表加 --swap。',
        'p.xlsx 地点!B4: 跳过：坐标 40520000, 3456000 不在国内。像是以米为单位的投影坐标：导出时选经纬度（EPSG:4326）。',
        'p.xlsx 地点!B5: 跳过：没有写经纬度，或写的不是小数。写成 121.4712 和 31.2304 这样的度数（还有 7 处）。'.replace(
          '（还有 7 处）',
          '',
        ),
        'p.xlsx 地点!A6: 跳过：没有写地名。补上它。',
        expect.stringContaining('地点（p.xlsx）：读到 6，用了 1，跳过 5'),
        expect.any(String),
      ].toSpliced(
        2,
        1,
        'p.xlsx 地点!B5: 跳过：没有写经纬度，或写的不是小数（还有 B7）。写成 121.4712 和 31.2304 这样的度数。',
      ),
    );
    expect(text).toBe('name,aliases,lng,lat,area,kind\n好,,121.471,31.231,,\n');
  });

  test('--swap, a column with both numbers, and aliases in any writing', async () => {
    const { text } = await places(
      [
        ['地名', '坐标', '别名'],
        ['老邮局', '31.231，121.471', '邮局、旧邮局/邮政所'],
      ],
      '--swap',
    );
    expect(text).toBe('name,aliases,lng,lat,area,kind\n老邮局,邮局|旧邮局|邮政所,121.471,31.231,,\n');
  });

  test('units without codes keep theirs by name, or get one; parents may be names', async () => {
    const file = await place().put(
      'u.csv',
      '单位名称,上级单位,电话\n路灯管理所,指挥中心,0990-5550103\n指挥中心,,12345\n环卫所,指挥中心,\n',
    );
    await place().run(['--to', place().path('new'), '--city', place().path('small'), '--units', file]);
    expect(await place().text('new/units.csv')).toMatch(
      /^code,name,parent,phone,channel\nU03,路灯管理所,U00,0990-5550103,\nU00,指挥中心,,12345,\nU[0-9a-f]{10},环卫所,U00,,\n$/u,
    );
  });

  test('a row with more cells than the header is told and left out', async () => {
    const file = await place().put('u.csv', '单位名称,电话\n路灯,管理所,0990\n环卫所,1\n');
    const { out } = await place().run(['--to', place().path('new'), '--units', file]);
    expect(out[0]).toBe('u.csv:2: 跳过：这一行的格子比表头多，对不上。看看是不是少了引号，或多了逗号。');
    expect(await place().text('new/units.csv')).toMatch(/^[^\n]+\nU[0-9a-f]{10},环卫所,,1,\n$/u);
  });
});
