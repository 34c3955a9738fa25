import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { Form } from './Form.ts';

/** The unit that a report complains of; several, while it is not clear which of one short name. Where it is tells streets' own apart. */
export const accusedOf = ({ accused = [], place }: Form, know: Knowledge): readonly string[] => {
  const leaf = accused.length > 1 && place ? know.locate(place) : undefined;
  if (!leaf) return accused;
  const here = know.lineage(leaf.code).map(({ name }) => name);
  const local = accused.filter((code) => here.some((area) => know.unit(code)?.name.startsWith(area)));
  return local.length > 0 ? local : accused;
};
