import type { FolderFiles } from '../../shared/city/readCity.ts';

/** A whole city in a few lines: two grids side by side, two services, one unit. Line numbers in tests refer to these texts. */
export const smallCity: Readonly<Record<string, string>> = {
  'city.yaml': `id: small
name: 小城
timezone: Asia/Shanghai
hours: [["09:00", "12:00"], ["13:30", "17:30"]]
levels: [county, street, community, grid]
rounds: 2
unratedAfter: 5wd
duplicates: { metres: 100, within: 7d }
notices: { quiet: ["21:30", "07:30"] }
`,
  'areas.geojson': `{ "type": "FeatureCollection", "features": [
{"type":"Feature","properties":{"code":"990101","name":"小城","level":"county"},"geometry":null},
{"type":"Feature","properties":{"code":"990101001","name":"一街","level":"street","parent":"990101"},"geometry":null},
{"type":"Feature","properties":{"code":"990101001001","name":"一社区","level":"community","parent":"990101001"},"geometry":null},
{"type":"Feature","properties":{"code":"990101001001001","name":"一网格","level":"grid","parent":"990101001001","kind":"urban"},"geometry":{"type":"Polygon","coordinates":[[[121.47,31.23],[121.48,31.23],[121.48,31.24],[121.47,31.24],[121.47,31.23]]]}},
{"type":"Feature","properties":{"code":"990101001001002","name":"二网格","level":"grid","parent":"990101001001","kind":"rural"},"geometry":{"type":"Polygon","coordinates":[[[121.48,31.23],[121.49,31.23],[121.49,31.24],[121.48,31.24],[121.48,31.23]]]}}
]}
`,
  'places.csv': `name,aliases,lng,lat,area,kind
建设路1号,建设路一号|老邮局,121.471,31.231,990101001001001,门牌
东门,,121.485,31.235,,路口
`,
  'catalog.yaml': `groups:
  - { code: "01", name: 市政公用设施 }
services:
  - code: "01037"
    name: 路灯异常
    group: "01"
    kind: request
    words: [路灯不亮, 路灯坏了]
    not: [交通灯]
    verify: true
    check: true
    needs: [place, text]
    conditions:
      - { code: a, name: 不亮, urgent: false, limits: { verify: 2h, accept: 2wh, sign: 1wh, handle: 3wd, check: 4wh } }
      - { code: b, name: 漏电, urgent: true, limits: { verify: 30m, accept: 30m, sign: 30m, handle: 8h, check: 4h } }
  - code: "01001"
    name: 井盖异常
    group: "01"
    kind: request
    words: [井盖没了]
    not: []
    verify: true
    check: true
    needs: [place]
    conditions:
      - { code: a, name: 缺失, urgent: true, limits: { verify: 30m, accept: 30m, sign: 30m, handle: 8h, check: 4h } }
`,
  'units.csv': `code,name,parent,phone,channel
U00,指挥中心,,12345,web
U03,路灯管理所,U00,0990-5550103,web
`,
  'routes.csv': `service,area,unit,share
01037,990101,U03,lead
01*,990101,U00,lead
*,990101,U00,lead
`,
  'ledger.csv': `area,role,unit,person,name,phone,channel,deputy,superior,from,to
990101,leader,,L001,王秀英,13800010001,web,,,2025-01-01,
990101001001001,supervisor,,S001,李建国,13800010002,web,S002,L001,2025-01-01,
990101001001002,supervisor,,S002,张桂兰,13800010003,web,S001,L001,2025-01-01,
990101,handler,U03,H001,刘志强,13800010004,web,,L001,2025-01-01,
990101,handler,U00,H900,孙丽华,13800010090,web,,L001,2025-01-01,
`,
  'calendar/2026.json': `{
  "year": 2026,
  "final": true,
  "off": ["2026-01-01", "2026-01-02"],
  "work": ["2026-01-04"]
}
`,
};

/** The day of all tests of city folders. */
export const TODAY = '2026-09-28';

const encoder = new TextEncoder();

export const filesOf = (texts: Readonly<Record<string, string>>): FolderFiles =>
  new Map(Object.entries(texts).map(([file, text]) => [file, encoder.encode(text)]));

/** The small city with one text of one file replaced. The text must be there, else the test would plant nothing. */
export const withChange = (file: string, from: string, to: string): Readonly<Record<string, string>> => {
  const text = smallCity[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return { ...smallCity, [file]: text.replace(from, () => to) };
};
