import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { omit } from '../omit.ts';
import type { Form, FormStep } from './Form.ts';

/** Steps that can be taken back; older ones are forgotten. */
const MOST_STEPS = 6;

/** `after`, remembering what it filled that `before` had not. */
export const withStep = (before: Form, after: Form): Form => {
  const step: FormStep = {
    ...(after.text === before.text
      ? {}
      : { text: after.text.startsWith(before.text) ? before.text.length : 0 }),
    ...(after.service === before.service && !after.guesses === !before.guesses ? {} : { service: true }),
    ...(samePlace(before, after) ? {} : { place: true }),
    ...(after.photos.length > before.photos.length ? { photo: true } : {}),
    ...(after.phone === before.phone ? {} : { phone: true }),
  };
  return Object.keys(step).length === 0
    ? after
    : { ...after, steps: [...before.steps, step].slice(-MOST_STEPS) };
};

const samePlace = (before: Form, after: Form): boolean =>
  after.place === before.place && after.places === before.places;

/** 返回: what the last message filled is open again. Undefined when there is nothing to take back. */
export const stepBack = (form: Form, know: Knowledge): Form | undefined => {
  if (form.edit) return leaveEdit(form);
  const step = form.steps.at(-1);
  if (!step) return undefined;
  const text = step.text === undefined ? form.text : form.text.slice(0, step.text);
  const rest: Form = omit(
    form,
    ...(step.service ? (['service', 'guesses'] as const) : []),
    ...(step.place ? (['place', 'places'] as const) : []),
    ...(step.phone ? (['phone'] as const) : []),
  );
  const back: Form = {
    ...rest,
    text,
    photos: step.photo ? form.photos.slice(0, -1) : form.photos,
    misses: 0,
    steps: form.steps.slice(0, -1),
  };
  const again = step.service && text !== '' ? offerAgain(back, know) : back;
  return isSame(again, form) ? stepBack(again, know) : again;
};

/** A step that was already undone by a later one. */
const isSame = (after: Form, before: Form): boolean =>
  after.text === before.text &&
  after.service === before.service &&
  !after.guesses === !before.guesses &&
  samePlace(before, after) &&
  after.photos.length === before.photos.length &&
  after.phone === before.phone;

const leaveEdit = (form: Form): Form => {
  const closed = omit(form, 'edit', 'guesses', 'places');
  return form.edit === 'menu' ? closed : { ...closed, edit: 'menu' };
};

const offerAgain = (form: Form, know: Knowledge): Form => {
  const { guesses } = know.classify(form.text);
  return guesses.length === 0 ? form : { ...form, guesses: guesses.map(({ service }) => service) };
};
