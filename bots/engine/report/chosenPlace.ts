import type { CasePlace } from '../../../shared/domain/case/Case.ts';
import type { Form, OfferedPlace } from './Form.ts';

/** A place on offer as it goes into the form. Near a number that nobody knows it keeps the number: whoever goes there looks for that. */
export const chosenPlace = (
  { lng, lat, name }: OfferedPlace,
  { missed }: Pick<Form, 'missed'>,
): CasePlace => ({
  lng,
  lat,
  name: missed?.kind === 'number' ? `${missed.said}（${name}附近）` : name,
});
