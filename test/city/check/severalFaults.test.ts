import { printFault } from '../../../shared/city/Fault.ts';
import { readCity } from '../../../shared/city/readCity.ts';
import { filesOf, smallCity, TODAY, withChange } from '../smallCity.ts';

const told = (texts: Readonly<Record<string, string>>) =>
  readCity(filesOf(texts), TODAY).faults.map(printFault);

/** An entry in which the first thing named is written wrong, and other fields name what does not exist. */
describe('one fault of an entry does not hide its others', () => {
  test('a row of the ledger: date, role, area, unit, deputy, superior, phone', () => {
    const row = '990101999,handlr,U09,S001,李建国,1380a,web,S099,L099,2025/1/1,';
    const texts = withChange(
      'ledger.csv',
      '990101001001001,supervisor,,S001,李建国,13800010002,web,S002,L001,2025-01-01,',
      row,
    );
    expect(told(texts)).toEqual([
      'ledger.csv:3: from：“2025/1/1”不是日期。写成 2026-01-31，并且确有这一天。',
      'ledger.csv:3: phone：“1380a”不是电话号码。只用数字、空格和 + - ( )；不知道就空着。',
      'ledger.csv:3: role：不能是“handlr”。只能是 supervisor、dispatcher、leader、handler、expert、auditor、operator。',
      'ledger.csv:3: 上级 L099 不在台账里。改正 superior，或为此人补一行。',
      'ledger.csv:3: 代理人 S099 不在台账里。改正 deputy，或为此人补一行。',
      'ledger.csv:3: 没有编码为 990101999 的区域。改正 area。',
      'ledger.csv:3: 没有编码为 U09 的单位。改正 unit，或在 units.csv 里补上。',
    ]);
  });

  test('what cannot be read is not taken for missing, and a wrong row is still known to others', () => {
    const texts = withChange(
      'ledger.csv',
      '990101,handler,U03,H001,刘志强,13800010004,web,,L001,2025-01-01,',
      '990101001,handler,U 3,H001,刘志强,13800010004,web,,L 1,2025-01-01,\n990101,handler,U03,H002,何平,,web,H001,H001,2025-01-01,',
    );
    expect(told(texts)).toEqual([
      'ledger.csv:5: superior：“L 1”不能作编码。编码用字母、数字和 _ . -，最多 40 个字符。',
      'ledger.csv:5: unit：“U 3”不能作编码。编码用字母、数字和 _ . -，最多 40 个字符。',
    ]);
  });

  test('a place: a coordinate that is no number, and a leaf that is none', () => {
    expect(
      told(withChange('places.csv', '121.471,31.231,990101001001001', '121。471,31.231,990101001001009')),
    ).toEqual([
      'places.csv:2: lng 应为数字，写的是文字“121。471”。只写数字。',
      'places.csv:2: “建设路1号”的网格 990101001001009 不存在。改正 area；空着则按坐标查找。',
    ]);
  });

  test('a place whose alias is wrong is not said to lie nowhere', () => {
    expect(told(withChange('places.csv', '东门,,', '东门,=1,'))).toHaveLength(1);
  });

  test('a unit: its channel and its parent; and a code that is taken', () => {
    expect(
      told(
        withChange('units.csv', 'U03,路灯管理所,U00,0990-5550103,web', 'U00,路灯管理所,U09,0990-5550103,fax'),
      ),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^units.csv:3: channel：不认识的渠道“fax”/u),
        'units.csv:3: 单位编码 U00 用了两次。每个单位一个编码。',
        'units.csv:3: 没有编码为 U09 的上级单位。改正 parent，或补上那个单位。',
      ]),
    );
  });

  test('a route: its share, its service, its area and its unit', () => {
    expect(told(withChange('routes.csv', '01037,990101,U03,lead', '01099,990199,U09,main'))).toEqual([
      'routes.csv:2: share：不能是“main”。只能是 lead、assist。',
      'routes.csv:2: 没有编码为 01099 的事项。改正 service，或在 catalog.yaml 里补上。',
      'routes.csv:2: 没有编码为 990199 的区域。改正 area。',
      'routes.csv:2: 没有编码为 U09 的单位。改正 unit，或在 units.csv 里补上。',
    ]);
  });

  test('an area: its kind, its level and its parent', () => {
    expect(
      told(
        withChange(
          'areas.geojson',
          '"name":"二网格","level":"grid","parent":"990101001001","kind":"rural"',
          '"name":"二网格","level":"cell","parent":"990101001009","kind":"field"',
        ),
      ),
    ).toEqual([
      'areas.geojson:6: cell 不在 city.yaml 的 levels 里。用 county、street、community、grid。',
      'areas.geojson:6: properties.kind：不能是“field”。只能是 urban、rural。',
      'areas.geojson:6: 没有编码为 990101001009 的上级区域。改正 parent，或补上那个区域。',
      'areas.geojson:6: 编码 990101001001002 有 15 位，cell 级应为 16 或 17 或 18 或 19 或 20 位。改正编码或 level。',
    ]);
  });

  test('a service: its kind, its group and a word that another claims', () => {
    const catalog = (smallCity['catalog.yaml'] ?? '').replace(
      '    group: "01"\n    kind: request\n    words: [井盖没了]',
      '    group: "09"\n    kind: wish\n    words: [井盖没了, 路灯不亮]',
    );
    expect(told({ ...smallCity, 'catalog.yaml': catalog })).toEqual([
      'catalog.yaml:18: 没有编码为 09 的大类。改正 group，或在 groups 里补上。',
      'catalog.yaml:19: kind：不能是“wish”。只能是 request、event、hazard、dispute、application。',
      'catalog.yaml:20: 说法“路灯不亮”已属于事项 01037 路灯异常。只留在一个事项的 words 里，另一个写进 not。',
    ]);
  });

  test('city.yaml: one key that is wrong does not hide hours and levels that are', () => {
    const settings = (smallCity['city.yaml'] ?? '')
      .replace('rounds: 2', 'rounds: two')
      .replace('["09:00", "12:00"]', '["12:00", "09:00"]')
      .replace('county, street', 'street, county');
    expect(told({ ...smallCity, 'city.yaml': settings }).map((line) => line.slice(0, 12))).toEqual([
      'city.yaml:4:',
      'city.yaml:5:',
      'city.yaml:6:',
    ]);
  });

  test('a calendar: a day that does not exist, and a day that is worked and off', () => {
    const texts = withChange(
      'calendar/2026.json',
      '"work": ["2026-01-04"]',
      '"work": ["2025-01-04", "2026-01-02"]',
    );
    const year = (texts['calendar/2026.json'] ?? '').replace('"final": true', '"final": 1');
    expect(told({ ...texts, 'calendar/2026.json': year })).toEqual([
      'calendar/2026.json:3: final 应为 true 或 false，写的是数字“1”。改成true 或 false。',
      'calendar/2026.json:5: 2025-01-04 不在 2026 年。移到那一年的文件里。',
      'calendar/2026.json:5: 2026-01-02 既放假又上班。只留在 off 或 work 之一。',
    ]);
  });
});
