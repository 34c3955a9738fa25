import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { Form, FormEdit } from './Form.ts';
import { needsPhone } from './openSlot.ts';

/** What of a form can be changed, in the order in which it is offered: what it has, and what there is to tell apart. */
export const editableSlots = (form: Form, know: Knowledge): readonly FormEdit[] => {
  const service = form.service === undefined ? undefined : know.service(form.service);
  const has: Readonly<Record<FormEdit, boolean>> = {
    service: service !== undefined,
    condition: (service?.conditions.length ?? 0) > 1,
    place: form.place !== undefined,
    text: service !== undefined && form.text !== '',
    photo: form.photos.length > 0,
    phone: form.phone !== undefined && service !== undefined && needsPhone(form, service),
    materials: form.owes !== undefined && form.owes.service === service?.code,
  };
  return (Object.keys(has) as FormEdit[]).filter((slot) => has[slot]);
};
