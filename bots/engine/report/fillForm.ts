import { TEXT_LIMIT } from '../../../shared/contracts/turn.ts';
import { MOST_PHOTOS } from '../../../shared/domain/case/MOST_PHOTOS.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { omit } from '../omit.ts';
import { resident as say } from '../phrases/resident.ts';
import type { Form, FormPlace } from './Form.ts';
import { guessService } from './guessService.ts';
import { openSlot, type Slot } from './openSlot.ts';
import { placeFromText } from './placeFromText.ts';
import { phoneIn, readReport } from './readReport.ts';
import { withStep } from './stepBack.ts';

/** A form after a message, and what to say first. */
interface Filled {
  readonly form: Form;
  readonly lead: string;
}

/** Takes from a text all it gives: description, service, place, phone. */
export const fillText = (form: Form, text: string, know: Knowledge): Filled => {
  const filled = bySlot(form, text, know);
  return { ...filled, form: withStep(form, filled.form) };
};

const bySlot = (form: Form, text: string, know: Knowledge): Filled => {
  const slot = openSlot(form, know);
  if (slot === 'editText') return { form: { ...omit(form, 'edit'), text }, lead: say.changed };
  if (slot === 'editService' || (slot === 'offer' && form.edit === 'service'))
    return changeService(form, text, know);
  const meant = slot === 'whichPlace' ? placeByArea(form, text, know) : undefined;
  if (meant) return { form: { ...omit(form, 'places', 'edit'), place: meant }, lead: '' };
  if (slot === 'editPlace' || (slot === 'whichPlace' && form.edit === 'place'))
    return changePlace(form, text, know);
  if (slot === 'phone' && /^[\d\s+-]{5,}$/.test(text) && !phoneIn(text))
    return { form, lead: say.phoneWrong };
  return addText(omit(form, 'edit'), text, know);
};

const changeService = (form: Form, text: string, know: Knowledge): Filled => {
  const { guesses, sure } = know.classify(text);
  const [first] = guesses;
  if (!first) return { form, lead: say.serviceMissed };
  if (sure) return { form: { ...omit(form, 'edit', 'guesses'), service: first.service }, lead: say.changed };
  return { form: { ...form, guesses: guesses.map(({ service }) => service) }, lead: '' };
};

const changePlace = (form: Form, text: string, know: Knowledge): Filled => {
  const { found } = placeFromText(text, know);
  if (found.length === 0) return { form, lead: say.placeMissed };
  const [only] = found;
  if (only && found.length === 1)
    return { form: { ...omit(form, 'edit', 'places'), place: only }, lead: say.changed };
  return { form: { ...form, places: found }, lead: '' };
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

const addText = (form: Form, text: string, know: Knowledge): Filled => {
  const slot = openSlot(form, know);
  const read = readReport(form, slot, text, know);
  const { next: described, full } = withDescription(form, read.kept ? text : '');
  const called: Form = read.phone === undefined ? described : { ...described, phone: read.phone };
  const placed = withFound(called, read.found, slot === 'summary');
  const guessed = read.describes ? guessService(placed, text, know) : withMiss(form, placed, slot);
  const next = slot === 'summary' ? withCorrection(guessed, text, know) : guessed;
  const missed = SEEKS_PLACE.has(slot) && read.found.length === 0 && read.phone === undefined;
  return {
    form: next,
    lead: `${full ? say.textFull : leadOf(form, next)}${missed ? say.placeMissed : ''}`,
  };
};

/** 「不是，是井盖坏了」 at the summary: another matter, and the summary asks again. */
const withCorrection = (form: Form, text: string, know: Knowledge): Form => {
  if (readYesNo(text) !== 'no') return form;
  const { guesses, sure } = know.classify(text);
  const [first] = guesses;
  return first && sure ? { ...form, service: first.service } : form;
};

/** What does not fit is left out; but words that were not understood give way to those that come after them. */
const withDescription = (form: Form, text: string): { readonly next: Form; readonly full: boolean } => {
  const joined = form.text === '' || text === '' ? `${form.text}${text}` : `${form.text}\n${text}`;
  if (joined.length <= TEXT_LIMIT) return { next: { ...form, text: joined }, full: false };
  return form.service === undefined ? { next: { ...form, text }, full: false } : { next: form, full: true };
};

/** Asked for other words, somebody gave none. */
const withMiss = (before: Form, after: Form, slot: Slot): Form => {
  const gave = after.place !== before.place || after.places !== before.places || after.phone !== before.phone;
  return slot === 'otherWords' && !gave ? { ...after, misses: after.misses + 1 } : after;
};

const SEEKS_PLACE: ReadonlySet<Slot> = new Set(['place', 'whichPlace']);

/** Only a message that was added to something is worth a word; the first one is answered by the question itself. */
const leadOf = (before: Form, after: Form): string =>
  before.text !== '' && after.text !== before.text ? say.gotText : '';

/**
 * A place named in a text. It does not replace a tapped point unless the summary was already shown: then it is a change,
 * before that the description simply names where it is, in whatever order the messages came.
 */
const withFound = (form: Form, found: readonly FormPlace[], changes: boolean): Form => {
  const [first] = found;
  if (!first || (form.place?.tapped && !changes)) return form;
  if (found.some((place) => place.lng === form.place?.lng && place.lat === form.place.lat)) return form;
  return found.length === 1
    ? { ...omit(form, 'places'), place: first }
    : { ...omit(form, 'place'), places: found };
};

/** A tapped point: always the place, whatever was said before. */
export const fillPlace = (form: Form, place: FormPlace): Form =>
  withStep(form, {
    ...omit(form, 'places', ...(form.edit === 'place' || form.edit === 'menu' ? (['edit'] as const) : [])),
    place: { ...place, tapped: true },
  });

export const fillPhoto = (form: Form, key: string): Filled => {
  if (form.photos.length >= MOST_PHOTOS) return { form, lead: say.photoFull(MOST_PHOTOS) };
  const photos = [...form.photos, key];
  return { form: withStep(form, { ...form, photos }), lead: say.gotPhoto(photos.length) };
};
