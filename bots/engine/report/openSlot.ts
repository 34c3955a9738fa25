import type { Service } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { accusedOf } from './accusedOf.ts';
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
  | 'whichUnit'
  | 'materials'
  | 'missing'
  | 'promise'
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
  materials: 'materials',
} as const;

const editSlot = ({ edit }: Form): Slot | undefined => (edit ? EDIT_SLOTS[edit] : undefined);

const missingSlot = (form: Form, know: Knowledge): Slot => {
  if (form.text === '') return form.misses === 0 ? 'text' : 'otherWords';
  const service = form.service === undefined ? undefined : know.service(form.service);
  if (!service) return 'otherWords';
  if (!form.place) return 'place';
  if (!formCondition(form, know)) return 'condition';
  if (needsPhone(form, service) && form.phone === undefined) return 'phone';
  if (service.needs.includes('photo') && form.photos.length === 0) return 'photo';
  if (accusedOf(form, know).length > 1) return 'whichUnit';
  return materialSlot(form, service) ?? 'summary';
};

/** Who wants to stay unknown is not asked for a number. */
export const needsPhone = ({ privacy }: Pick<Form, 'privacy'>, { needs }: Pick<Service, 'needs'>): boolean =>
  privacy !== 'anonymous' && needs.includes('phone');

const materialSlot = ({ owes }: Form, { code, materials = [] }: Service): Slot | undefined => {
  if (materials.length === 0) return undefined;
  if (owes?.service !== code) return 'materials';
  if (owes.picking) return 'missing';
  return owes.missing.length > 0 && !owes.promised ? 'promise' : undefined;
};

/** Everything is known, whether or not the person is changing something. */
export const isComplete = (form: Form, know: Knowledge): boolean =>
  !form.places && !form.guesses && missingSlot(form, know) === 'summary';
