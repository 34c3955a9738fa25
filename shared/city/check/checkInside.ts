import type { Area } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { findOutside, type Outside } from '../geometry/findOutside.ts';
import type { Check } from './Draft.ts';
import { areaText, metresText, suchAs } from './mapTexts.ts';
import { surveyOf } from './Survey.ts';
import { tellFirst } from './tellFirst.ts';

/** Every leaf lies within the areas above it that are drawn, but for a square metre. The nearest one that it leaves is told. */
export const checkInside: Check = (draft) => {
  const { mosaic, leaves, areas: places, shapeOf } = surveyOf(draft);
  const areas = draft.city.areas ?? [];
  const known = new Map(areas.map((area) => [area.code, area]));
  const questions = new Map<number, ReturnType<typeof findOutside>>();
  const outsideOf = (whole: number, shape: number): Outside | undefined => {
    const ask = questions.get(whole) ?? findOutside(mosaic, whole);
    questions.set(whole, ask);
    return ask(shape);
  };
  const findings = leaves.flatMap((shape): readonly Finding[] => {
    const leaf = areas[places[shape] ?? -1];
    if (!leaf) return [];
    for (const above of areasAbove(leaf, known)) {
      const whole = shapeOf(above);
      const outside = whole === undefined ? undefined : outsideOf(whole, shape);
      if (!outside) continue;
      const what = `网格 ${areaText(leaf)}有 ${metresText(outside.squareMetres)}在上级 ${areaText(above)}之外`;
      return [
        {
          at: ['areas', places[shape] ?? 0, 'polygons'],
          what: `${what}${suchAs(outside.inside())}`,
          remedy: '改正它的边界，或改正上级的边界',
        },
      ];
    }
    return [];
  });
  return tellFirst(findings, '网格在上级之外还有');
};

/** From the nearest up. Codes may name each other in a ring: told elsewhere, and left here after the first round. */
const areasAbove = (leaf: Area, known: ReadonlyMap<string, Area>): readonly Area[] => {
  const above = new Set<Area>();
  for (
    let area = known.get(leaf.parent ?? '');
    area && area !== leaf && !above.has(area);
    area = known.get(area.parent ?? '')
  )
    above.add(area);
  return [...above];
};
