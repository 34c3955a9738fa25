import type { Point } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { metresApart } from '../../../shared/domain/grid/metresApart.ts';

type Places = Pick<Knowledge, 'placesCalled' | 'locate' | 'lineage'>;

/**
 * The area that tells a place apart from the others of its name: its community, or where that is not enough the nearest area above that
 * is, or its grid. Undefined for a name that only one place has.
 */
export const areaApart = (name: string, at: Point, know: Places): string | undefined => {
  const [, ...others] = know
    .placesCalled(name)
    .toSorted((a, b) => metresApart(a, at) - metresApart(b, at) || a.lng - b.lng);
  if (others.length === 0) return undefined;
  const lineage = (point: Point) => know.lineage(know.locate(point)?.code ?? '');
  const taken = new Set(others.flatMap(lineage).map((area) => area.name));
  const [leaf, ...above] = lineage(at);
  return [...above, leaf].find((area) => area && !taken.has(area.name))?.name ?? leaf?.name;
};

interface Said extends Point {
  readonly name: string;
  /** What was said of where there: 门口. */
  readonly spot?: string;
}

/** What a place is called to people: 便民药店门口（人民社区） where the name is not unique in the city. */
export const nameApart = ({ name, spot = '', ...at }: Said, know: Places): string => {
  const area = areaApart(name, at, know);
  return area === undefined ? `${name}${spot}` : `${name}${spot}（${area}）`;
};
