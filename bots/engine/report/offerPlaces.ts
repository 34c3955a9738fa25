import type { CasePlace } from '../../../shared/domain/case/Case.ts';
import { omit } from '../omit.ts';
import type { Form, MissedPlace, OfferedPlace } from './Form.ts';

/** Places to choose from; `missed`: what was said instead of a known one. A place that is being put right stays until another is chosen. */
export const offerPlaces = (form: Form, places: readonly OfferedPlace[], missed?: MissedPlace): Form => ({
  ...omit(form, 'missed', 'inCell', ...(form.edit === 'place' ? [] : (['place'] as const))),
  places,
  ...(missed ? { missed } : {}),
});

/** The place is known: nothing is offered or missed any more, and what it was offered with is forgotten. */
export const withPlace = (form: Form, { lng, lat, name }: CasePlace): Form => ({
  ...omit(form, 'places', 'missed', 'inCell'),
  place: { lng, lat, name },
});
