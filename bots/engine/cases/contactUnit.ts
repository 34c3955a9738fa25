import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { resident as say } from '../phrases/resident.ts';

/** 人工: the telephone of the unit above all others. */
export const contactUnit = (know: Knowledge): string => {
  const roots = know.city.units.filter(({ parent, phone }) => parent === undefined && phone !== '');
  const [root] = roots;
  return root ? say.human(root.name, root.phone) : say.humanWithout;
};
