import type { Area } from '../../../shared/domain/city/City.ts';
import { readArguments, TARGET_HELP, TARGET_OPTIONS } from './readArguments.ts';
import { Stop } from './Stop.ts';

export const IMPORT_HELP = `把手头的地图和表格变成城市文件夹
Make a city folder of the maps and tables a city has

  npm run city -- import --to DIR 来源…

来源，给哪些就换哪些，其余照旧；每个可写几次 / sources: what is given replaces what was there
  --areas FILE     网格地图：GeoJSON（多大都行）、Shapefile（.shp 或 .zip）/ map
  --ledger FILE    责任台账：Excel（.xlsx .xls .et）或 CSV（UTF-8、GBK 都行）/ ledger
  --places FILE    地点   --units FILE  单位   --routes FILE  派遣规则

  --to DIR         写到这里；里面已有的文件夹作底子，要加 --yes 才换 / where to
  --yes            换掉 DIR；原来的改名留着，不会删 / replace DIR, the old one is kept beside it
  --city DIR       DIR 里没有的文件从这里抄（如 cities/example）/ take what is missing from here
  --crs NAME       坐标系：wgs84（默认，CGCS2000 也是）、gcj02（高德、腾讯）、bd09（百度）；
                   不一样时分开写：--crs areas=wgs84,places=bd09 / coordinates
  --swap           纬度写在了经度前面 / latitude stands first
  --kind KIND      网格没写城乡类型时：urban 城镇、rural 乡村 / for grids that do not say
  --map 列名=含义   列名对不上时，如 --map 责任人=name,备注=-（- 是不要这一列）；
                   只对一张表：ledger.责任人=name / what a column means
  --fill KEY=值    空格子和没有的列填什么，如 --fill role=supervisor,from=2026-01-01 / for empty cells
  --sheet 名称     要哪张工作表；几个工作簿时 --sheet ledger=名称 / which sheet
  --ignore         不认识的列不要了（会列出来）/ leave out unknown columns
  --stage NAME     同已发布的比较，不写则同 DIR 里原有的比较 / compare with what is published
${TARGET_HELP.slice(TARGET_HELP.indexOf('  --table'), TARGET_HELP.indexOf('退出码'))}
例 / examples
  npm run city -- import --to cities/mine --city cities/example --areas 网格.geojson --kind urban
  npm run city -- import --to cities/mine --ledger 台账.xlsx --yes
  npm run city -- import --to cities/mine --places 地点.csv --crs bd09 --map 门牌=name --ignore --yes

退出码 / exit codes: 0 写好了，检查没有问题 ok · 1 还有问题（会说写了没有）faults · 2 命令写错 wrong usage
`;

const OPTIONS = {
  ...TARGET_OPTIONS,
  stage: { type: 'string' },
  to: { type: 'string' },
  city: { type: 'string' },
  areas: { type: 'string', multiple: true },
  ledger: { type: 'string', multiple: true },
  places: { type: 'string', multiple: true },
  units: { type: 'string', multiple: true },
  routes: { type: 'string', multiple: true },
  crs: { type: 'string', multiple: true },
  map: { type: 'string', multiple: true },
  fill: { type: 'string', multiple: true },
  sheet: { type: 'string', multiple: true },
  kind: { type: 'string' },
  swap: { type: 'boolean', default: false },
  ignore: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const;

/** What was asked for; undefined when that was the help. Throws `Stop` when something is missing or means nothing. */
export const readImportOptions = (args: readonly string[]) => {
  const values = readArguments(args, { help: IMPORT_HELP, options: OPTIONS, words: 0 })?.values;
  if (!values) return undefined;
  const wrong = (what: string): Stop => new Stop(`命令写错了：${what}\n\n${IMPORT_HELP}`, 2);
  const { to, kind, areas = [], ledger = [], places = [], units = [], routes = [] } = values;
  if (!to) throw wrong('没有写 --to，不知道写到哪个文件夹');
  if (kind !== undefined && !isKind(kind)) throw wrong(`--kind 只能是 urban 或 rural，不能是 ${kind}`);
  const files = { areas, ledger, places, units, routes };
  if (Object.values(files).every((given) => given.length === 0))
    throw wrong('没有写来源：--areas、--ledger、--places、--units、--routes 至少写一个');
  return { ...values, to, files, kind };
};

const isKind = (text: string): text is NonNullable<Area['kind']> => text === 'urban' || text === 'rural';
