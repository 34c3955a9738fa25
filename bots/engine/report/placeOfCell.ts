import type { CasePlace } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { pointInside } from '../../../shared/domain/grid/pointInside.ts';
import { nameOfLeaf } from './placeFromPoint.ts';

/** A cell as a place: its own point under its own name. Undefined for what is no cell of this version of the city. */
export const placeOfCell = (code: string | undefined, know: Knowledge): CasePlace | undefined => {
  if (code === undefined) return undefined;
  const point = know.isLeaf(code) ? pointInside(know.shapeOf(code)) : undefined;
  if (!point || know.locate(point)?.code !== code) return undefined;
  return { ...point, name: nameOfLeaf(know.lineage(code)) };
};
