import { openWhole } from '../../../shared/city/openCity.ts';
import { staffingStore } from '../../../shared/city/staffingStore.ts';
import type { Area } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { NO_STAFFING } from '../../../shared/domain/ledger/Staffing.ts';
import { whoAnswers } from '../../../shared/domain/routing/whoAnswers.ts';
import { findLeaf } from './findLeaf.ts';
import { findService } from './findService.ts';
import { isFolder } from './isFolder.ts';
import { publishedCity } from './publishedVersion.ts';
import { readArguments, TARGET_HELP, TARGET_OPTIONS } from './readArguments.ts';
import { readChecked } from './readChecked.ts';
import { routeLines } from './routeLines.ts';
import { Stop } from './Stop.ts';
import type { Surroundings, TargetOptions } from './Surroundings.ts';
import { tellRoute } from './tellRoute.ts';

const HELP = `一件事在一个地方归谁办：权衡过的每条规则、今天由谁负责、时限
Who handles a matter at a place: every rule weighed, who answers today, the limits

  npm run city -- route --service S (--place P | --leaf CODE | --point LNG,LAT) [options]

  --service S      事项的编码、名称，或老百姓的说法 / code, name, or how people say it
  --place P        地点，如 建设路12号 / a place by name
  --leaf CODE      网格编码 / code of a leaf
  --point LNG,LAT  经度,纬度 / WGS-84 degrees
  --city CITY      文件夹，或已发布的城市代号（默认本机运行的那个）/ a folder, or the id of a published city
  --version V      已发布城市的哪个版本（默认 current）；看一个件当时为何这样派 / which version of it
${TARGET_HELP}`;

const OPTIONS = {
  ...TARGET_OPTIONS,
  service: { type: 'string' },
  place: { type: 'string' },
  leaf: { type: 'string' },
  point: { type: 'string' },
  city: { type: 'string' },
  version: { type: 'string' },
} as const;

export const routeCommand = async (args: readonly string[], around: Surroundings): Promise<number> => {
  const read = readArguments(args, { help: HELP, options: OPTIONS, words: 0 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const { service: said, ...where } = read.values;
  const places = [where.place, where.leaf, where.point].filter((given) => given !== undefined);
  if (said === undefined || places.length !== 1)
    throw new Stop(`写上 --service，并在 --place、--leaf、--point 里写一个\n\n${HELP}`, 2);
  const opened = await openAsked(where, around);
  if (!opened) return 1;
  const { know, lineOf } = opened;
  const service = findService(know, said);
  const place = findLeaf(know, where);
  const answering = whoAnswers(know, { service: service.service, leaf: place.leaf.code, now: Date.now() });
  around.out(`事项：${service.service.code} ${service.service.name}（${service.by}）`);
  around.out(`网格：${answering.lineage.map(titleOf).join(' ← ')}（${place.by}）`);
  tellRoute(answering, { know, lineOf, out: around.out });
  return answering.route.lead ? 0 : 1;
};

interface Opened {
  readonly know: Knowledge;
  readonly lineOf?: (index: number) => number;
}

interface Asked extends TargetOptions {
  readonly city?: string | undefined;
  readonly version?: string | undefined;
}

/** Undefined for a folder with faults, which are printed. */
const openAsked = async (asked: Asked, around: Surroundings): Promise<Opened | undefined> => {
  const { city: named, version = 'current' } = asked;
  if (named !== undefined && (await isFolder(named))) {
    const city = await readChecked(named, around);
    return city && { know: openWhole(city, NO_STAFFING), lineOf: await routeLines(named) };
  }
  const target = await around.open(asked);
  const city = await publishedCity(target, named, version);
  const { staffing } = await staffingStore(city.id, { blobs: target.blobs, versions: target.store }).load();
  return { know: openWhole(city, staffing) };
};

const titleOf = ({ code, name }: Area): string => `${code} ${name}`;
