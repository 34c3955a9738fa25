import { MOST_PHOTOS } from '../../../shared/domain/case/MOST_PHOTOS.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { omit } from '../omit.ts';
import { materials } from '../phrases/materials.ts';
import { misses } from '../phrases/misses.ts';
import { resident as say } from '../phrases/resident.ts';
import { addText } from './addText.ts';
import type { Filled, Form, FormPlace } from './Form.ts';
import { fillCondition } from './fillCondition.ts';
import { fillMaterials } from './fillMaterials.ts';
import { missPlace } from './missPlace.ts';
import { whereabouts } from './nearestFirst.ts';
import { offerPlaces, withPlace } from './offerPlaces.ts';
import { openSlot, type Slot } from './openSlot.ts';
import { placeFromText } from './placeFromText.ts';
import { isWorthKeeping, phoneIn } from './readReport.ts';
import { spotInCell } from './spotInCell.ts';
import { withStep } from './stepBack.ts';

/** Takes from a text all it gives: description, service, condition, place, phone. */
export const fillText = (form: Form, text: string, know: Knowledge): Filled => {
  const filled = bySlot(form, text, know);
  return { ...filled, form: withStep(form, filled.form) };
};

const bySlot = (form: Form, text: string, know: Knowledge): Filled => {
  const slot = openSlot(form, know);
  if (slot === 'editText')
    return isWorthKeeping(form, text, know)
      ? { form: { ...omit(form, 'edit'), text }, lead: say.changed }
      : { form, lead: '' };
  if (slot === 'editService' || (slot === 'offer' && form.edit === 'service'))
    return changeService(form, text, know);
  const placed = byPlace(form, slot, text, know);
  if (placed) return placed;
  if (slot === 'condition') return fillCondition(form, text, know);
  if (slot === 'materials' || slot === 'missing') return fillMaterials(form, slot, text, know);
  if (slot === 'promise') return { form, lead: materials.sayPromise };
  if (slot === 'phone' && !phoneIn(text) && (form.edit || /^[\d\s+-]{5,}$/.test(text)))
    return { form, lead: say.phoneWrong };
  return addText(form, slot, text, know);
};

/** Where the place alone is asked for. */
const byPlace = (form: Form, slot: Slot, text: string, know: Knowledge): Filled | undefined => {
  const meant = slot === 'whichPlace' ? placeByArea(form, text, know) : undefined;
  if (meant) return { form: withPlace(omit(form, 'edit'), meant), lead: '' };
  const spot = spotInCell(form, slot, text, know);
  return spot ?? (form.edit === 'place' && slot !== 'offer' ? changePlace(form, text, know) : undefined);
};

const changeService = (form: Form, text: string, know: Knowledge): Filled => {
  const { guesses, sure } = know.classify(text);
  const [first] = guesses;
  if (!first) return { form, lead: misses.notThatMatter };
  if (sure) return { form: { ...omit(form, 'edit', 'guesses'), service: first.service }, lead: say.changed };
  return { form: { ...form, guesses: guesses.map(({ service }) => service) }, lead: '' };
};

const changePlace = (form: Form, text: string, know: Knowledge): Filled => {
  const { found, missed } = placeFromText(text, know, whereabouts(form, know));
  if (found.length === 0)
    return missPlace(form, { text, missed }, true, know) ?? { form, lead: misses.changesPlace };
  const [only] = found;
  if (only && found.length === 1) return { form: withPlace(omit(form, 'edit'), only), lead: say.changed };
  return { form: offerPlaces(form, found), lead: '' };
};

/** 「幸福社区那个」: the one place on offer whose community or grid is named. */
const placeByArea = (form: Form, text: string, know: Knowledge): FormPlace | undefined => {
  const named = (form.places ?? []).filter((place) =>
    know
      .lineage(know.locate(place)?.code ?? '')
      .slice(0, 2)
      .some((area) => text.includes(area.name)),
  );
  return named.length === 1 ? named[0] : undefined;
};

/** A tapped point: always the place, whatever was said before. A house number that nobody knew is there. */
export const fillPlace = (form: Form, place: FormPlace): Form => {
  const { edit, missed } = form;
  const name = place.name === '' && missed?.kind === 'number' ? missed.said : place.name;
  return withStep(form, {
    ...omit(
      form,
      'places',
      'missed',
      'inCell',
      ...(edit === 'place' || edit === 'menu' ? (['edit'] as const) : []),
    ),
    place: { ...place, name, tapped: true },
  });
};

/** A photo is added; the first that comes while photos are being changed replaces them. */
export const fillPhoto = (form: Form, key: string): Filled => {
  if (form.edit === 'photo') return { form: { ...omit(form, 'edit'), photos: [key] }, lead: say.changed };
  if (form.photos.length >= MOST_PHOTOS) return { form, lead: say.photoFull(MOST_PHOTOS) };
  const photos = [...form.photos, key];
  return { form: withStep(form, { ...form, photos }), lead: say.gotPhoto(photos.length) };
};
