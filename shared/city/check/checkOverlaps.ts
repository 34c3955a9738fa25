import type { Area } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { commonPieces } from '../geometry/commonPieces.ts';
import type { Overlap } from '../geometry/findOverlaps.ts';
import { cityOverlaps } from './cityOverlaps.ts';
import type { Check } from './Draft.ts';
import { areaText, metresText, suchAs } from './mapTexts.ts';
import { type Survey, surveyOf } from './Survey.ts';
import { tellFirst } from './tellFirst.ts';

/** A leaf that lies over more others than this is what is wrong, not they. */
const MOST_OF_ONE = 20;

/** No two leaves have more than a square metre in common. Told where the later one stands. */
export const checkOverlaps: Check = (draft) => {
  const survey = surveyOf(draft);
  const areas = draft.city.areas ?? [];
  const { overlaps, all } = cityOverlaps(survey);
  const told = new Map<number, number>();
  const more = new Map<number, number>();
  const findings: Finding[] = [];
  for (const overlap of overlaps) {
    const { a, b } = overlap;
    const full = [b, a].find((shape) => (told.get(shape) ?? 0) >= MOST_OF_ONE);
    if (full !== undefined) count(more, full);
    else {
      count(told, a);
      count(told, b);
      findings.push(tellPair(overlap, survey, areas));
    }
  }
  const rest = [...more].map(([shape, times]) => tellMore(shape, times, survey, areas));
  return [...tellFirst([...findings, ...rest], '网格重叠还有'), ...(all ? [] : [tooMany])];
};

const count = (counts: Map<number, number>, shape: number): void => {
  counts.set(shape, (counts.get(shape) ?? 0) + 1);
};

const tellPair = (
  { a, b, squareMetres }: Overlap,
  { mosaic, areas: places }: Survey,
  areas: readonly Area[],
): Finding => {
  const names = [a, b].map((shape) => areas[places[shape] ?? -1]).map((area) => area && areaText(area));
  const inside = commonPieces(mosaic, a, b)[0]?.inside;
  return {
    at: ['areas', places[b] ?? 0, 'polygons'],
    also: ['areas', places[a] ?? 0, 'polygons'],
    what: `网格 ${names[1]}与 ${names[0]}重叠 ${metresText(squareMetres)}${suchAs(inside)}`,
    remedy: '以一方的边界为准，改正另一方',
  };
};

const tellMore = (
  shape: number,
  times: number,
  { areas: places }: Survey,
  areas: readonly Area[],
): Finding => {
  const area = areas[places[shape] ?? -1];
  return {
    at: ['areas', places[shape] ?? 0, 'polygons'],
    what: `网格 ${area && areaText(area)}还与另外 ${times} 个网格重叠`,
    remedy: '先改正这个网格的图形，再检查一次',
  };
};

const tooMany: Finding = {
  at: ['areas'],
  what: '重叠的网格太多，没有全部查完，空隙也没有查',
  remedy: '看看是不是把同一批网格导出了两次；改正列出的，再检查一次',
};
