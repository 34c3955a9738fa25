import type { Area } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { findGaps, findHoles } from '../geometry/findGaps.ts';
import { cityOverlaps } from './cityOverlaps.ts';
import type { Check } from './Draft.ts';
import { areaText, metresText, suchAs } from './mapTexts.ts';
import { surveyOf } from './Survey.ts';
import { tellFirst } from './tellFirst.ts';

/** Square metres: a larger hole, such as a lake or another city's land, is left open on purpose. */
const ON_PURPOSE = 10_000;

/**
 * Leaves leave no gap of more than a square metre within the root, where the root is drawn. Where it is not, nobody has said what
 * they should cover; small holes among them are worth a note.
 */
export const checkGaps: Check = (draft) => {
  const survey = surveyOf(draft);
  // While a leaf is missing from the map, its place is a gap that it will fill.
  if (!survey.whole || survey.leaves.length === 0 || !cityOverlaps(survey).all) return [];
  const areas = draft.city.areas ?? [];
  const roots = [...areas.entries()].filter(([, { parent }]) => parent === undefined);
  const [root] = roots;
  if (!root || roots.length > 1) return [];
  const [i, area] = root;
  const whole = survey.shapeOf(area);
  if (whole === undefined && area.polygons?.length) return [];
  const { gaps, all } =
    whole === undefined
      ? findHoles(survey.mosaic, survey.leaves)
      : findGaps(survey.mosaic, survey.leaves, whole);
  const findings = whole === undefined ? notesOf(i, gaps) : faultsOf(i, area, gaps);
  return [...tellFirst(findings, '空隙还有'), ...(all || whole === undefined ? [] : [tooMany])];
};

type Pieces = ReturnType<typeof findGaps>['gaps'];

const faultsOf = (i: number, root: Area, gaps: Pieces): readonly Finding[] =>
  gaps.map(({ squareMetres, inside }) => ({
    at: ['areas', i, 'polygons'],
    what: `${areaText(root)}里有 ${metresText(squareMetres)}的空隙，不属于任何网格${suchAs(inside)}`,
    remedy: '把它划给旁边的网格，或改正最上级的边界',
  }));

const notesOf = (i: number, holes: Pieces): readonly Finding[] =>
  holes
    .filter(({ squareMetres }) => squareMetres < ON_PURPOSE)
    .map(({ squareMetres, inside }) => ({
      at: ['areas', i],
      what: `网格之间空着 ${metresText(squareMetres)}${suchAs(inside)}`,
      remedy: '若不是有意留出的，划给旁边的网格',
      note: true,
    }));

const tooMany: Finding = {
  at: ['areas'],
  what: '相邻的网格大多对不上边，空隙只查了南边的一部分',
  remedy: '看看各网格是不是分别画的；在地图软件里让相邻的边界一致，再检查一次',
};
