import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { Form } from './Form.ts';
import { formCondition } from './formCondition.ts';
import { placeOfCell } from './placeOfCell.ts';

/** What the form is waiting for. */
export type Slot =
  | 'editMenu'
  | 'editService'
  | 'editPlace'
  | 'editText'
  | 'editPhoto'
  | 'text'
  | 'offer'
  | 'otherWords'
  | 'whichPlace'
  | 'place'
  | 'inCell'
  | 'condition'
  | 'phone'
  | 'photo'
  | 'summary';

/** The first thing that is missing; a function of the form alone, so that the order in which it was filled does not matter. */
export const openSlot = (form: Form, know: Knowledge): Slot => {
  if (form.places) return 'whichPlace';
  if (form.guesses) return 'offer';
  const slot = editSlot(form) ?? missingSlot(form, know);
  return form.inCell && PLACES.has(slot) && placeOfCell(form.here, know) ? 'inCell' : slot;
};

const PLACES: ReadonlySet<Slot> = new Set(['place', 'editPlace']);

const EDIT_SLOTS = {
  menu: 'editMenu',
  service: 'editService',
  place: 'editPlace',
  text: 'editText',
  photo: 'editPhoto',
  condition: 'condition',
  phone: 'phone',
} as const;

const editSlot = ({ edit }: Form): Slot | undefined => (edit ? EDIT_SLOTS[edit] : undefined);

const missingSlot = (form: Form, know: Knowledge): Slot => {
  if (form.text === '') return form.misses === 0 ? 'text' : 'otherWords';
  const service = form.service === undefined ? undefined : know.service(form.service);
  if (!service) return 'otherWords';
  if (!form.place) return 'place';
  if (!formCondition(form, know)) return 'condition';
  if (service.needs.includes('phone') && form.phone === undefined) return 'phone';
  if (service.needs.includes('photo') && form.photos.length === 0) return 'photo';
  return 'summary';
};

/** Everything is known, whether or not the person is changing something. */
export const isComplete = (form: Form, know: Knowledge): boolean =>
  !form.places && !form.guesses && missingSlot(form, know) === 'summary';
