import type { Area } from '../../../shared/domain/city/City.ts';
import { findWritten } from '../../../shared/domain/city/findWritten.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { Stop } from './Stop.ts';

/** One of them is given. */
export interface Where {
  readonly place?: string | undefined;
  readonly leaf?: string | undefined;
  readonly point?: string | undefined;
}

interface Found {
  readonly leaf: Area;
  /** How it was found. */
  readonly by: string;
}

/** The leaf that a place, a code or a point means. Throws `Stop` with what to do when there is none, or several. */
export const findLeaf = (know: Knowledge, { place, leaf, point }: Where): Found => {
  if (leaf !== undefined) return { leaf: leafOf(know, leaf), by: '按编码' };
  if (point !== undefined) return { leaf: leafAt(know, point), by: `坐标 ${point}` };
  return leafNamed(know, place ?? '');
};

const leafOf = (know: Knowledge, code: string): Area => {
  const area = know.area(code);
  if (!area) throw new Stop(`没有编码为 ${code} 的网格：看 areas.geojson，或用 --place 写地名`, 1);
  if (know.isLeaf(code)) return area;
  const below = know
    .leavesUnder(code)
    .slice(0, 3)
    .map((each) => `${each.code} ${each.name}`);
  throw new Stop(`${code} ${area.name}不是最末级，下面有：${below.join('、')} 等，写其中一个`, 1);
};

const leafAt = (know: Knowledge, text: string): Area => {
  const written = findWritten(know, text);
  switch (written?.kind) {
    case 'leaf':
      return written.leaf;
    case 'swapped':
      throw new Stop(saySwapped(written), 1);
    case 'outside':
      throw new Stop(`${text} 不在这个城市的任何网格里：看坐标是否写对`, 1);
    default:
      throw new Stop(`“${text}”不是坐标：先经度后纬度，如 --point 121.4712,31.2304`, 2);
  }
};

const saySwapped = ({ meant, leaf }: { readonly meant: string; readonly leaf?: Area }): string =>
  `经纬度好像写反了，先经度后纬度：--point ${meant}${leaf ? `（${leaf.code} ${leaf.name}）` : '，但那也不在这个城市的任何网格里'}`;

const leafNamed = (know: Knowledge, said: string): Found => {
  if (findWritten(know, said)) return { leaf: leafAt(know, said), by: `坐标 ${said}` };
  const hits = know.findPlaces(said);
  const [first] = hits;
  if (!first)
    throw new Stop(
      `没有找到地点“${said}”：换个说法（places.csv），或用 --point 写坐标、--leaf 写网格编码`,
      1,
    );
  const leaf = know.area(first.area);
  if (leaf && hits.every(({ area }) => area === first.area)) return { leaf, by: `地点 ${first.name}` };
  const candidates = hits.map(
    ({ name, area }) => `  --leaf ${area}   ${name}，${know.lineage(area).map(nameOf).join(' ← ')}`,
  );
  throw new Stop([`“${said}”有 ${hits.length} 处，选一个：`, ...candidates].join('\n'), 1);
};

const nameOf = ({ name }: Area): string => name;
