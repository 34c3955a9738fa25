/** One fault each, planted in the small city, and the exact lines it must be told in. Everything else stays silent. */
export interface Planted {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly faults: readonly string[];
}

export const plantedFaults: Readonly<Record<string, readonly Planted[]>> = {
  'city.yaml': [
    {
      name: 'a rating that ends before its reminder',
      from: '5wd',
      to: '4m',
      faults: ['city.yaml:7: unratedAfter：时限 4m 不到 5 分钟：提醒之后来不及办。至少写 5m。'],
    },
    {
      name: 'a mistyped key',
      from: 'rounds: 2',
      to: 'rouns: 2',
      faults: ['city.yaml:6: 不认识的键“rouns”。是不是“rounds”？'],
    },
    {
      name: 'a word for a number',
      from: 'rounds: 2',
      to: 'rounds: two',
      faults: ['city.yaml:6: rounds 应为数字，写的是文字“two”。只写数字。'],
    },
    {
      name: 'an hour with one digit',
      from: '"09:00"',
      to: '"9:00"',
      faults: ['city.yaml:4: hours.第1项.第1项：“9:00”不是钟点。写成两位数的时和分，例如 "09:00"。'],
    },
    {
      name: 'overlapping hours',
      from: '"13:30"',
      to: '"11:30"',
      faults: [
        'city.yaml:4: 办公时间 11:30–17:30 与前面的（到 12:00）重叠、相连或次序颠倒。按先后写，相连的并成一段。',
      ],
    },
    {
      name: 'hours written backwards',
      from: '["09:00", "12:00"]',
      to: '["12:00", "09:00"]',
      faults: ['city.yaml:4: 办公时间 12:00–09:00 结束不晚于开始。把开始写在前、结束写在后。'],
    },
    {
      name: 'hours without length',
      from: '[["09:00", "12:00"], ["13:30", "17:30"]]',
      to: '[["09:00", "09:00"]]',
      faults: ['city.yaml:4: 办公时间 09:00–09:00 结束不晚于开始。把开始写在前、结束写在后。'],
    },
    {
      name: 'a duration in words',
      from: '5wd',
      to: '5 days',
      faults: [
        'city.yaml:7: unratedAfter：“5 days”不是时限。写成 30m、8h、3d（自然时间）、4wh（工作小时）或 5wd（工作日），不能为零。',
      ],
    },
    {
      name: 'levels out of order',
      from: 'county, street',
      to: 'street, county',
      faults: [
        'city.yaml:5: 层级 county 不比前面的 street 细。由大到小写：province、city、county、street、community、grid、cell。',
      ],
    },
    {
      name: 'a key written twice',
      from: 'name: 小城',
      to: `name: 小城
name: 大城`,
      faults: ['city.yaml:3: 同一个键写了两次。只留一个。'],
    },
    {
      name: 'another time zone',
      from: 'Asia/Shanghai',
      to: 'Asia/Tokyo',
      faults: ['city.yaml:3: timezone：不能是“Asia/Tokyo”。只能是 Asia/Shanghai。'],
    },
    {
      name: 'a mistyped inner key',
      from: 'metres: 100',
      to: 'meters: 100',
      faults: ['city.yaml:8: 不认识的键“meters”。是不是“metres”？'],
    },
    {
      name: 'a night without length',
      from: '"07:30"',
      to: '"21:30"',
      faults: ['city.yaml:9: 免打扰的起止时间相同。写成不同的两个钟点，例如 ["21:30", "07:30"]。'],
    },
    {
      name: 'a tab for indentation',
      from: 'rounds: 2',
      to: `rounds:
	2`,
      faults: ['city.yaml:7: 缩进用了制表符。改用空格缩进。'],
    },
  ],
  'areas.geojson': [
    {
      name: 'a code used twice',
      from: '"code":"990101001001002"',
      to: '"code":"990101001001001"',
      faults: [
        'areas.geojson:6: 区域编码 990101001001001 用了两次。每个区域一个编码；删去重复的一条。',
        'ledger.csv:4: 没有编码为 990101001001002 的区域。改正 area。',
      ],
    },
    {
      name: 'a code of the wrong length',
      from: '"code":"990101001001"',
      to: '"code":"99010100101"',
      faults: [
        'areas.geojson:4: 99010100101 一社区下面没有网格。补上它的网格，或删去它。',
        'areas.geojson:4: 编码 99010100101 有 11 位，community 级应为 12 位。改正编码或 level。',
        'areas.geojson:5: 没有编码为 990101001001 的上级区域。改正 parent，或补上那个区域。',
        'areas.geojson:6: 没有编码为 990101001001 的上级区域。改正 parent，或补上那个区域。',
      ],
    },
    {
      name: 'an unknown parent',
      from: '"parent":"990101001001","kind":"rural"',
      to: '"parent":"990101001009","kind":"rural"',
      faults: ['areas.geojson:6: 没有编码为 990101001009 的上级区域。改正 parent，或补上那个区域。'],
    },
    {
      name: 'a parent of the wrong level',
      from: '"parent":"990101001001","kind":"rural"',
      to: '"parent":"990101001","kind":"rural"',
      faults: [
        'areas.geojson:6: 上级 990101001 是 street 级，grid 的上级应为 community。改正 parent 或 level。',
      ],
    },
    {
      name: 'a code outside its parent',
      from: '"code":"990101001001002"',
      to: '"code":"990101002001002"',
      faults: [
        'areas.geojson:6: 编码 990101002001002 不以上级的编码 990101001001 开头。改正编码或 parent。',
        'areas.geojson:6: 网格 990101002001002 二网格从 2026-09-28 起没有网格监督员。在 ledger.csv 里为它补一行 supervisor。',
        'ledger.csv:4: 没有编码为 990101001001002 的区域。改正 area。',
      ],
    },
    {
      name: 'an unknown kind',
      from: '"kind":"rural"',
      to: '"kind":"field"',
      faults: ['areas.geojson:6: properties.kind：不能是“field”。只能是 urban、rural。'],
    },
    {
      name: 'a leaf without a kind',
      from: ',"kind":"rural"',
      to: '',
      faults: ['areas.geojson:6: 网格 990101001001002 没有写 kind。写 urban（城镇）或 rural（乡村）。'],
    },
    {
      name: 'an extra property',
      from: '"name":"二网格"',
      to: '"name":"二网格","population":300',
      faults: ['areas.geojson:6: 不认识的键“population”。删去它。'],
    },
    {
      name: 'an open ring',
      from: `,[121.48,31.23]]]}}
]}`,
      to: `]]}}
]}`,
      faults: ['areas.geojson:6: 990101001001002 图形的第 1 块第 1 环没有闭合。让最后一点与第一点相同。'],
    },
    {
      name: 'a ring of three points',
      from: '[[121.48,31.23],[121.49,31.23],[121.49,31.24],[121.48,31.24],[121.48,31.23]]',
      to: '[[121.48,31.23],[121.49,31.23],[121.48,31.23]]',
      faults: [
        'areas.geojson:6: 990101001001002 图形的第 1 块第 1 环只有 3 个点。一环至少 4 个点，首尾相同。',
      ],
    },
    {
      name: 'swapped coordinates',
      from: '[121.49,31.23]',
      to: '[31.23,121.49]',
      faults: [
        'areas.geojson:6: 990101001001002 图形的第 1 块第 1 环第 2 点 [31.23, 121.49] 的经纬度写反了。先写经度，后写纬度。',
      ],
    },
    {
      name: 'a coordinate on the wrong continent',
      from: '[121.49,31.23]',
      to: '[12.49,31.23]',
      faults: [
        'areas.geojson:6: 990101001001002 图形的第 1 块第 1 环第 2 点 [12.49, 31.23] 不在中国。坐标应为经纬度（度），检查导出时的坐标系。',
      ],
    },
    {
      name: 'NaN',
      from: '[121.49,31.23]',
      to: '[NaN,31.23]',
      faults: [
        'areas.geojson:6: JSON 写法不对。检查这一行前后的逗号、引号和括号；JSON 里不能有注释、NaN 或末尾的逗号。',
      ],
    },
    {
      name: 'a number beyond numbers',
      from: '[121.49,31.23]',
      to: '[1e999,31.23]',
      faults: [
        'areas.geojson:6: 990101001001002 图形的第 1 块第 1 环第 2 点 [Infinity, 31.23] 不是数。改正这个坐标。',
      ],
    },
    {
      name: 'a coordinate as text',
      from: '[121.49,31.23]',
      to: '["121.49",31.23]',
      faults: [
        'areas.geojson:6: geometry.coordinates：图形的坐标不是“环、点、[经度, 纬度]”的形式。从地图软件重新导出这个图形。',
      ],
    },
    {
      name: 'a point for a polygon',
      from: '"Polygon"',
      to: '"Point"',
      faults: ['areas.geojson:5: geometry.type 不是 Polygon 或 MultiPolygon。从地图软件重新导出这个图形。'],
    },
    {
      name: 'a leaf without a geometry',
      from: '{"type":"Polygon","coordinates":[[[121.48,31.23],[121.49,31.23],[121.49,31.24],[121.48,31.24],[121.48,31.23]]]}',
      to: 'null',
      faults: ['areas.geojson:6: 网格 990101001001002 没有图形。补上 Polygon 或 MultiPolygon。'],
    },
    {
      name: 'a kind above the leaves',
      from: '"parent":"990101"}',
      to: '"parent":"990101","kind":"urban"}',
      faults: ['areas.geojson:3: 990101001 下面还有区域，不写 kind。只在最末级写 urban 或 rural。'],
    },
    {
      name: 'a second root',
      from: '"level":"street","parent":"990101"',
      to: '"level":"street"',
      faults: ['areas.geojson:3: 990101001 一街没有上级，而最上级已经是 990101。写上它的 parent。'],
    },
    {
      name: 'projected coordinates',
      from: '"features": [',
      to: '"crs": {"name":"EPSG:3857"}, "features": [',
      faults: [
        'areas.geojson:1: 坐标系不是经纬度（WGS-84 或 CGCS2000）。导出时选 EPSG:4326，或按 RFC 7946 导出。',
      ],
    },
    {
      name: 'an unknown level',
      from: '"level":"street"',
      to: '"level":"village"',
      faults: [
        'areas.geojson:3: properties.level：不能是“village”。只能是 province、city、county、street、community、grid、cell。',
      ],
    },
  ],
  'places.csv': [
    {
      name: 'a place written twice',
      from: '东门,,',
      to: '建设路1号,,121.471,31.231,990101001001001,\n东门,,',
      faults: ['places.csv:3: “建设路1号”写了两次，坐标也一样（另见第 2 行）。只留一行，别名写在一起。'],
    },
    {
      name: 'an alias written twice',
      from: '老邮局',
      to: '老邮局|老邮局',
      faults: ['places.csv:2: “建设路1号”的别名“老邮局”写了两次。只写一次。'],
    },
    {
      name: 'swapped coordinates',
      from: '121.471,31.231',
      to: '31.231,121.471',
      faults: ['places.csv:2: “建设路1号”的经纬度写反了。lng 写经度，lat 写纬度。'],
    },
    {
      name: 'a point outside the city',
      from: '121.471,31.231',
      to: '121.99,31.231',
      faults: ['places.csv:2: “建设路1号”的坐标 121.99, 31.231 不在城市范围内。改正坐标。'],
    },
    {
      name: 'a coordinate that is no number',
      from: '121.471',
      to: 'NaN',
      faults: ['places.csv:2: lng 应为数字，写的是文字“NaN”。只写数字。'],
    },
    {
      name: 'an unknown leaf',
      from: '990101001001001',
      to: '990101001001009',
      faults: ['places.csv:2: “建设路1号”的网格 990101001001009 不存在。改正 area；空着则按坐标查找。'],
    },
    {
      name: 'an area that is no leaf',
      from: '990101001001001',
      to: '990101001001',
      faults: ['places.csv:2: “建设路1号”的 area 990101001001 不是最末级。写网格的编码；空着则按坐标查找。'],
    },
    {
      name: 'a code spoilt by a spreadsheet',
      from: '990101001001001',
      to: '9.90101E+14',
      faults: [
        'places.csv:2: area：编码“9.90101E+14”被表格软件改成了科学记数。区域编码只有数字；在表格软件里先把这一列设为“文本”。',
      ],
    },
    {
      name: 'a mistyped column',
      from: 'aliases',
      to: 'alias',
      faults: ['places.csv:1: 不认识的列“alias”。是不是“aliases”？'],
    },
    {
      name: 'an extra column',
      from: `aliases,lng,lat,area,kind
建设路1号,建设路一号|老邮局,121.471,31.231,990101001001001,门牌
东门,,121.485,31.235,,路口`,
      to: `aliases,lng,lat,area,kind,note
建设路1号,建设路一号|老邮局,121.471,31.231,990101001001001,门牌,
东门,,121.485,31.235,,路口,`,
      faults: ['places.csv:1: 不认识的列“note”。删去这一列。'],
    },
    {
      name: 'a quote that does not close',
      from: '老邮局',
      to: '"老邮局',
      faults: ['places.csv:2: 表格里的双引号不成对。内容里的双引号要写两遍，并把整格用双引号括起来。'],
    },
    {
      name: 'a quote that stays open to the end',
      from: '建设路1号,',
      to: '"建设路1号,',
      faults: ['places.csv:2: 表格里的双引号不成对。内容里的双引号要写两遍，并把整格用双引号括起来。'],
    },
    {
      name: 'a quote that stays open until another cell is quoted',
      from: `建设路1号,建设路一号|老邮局,121.471,31.231,990101001001001,门牌
东门,,`,
      to: `西门,"一
二",121.471,31.231,990101001001001,门牌
"建设路1号,建设路一号|老邮局,121.471,31.231,990101001001001,门牌
东门,"东边",`,
      faults: ['places.csv:4: 表格里的双引号不成对。内容里的双引号要写两遍，并把整格用双引号括起来。'],
    },
    {
      name: 'a header with semicolons',
      from: 'name,aliases,lng,lat,area,kind',
      to: 'name;aliases;lng;lat;area;kind',
      faults: ['places.csv:1: 这一行用分号分隔。整个文件改用逗号，或用 import 导入。'],
    },
    {
      name: 'a header with tabs and quotes',
      from: 'name,aliases,lng,lat,area,kind',
      to: '\n"name"\t"aliases"\t"lng"\t"lat"\t"area"\t"kind"',
      faults: ['places.csv:2: 这一行用制表符分隔。整个文件改用逗号，或用 import 导入。'],
    },
    {
      name: 'a column with its usual Chinese name',
      from: 'lat,area,',
      to: 'lat,网格编号,',
      faults: ['places.csv:1: 不认识的列“网格编号”。改名为 area。'],
    },
    {
      name: 'a name that a spreadsheet would run',
      from: '建设路1号,',
      to: '=1+1,',
      faults: ['places.csv:2: name：“=1+1”以“=”开头，表格软件会当成公式。去掉开头的“=”。'],
    },
    {
      name: 'an alias that a spreadsheet would run',
      from: '老邮局',
      to: '@SUM(A1)',
      faults: ['places.csv:2: aliases.第2项：“@SUM(A1)”以“@”开头，表格软件会当成公式。去掉开头的“@”。'],
    },
    {
      name: 'a cell too many',
      from: ',门牌',
      to: ',门牌,x',
      faults: [
        'places.csv:2: 这一行有 7 格，表头有 6 格。补上或删去多余的逗号；内容里有逗号时，整格用双引号括起来。',
      ],
    },
    {
      name: 'a place without a name',
      from: '东门,,',
      to: ',,',
      faults: ['places.csv:3: name 没有写。补上它。'],
    },
  ],
  'catalog.yaml': [
    {
      name: 'a limit too short to be reminded of',
      from: 'handle: 3wd',
      to: 'handle: 0.05wh',
      faults: [
        'catalog.yaml:14: 01037 情形 a 的 handle：时限 0.05wh 不到 5 分钟：提醒之后来不及办。至少写 5m。',
      ],
    },
    {
      name: 'a limit beyond all calendars',
      from: 'handle: 3wd',
      to: 'handle: 3000wd',
      faults: [
        'catalog.yaml:14: 01037 情形 a 的 handle：时限 3000wd 超过三年，日历排不到那么远。改短；只算办公时间的（wh）看看 hours 是不是写少了。',
      ],
    },
    {
      name: 'an unknown group',
      from: `"01"
    kind: request
    words: [路`,
      to: `"02"
    kind: request
    words: [路`,
      faults: ['catalog.yaml:6: 没有编码为 02 的大类。改正 group，或在 groups 里补上。'],
    },
    {
      name: 'a word claimed by two services',
      from: '[井盖没了]',
      to: '[井盖没了, 路灯 坏了]',
      faults: [
        'catalog.yaml:20: 说法“路灯 坏了”已属于事项 01037 路灯异常。只留在一个事项的 words 里，另一个写进 not。',
      ],
    },
    {
      name: 'a word that is claimed and disclaimed',
      from: 'not: [交通灯]',
      to: 'not: [路灯不亮]',
      faults: ['catalog.yaml:8: 说法“路灯不亮”同时写在 words 和 not 里。只留一处。'],
    },
    {
      name: 'a condition code used twice',
      from: 'code: b,',
      to: 'code: a,',
      faults: ['catalog.yaml:15: 立案条件编码 a 用了两次。每个编码只用一次。'],
    },
    {
      name: 'a bad duration',
      from: 'handle: 3wd',
      to: 'handle: 3weeks',
      faults: [
        'catalog.yaml:14: conditions.第1项.limits.handle：“3weeks”不是时限。写成 30m、8h、3d（自然时间）、4wh（工作小时）或 5wd（工作日），不能为零。',
      ],
    },
    {
      name: 'half a working day',
      from: 'handle: 3wd',
      to: 'handle: 0.5wd',
      faults: [
        'catalog.yaml:14: conditions.第1项.limits.handle：“0.5wd”不是时限。写成 30m、8h、3d（自然时间）、4wh（工作小时）或 5wd（工作日），不能为零。',
      ],
    },
    {
      name: 'a service without conditions',
      from: `conditions:
      - { code: a, name: 缺失, urgent: true, limits: { verify: 30m, accept: 30m, sign: 30m, handle: 8h, check: 4h } }`,
      to: 'conditions: []',
      faults: ['catalog.yaml:25: conditions 不到 1 项。至少写 1 项。'],
    },
    {
      name: 'a code without quotes',
      from: 'code: "01037"',
      to: 'code: 01037',
      faults: ['catalog.yaml:4: code 应为文字，写的是数字“1037”。两边加上引号（不加引号会丢掉开头的 0）。'],
    },
    {
      name: 'a service code used twice',
      from: 'code: "01001"',
      to: 'code: "01037"',
      faults: ['catalog.yaml:16: 事项编码 01037 用了两次。每个编码只用一次。'],
    },
    {
      name: 'an unknown kind',
      from: 'kind: request',
      to: 'kind: requests',
      faults: [
        'catalog.yaml:7: kind：不能是“requests”。只能是 request、event、hazard、dispute、application。',
      ],
    },
    {
      name: 'a mistyped key',
      from: 'words: [井盖没了]',
      to: 'wrods: [井盖没了]',
      faults: ['catalog.yaml:20: 不认识的键“wrods”。是不是“words”？'],
    },
    {
      name: 'a missing limit',
      from: 'sign: 1wh, ',
      to: '',
      faults: ['catalog.yaml:14: conditions.第1项.limits.sign 没有写。补上它。'],
    },
    {
      name: 'a mistyped outer key',
      from: 'services:',
      to: 'service:',
      faults: ['catalog.yaml:3: 不认识的键“service”。是不是“services”？'],
    },
    {
      name: 'an unclosed bracket',
      from: '[place, text]',
      to: '[place, text',
      faults: ['catalog.yaml:12: 这里的 [ 打开以后没有关上。补上 ]。'],
    },
  ],
  'units.csv': [
    {
      name: 'an unknown parent',
      from: '路灯管理所,U00',
      to: '路灯管理所,U09',
      faults: ['units.csv:3: 没有编码为 U09 的上级单位。改正 parent，或补上那个单位。'],
    },
    {
      name: 'a ring of parents',
      from: '指挥中心,,',
      to: '指挥中心,U03,',
      faults: ['units.csv:3: 上级单位绕成了圈：U00 → U03 → U00。让其中一个的 parent 空着或改为真正的上级。'],
    },
    {
      name: 'words for a phone',
      from: '0990-5550103',
      to: '电话不详',
      faults: ['units.csv:3: phone：“电话不详”不是电话号码。只用数字、空格和 + - ( )；不知道就空着。'],
    },
    {
      name: 'an unknown channel',
      from: '5550103,web',
      to: '5550103,fax',
      faults: [
        'units.csv:3: channel：不认识的渠道“fax”。写 web、wechaty 之一，或完整的会话（如 wechaty:wxid_1）。',
      ],
    },
  ],
  'routes.csv': [
    {
      name: 'services that nobody leads',
      from: '01*,990101,U00,lead\n*,990101,U00,lead',
      to: '*,990101001001002,U00,lead',
      faults: [
        'routes.csv:1: 01001 在网格 990101001001001 一网格没有主办单位。在 routes.csv 里补一行 01001,990101001001001,<单位>,lead。',
      ],
    },
    {
      name: 'a lead written twice',
      from: '01*,990101,U00,lead',
      to: '01037,990101,U03,lead',
      faults: ['routes.csv:3: 01037 在 990101 的主办单位 U03 写了两次（另见第 2 行）。只留一行。'],
    },
    {
      name: 'an unknown service',
      from: '01037,',
      to: '01038,',
      faults: ['routes.csv:2: 没有编码为 01038 的事项。改正 service，或在 catalog.yaml 里补上。'],
    },
    {
      name: 'an unknown group',
      from: '01*,',
      to: '09*,',
      faults: ['routes.csv:3: 没有编码为 09 的大类。改正 service，或在 catalog.yaml 里补上。'],
    },
    {
      name: 'an unknown area',
      from: '01*,990101,U00',
      to: '01*,990102,U00',
      faults: ['routes.csv:3: 没有编码为 990102 的区域。改正 area。'],
    },
    {
      name: 'an unknown unit',
      from: 'U03,lead',
      to: 'U04,lead',
      faults: ['routes.csv:2: 没有编码为 U04 的单位。改正 unit，或在 units.csv 里补上。'],
    },
    {
      name: 'an unknown share',
      from: 'U03,lead',
      to: 'U03,main',
      faults: ['routes.csv:2: share：不能是“main”。只能是 lead、assist。'],
    },
    {
      name: 'two leads',
      from: '01*,990101,U00,lead',
      to: '01037,990101,U00,lead',
      faults: [
        'routes.csv:3: 01037 在 990101 有两个主办单位：U03 和 U00（另见第 2 行）。只留一个 lead，其余改为 assist。',
      ],
    },
  ],
  'ledger.csv': [
    {
      name: 'two supervisors for some days',
      from: 'S001,李建国,13800010002,web,S002,L001,2025-01-01,',
      to: 'S001,李建国,13800010002,web,S002,L001,2025-01-01,2026-10-07\n990101001001001,supervisor,,S002,张桂兰,13800010003,web,S001,L001,2026-10-01,',
      faults: [
        'ledger.csv:4: 网格 990101001001001 一网格在 2026-10-01 至 2026-10-07 同时有两名网格监督员：S001 和 S002（另见第 3 行）。前任的 to 写到后任上任的前一天。',
      ],
    },
    {
      name: 'two supervisors, one of them only for a while in between',
      from: '990101,handler',
      to: `990101001001001,supervisor,,S002,张桂兰,13800010003,web,S001,L001,2025-02-01,2025-02-28
990101001001001,supervisor,,H001,刘志强,13800010004,web,,L001,2026-03-01,2026-03-31
990101,handler`,
      faults: [
        'ledger.csv:5: 网格 990101001001001 一网格在 2025-02-01 至 2025-02-28 同时有两名网格监督员：S001 和 S002（另见第 3 行）。前任的 to 写到后任上任的前一天。',
        'ledger.csv:6: 网格 990101001001001 一网格在 2026-03-01 至 2026-03-31 同时有两名网格监督员：S001 和 H001（另见第 3 行）。前任的 to 写到后任上任的前一天。',
      ],
    },
    {
      name: 'one supervisor twice',
      from: '990101,handler',
      to: '990101001001001,supervisor,,S001,李建国,13800010002,web,S002,L001,2026-01-01,2026-01-31\n990101,handler',
      faults: [
        'ledger.csv:5: 网格 990101001001001 一网格的网格监督员 S001 李建国在 2026-01-01 至 2026-01-31 写了两次（另见第 3 行）。只留一行，或让两段任期前后相接。',
      ],
    },
    {
      name: 'a city whose leader goes',
      from: '13800010001,web,,,2025-01-01,',
      to: '13800010001,web,,,2025-01-01,2026-12-31',
      faults: [
        'ledger.csv:2: 全市 990101 小城从 2027-01-01 起没有 leader，无人接的件没有人兜底。在 ledger.csv 里为 990101 补一行 leader。',
      ],
    },
    {
      name: 'a deputy who has left',
      from: '990101,handler',
      to: '990101,expert,,E001,赵明,13800010005,web,,L001,2025-01-01,2025-12-31\n990101,operator,,O001,钱亮,13800010006,web,E001,L001,2025-01-01,\n990101,handler',
      faults: [
        'ledger.csv:6: O001 钱亮的代理人 E001 在这段任期里不在岗。deputy 改写在岗的人，或为此人补一行。',
      ],
    },
    {
      name: 'a leaf without a supervisor and one with two',
      from: '990101001001002,supervisor',
      to: '990101001001001,supervisor',
      faults: [
        'areas.geojson:6: 网格 990101001001002 二网格从 2026-09-28 起没有网格监督员。在 ledger.csv 里为它补一行 supervisor。',
        'ledger.csv:4: 网格 990101001001001 一网格从 2025-01-01 起同时有两名网格监督员：S001 和 S002（另见第 3 行）。前任的 to 写到后任上任的前一天。',
      ],
    },
    {
      name: 'an unknown role',
      from: 'supervisor,,S002',
      to: 'superviser,,S002',
      faults: [
        'ledger.csv:4: role：不能是“superviser”。只能是 supervisor、dispatcher、leader、handler、expert、auditor、operator。',
      ],
    },
    {
      name: 'a supervisor who has not begun',
      from: `L001,2025-01-01,
990101,handler`,
      to: `L001,2027-01-01,
990101,handler`,
      faults: [
        'ledger.csv:4: 网格 990101001001002 二网格在 2026-09-28 至 2026-12-31 没有网格监督员。在 ledger.csv 里为它补一行 supervisor。',
      ],
    },
    {
      name: 'a date that does not exist',
      from: 'web,S001,L001,2025-01-01,',
      to: 'web,S001,L001,2025-02-30,',
      faults: ['ledger.csv:4: from：“2025-02-30”不是日期。写成 2026-01-31，并且确有这一天。'],
    },
    {
      name: 'a term that ends before it begins',
      from: 'web,S001,L001,2025-01-01,',
      to: 'web,S001,L001,2025-01-01,2024-01-01',
      faults: [
        'ledger.csv:4: 任期 2025-01-01 至 2024-01-01 结束早于开始。改正 from 或 to；仍在任则 to 空着。',
      ],
    },
    {
      name: 'a deputy who is the same person',
      from: 'web,S001,L001',
      to: 'web,S002,L001',
      faults: ['ledger.csv:4: S002 张桂兰的代理人是本人。写另一个人，或空着。'],
    },
    {
      name: 'an unknown superior',
      from: 'web,S001,L001',
      to: 'web,S001,L009',
      faults: ['ledger.csv:4: 上级 L009 不在台账里。改正 superior，或为此人补一行。'],
    },
    {
      name: 'a ring of superiors that a later row closes again',
      from: 'web,,,2025-01-01,\n',
      to: 'web,,S001,2025-01-01,\n990101,expert,,L001,王秀英,13800010001,web,,S001,2025-01-01,\n',
      faults: ['ledger.csv:4: 上级绕成了圈：L001 → S001 → L001。改正其中一行的 superior。'],
    },
    {
      name: 'a ring of superiors',
      from: 'web,,,2025',
      to: 'web,,S001,2025',
      faults: ['ledger.csv:3: 上级绕成了圈：L001 → S001 → L001。改正其中一行的 superior。'],
    },
    {
      name: 'one person with two names',
      from: '990101,handler,U03,H001,刘志强,13800010004,web,,L001',
      to: '990101,handler,U03,L001,刘志强,13800010001,web,,',
      faults: [
        'ledger.csv:5: L001 的姓名这里是“刘志强”，前面是“王秀英”。同一个人各行写得一样；不同的人用不同的 person。',
      ],
    },
    {
      name: 'one person on two channels',
      from: '990101,handler,U03,H001,刘志强,13800010004,web,,L001',
      to: '990101,handler,U03,L001,王秀英,13800010001,wechaty,,',
      faults: [
        'ledger.csv:5: L001 的渠道这里是“wechaty”，前面是“web”。同一个人各行写得一样；不同的人用不同的 person。',
      ],
    },
    {
      name: 'an unknown unit',
      from: 'handler,U03',
      to: 'handler,U08',
      faults: ['ledger.csv:5: 没有编码为 U08 的单位。改正 unit，或在 units.csv 里补上。'],
    },
    {
      name: 'a handler without a unit',
      from: 'handler,U03',
      to: 'handler,',
      faults: ['ledger.csv:5: H001 刘志强是 handler，没有写单位。写上 unit。'],
    },
    {
      name: 'an unknown area',
      from: '990101,handler',
      to: '990102,handler',
      faults: ['ledger.csv:5: 没有编码为 990102 的区域。改正 area。'],
    },
    {
      name: 'a chain that ends below the top',
      from: 'S002,L001,2025',
      to: 'S002,,2025',
      faults: ['ledger.csv:3: S001 李建国没有上级，而所在区域 990101001001001 不是最上级。写上 superior。'],
    },
    {
      name: 'two persons in one conversation',
      from: '13800010004,web',
      to: '13800010004,web:S001',
      faults: ['ledger.csv:5: H001 与 S001 用同一个会话 web:S001。一个会话只能属于一个人。'],
    },
  ],
  'calendar/2026.json': [
    {
      name: 'a date of another year',
      from: '"2026-01-02"]',
      to: '"2025-01-02"]',
      faults: ['calendar/2026.json:4: 2025-01-02 不在 2026 年。移到那一年的文件里。'],
    },
    {
      name: 'a day both off and worked',
      from: '["2026-01-04"]',
      to: '["2026-01-02"]',
      faults: ['calendar/2026.json:5: 2026-01-02 既放假又上班。只留在 off 或 work 之一。'],
    },
    {
      name: 'a date that does not exist',
      from: '"2026-01-02"]',
      to: '"2026-02-30"]',
      faults: ['calendar/2026.json:4: off.第2项：“2026-02-30”不是日期。写成 2026-01-31，并且确有这一天。'],
    },
    {
      name: 'a day listed twice',
      from: '"2026-01-02"]',
      to: '"2026-01-01"]',
      faults: ['calendar/2026.json:4: 2026-01-01 在 off 里写了两次。只写一次。'],
    },
    {
      name: 'a year that is not the file’s',
      from: `"year": 2026,
  "final": true,
  "off": ["2026-01-01", "2026-01-02"],
  "work": ["2026-01-04"]`,
      to: `"year": 2025,
  "final": true,
  "off": [],
  "work": []`,
      faults: ['calendar/2026.json:2: 文件名是 2026 年，里面写的是 2025 年。让两处一致。'],
    },
    {
      name: 'a mistyped key',
      from: '"final": true',
      to: '"finl": true',
      faults: ['calendar/2026.json:3: 不认识的键“finl”。是不是“final”？'],
    },
    {
      name: 'a trailing comma',
      from: '["2026-01-04"]',
      to: '["2026-01-04",]',
      faults: [
        'calendar/2026.json:5: JSON 写法不对。检查这一行前后的逗号、引号和括号；JSON 里不能有注释、NaN 或末尾的逗号。',
      ],
    },
  ],
};
