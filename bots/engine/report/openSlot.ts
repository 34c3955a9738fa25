import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { Form } from './Form.ts';

/** What the form is waiting for. */
export type Slot =
  | 'editMenu'
  | 'editService'
  | 'editPlace'
  | 'editText'
  | 'text'
  | 'offer'
  | 'otherWords'
  | 'whichPlace'
  | 'place'
  | 'phone'
  | 'photo'
  | 'summary';

/** The first thing that is missing; a function of the form alone, so that the order in which it was filled does not matter. */
export const openSlot = (form: Form, know: Knowledge): Slot => {
  if (form.places) return 'whichPlace';
  if (form.guesses) return 'offer';
  return editSlot(form) ?? missingSlot(form, know);
};

const editSlot = (form: Form): Slot | undefined => {
  switch (form.edit) {
    case 'menu':
      return 'editMenu';
    case 'service':
      return 'editService';
    case 'place':
      return 'editPlace';
    case 'text':
      return 'editText';
    default:
      return undefined;
  }
};

const missingSlot = (form: Form, know: Knowledge): Slot => {
  if (form.text === '') return form.misses === 0 ? 'text' : 'otherWords';
  const service = form.service === undefined ? undefined : know.service(form.service);
  if (!service) return 'otherWords';
  if (!form.place) return 'place';
  if (service.needs.includes('phone') && form.phone === undefined) return 'phone';
  if (service.needs.includes('photo') && form.photos.length === 0) return 'photo';
  return 'summary';
};

/** Everything is known, whether or not the person is changing something. */
export const isComplete = (form: Form, know: Knowledge): boolean =>
  !form.places && !form.guesses && missingSlot(form, know) === 'summary';
