import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { serviceName, unitName } from '../cases/describeCase.ts';
import { resident as say } from '../phrases/resident.ts';
import { accusedOf } from './accusedOf.ts';
import { describeCondition } from './describeCondition.ts';
import { summaryOfMaterials } from './describeMaterials.ts';
import type { Form } from './Form.ts';
import { formCondition } from './formCondition.ts';
import { needsPhone } from './openSlot.ts';
import { nameOfPlace } from './placeFromPoint.ts';

/** What is shown before 确认: everything that will be filed, and who will not see it. */
export const summaryOf = (form: Form, know: Knowledge): string => {
  const code = form.service ?? '';
  const service = know.service(code);
  const [accused] = accusedOf(form, know);
  return say.summary({
    service: serviceName(code, know),
    condition: describeCondition(service, formCondition(form, know)),
    place: form.place ? nameOfPlace(form.place, form.text, know) : '',
    text: form.text,
    photos: form.photos.length,
    phone: service && needsPhone(form, service) ? form.phone : undefined,
    more: [
      ...summaryOfMaterials(form, know),
      ...(form.privacy === undefined ? [] : [say.privacy[form.privacy]]),
      ...(accused === undefined ? [] : [say.accused(unitName(accused, know))]),
    ],
  });
};
