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
    ...(sameCondition(before, after) ? {} : { condition: true }),
    ...(samePlace(before, after) ? {} : { place: true }),
    ...(after.photos.length > before.photos.length ? { photo: true } : {}),
    ...(after.phone === before.phone ? {} : { phone: true }),
    ...(after.owes === before.owes ? {} : { owes: true }),
  };
  return Object.keys(step).length === 0
    ? after
    : { ...after, steps: [...before.steps, step].slice(-MOST_STEPS) };
};

const samePlace = (before: Form, after: Form): boolean =>
  after.place === before.place && after.places === before.places && after.inCell === before.inCell;

const sameCondition = (before: Form, after: Form): boolean =>
  after.condition?.code === before.condition?.code && after.condition?.service === before.condition?.service;

/**
 * 返回: what the last message filled is open again. While it is not known what the matter is, it leads to where that can be said
 * anew, rather than to the same question once more, and keeps what came besides. Undefined when there is nothing to take back.
 */
export const stepBack = (form: Form, know: Knowledge): Form | undefined => {
  if (form.edit) return leaveEdit(form);
  if (!isVague(form)) return undo(form, form.steps.length - 1, know);
  const back = undo(
    form,
    form.steps.findLastIndex((step) => step.text !== undefined || step.service),
    know,
  );
  return back && isVague(back) ? (stepBack(back, know) ?? back) : back;
};

/** Something was said, and it is not clear what it is about. */
const isVague = (form: Form): boolean => form.service === undefined && (form.text !== '' || !!form.guesses);

const undo = (form: Form, at: number, know: Knowledge): Form | undefined => {
  const step = form.steps[at];
  if (!step) return undefined;
  const text = step.text === undefined ? form.text : form.text.slice(0, step.text);
  const rest: Form = omit(
    form,
    ...(step.service ? (['service', 'guesses'] as const) : []),
    ...(step.condition ? (['condition'] as const) : []),
    ...(step.place ? (['place', 'places', 'missed', 'inCell'] as const) : []),
    ...(step.phone ? (['phone'] as const) : []),
    ...(step.owes ? (['owes'] as const) : []),
  );
  const back: Form = {
    ...rest,
    text,
    photos: step.photo ? form.photos.slice(0, -1) : form.photos,
    misses: 0,
    steps: form.steps.toSpliced(at, 1),
  };
  const again = step.service && text !== '' ? offerAgain(back, know) : back;
  return isSame(again, form) ? undo(again, again.steps.length - 1, know) : again;
};

/** A step that was already undone by a later one. */
const isSame = (after: Form, before: Form): boolean =>
  after.text === before.text &&
  after.service === before.service &&
  !after.guesses === !before.guesses &&
  sameCondition(before, after) &&
  samePlace(before, after) &&
  after.photos.length === before.photos.length &&
  after.phone === before.phone &&
  after.owes === before.owes;

const leaveEdit = (form: Form): Form => {
  const closed = omit(form, 'edit', 'guesses', 'places', 'missed', 'inCell');
  return form.edit === 'menu' ? closed : { ...closed, edit: 'menu' };
};

const offerAgain = (form: Form, know: Knowledge): Form => {
  const { guesses } = know.classify(form.text);
  return guesses.length === 0 ? form : { ...form, guesses: guesses.map(({ service }) => service) };
};
