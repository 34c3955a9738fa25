import { TEXT_LIMIT } from '../../../shared/contracts/turn.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { serviceName } from '../cases/describeCase.ts';
import { omit } from '../omit.ts';
import { misses } from '../phrases/misses.ts';
import { resident as say } from '../phrases/resident.ts';
import type { Filled, Form } from './Form.ts';
import { withToldCondition } from './formCondition.ts';
import { guessService } from './guessService.ts';
import { missPlace } from './missPlace.ts';
import { offerPlaces, withPlace } from './offerPlaces.ts';
import type { Slot } from './openSlot.ts';
import { type Read, readReport } from './readReport.ts';

/** Words that are not the answer to one particular question: each slot takes what is in them for it. `slot`: what was asked. */
export const addText = (given: Form, slot: Slot, text: string, know: Knowledge): Filled => {
  const form = slot === 'condition' ? given : omit(given, 'edit');
  const read = readReport(form, slot, text, know);
  if (slot === 'editPhoto' && !gives(read)) return { form: given, lead: '' };
  const summedUp = slot === 'summary';
  const { next: described, full } = withDescription(form, read.kept ? text : '');
  const called: Form = read.phone === undefined ? described : { ...described, phone: read.phone };
  const missed = missedPlace(called, { slot, text, read }, know);
  const placed = missed?.form ?? withFound(called, read, summedUp);
  const guessed = read.describes ? guessService(placed, text, know) : withMiss(form, placed, slot);
  const next = summedUp ? withCorrection(guessed, text, know) : guessed;
  return {
    form: next,
    lead: [
      movedLead(form, next, summedUp),
      full ? say.textFull : missed ? '' : leadOf(form, next, read, slot),
      matterLead(form, next, know),
      missed?.lead ?? placeLead(form, next, read, slot),
    ].join(''),
  };
};

/** At the summary: another matter (「不是路灯，是井盖坏了」), or another condition of it; and the summary asks again. */
const withCorrection = (form: Form, text: string, know: Knowledge): Form => {
  const { guesses, sure } = know.classify(text);
  const [first] = guesses;
  const denies = readYesNo(text) === 'no' || /^(?:不是|不对|错了|[弄搞]错)/u.test(text);
  if (!first || first.service === form.service || !denies) return withToldCondition(form, text, know);
  return sure
    ? withToldCondition({ ...form, service: first.service }, text, know)
    : { ...form, edit: 'service', guesses: guesses.map(({ service }) => service) };
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

/**
 * Only a message that was added to something is worth a word; the first one is answered by the question itself. At the summary it
 * must not sound as if it had been accepted, nor words that say nothing of the matter as if they had been added.
 */
const leadOf = (before: Form, after: Form, read: Read, slot: Slot): string => {
  if (!gives(read)) return SUMMED_UP.has(slot) ? say.notAdded : '';
  if (before.text === '' || after.text === before.text) return '';
  return SUMMED_UP.has(slot) ? say.addedUnsubmitted : say.gotText;
};

const gives = ({ kept, phone, found, denied }: Read): boolean =>
  kept || phone !== undefined || found.length > 0 || denied;

/** A place that was shown does not change without a word. */
const movedLead = (before: Form, { place }: Form, summedUp: boolean): string =>
  summedUp && place && place !== before.place ? say.placeChanged(place.name) : '';

const SUMMED_UP: ReadonlySet<Slot> = new Set(['summary', 'editMenu', 'editPhoto']);

const SEEKS_PLACE: ReadonlySet<Slot> = new Set(['place', 'whichPlace', 'inCell']);

/** What the matter is was understood, and where it is was not: both are said. */
const matterLead = (before: Form, { service, places, missed }: Form, know: Knowledge): string =>
  before.service === undefined && service !== undefined && (places || missed)
    ? misses.matter(serviceName(service, know))
    : '';

/** A place is all that was said, or all that was understood. */
const placeLead = (before: Form, after: Form, { found, describes }: Read, slot: Slot): string => {
  const [only] = found;
  const alone = (slot === 'text' || slot === 'otherWords') && found.length === 1 && !describes;
  const understood = after.misses > before.misses && after.place !== before.place;
  return only && (alone || understood) ? misses.gotPlace(only.name) : '';
};

interface Heard {
  readonly slot: Slot;
  readonly text: string;
  readonly read: Read;
}

/** Words meant as a place that is not known. A place that is known already stays, unless it is being put right. */
const missedPlace = (form: Form, { slot, text, read }: Heard, know: Knowledge): Filled | undefined => {
  const { found, denied, phone, missed, onlyPlace } = read;
  if (found.length > 0 || denied || phone !== undefined) return undefined;
  const corrects =
    slot === 'summary' && missed !== undefined && missed.kind !== 'spelling' && CORRECTS.test(text);
  if (form.place && !corrects) return undefined;
  const corrected: Form = form.place ? { ...form, edit: 'place' } : form;
  return missPlace(corrected, { text, missed, onlyPlace }, corrects || SEEKS_PLACE.has(slot), know);
};

const CORRECTS = /不是|不对|不在|错了|[弄搞说]错|应该|改/u;

/**
 * A place named in a text. It does not replace a tapped point unless the summary was already shown: then it is a change,
 * before that the description simply names where it is, in whatever order the messages came.
 */
const withFound = (form: Form, { found, denied }: Read, changes: boolean): Form => {
  const [first] = found;
  if (!first && denied && changes) return { ...form, edit: 'place' };
  if (!first || (form.place?.tapped && !changes)) return form;
  if (found.some((place) => place.lng === form.place?.lng && place.lat === form.place.lat)) return form;
  return found.length === 1 ? withPlace(form, first) : offerPlaces(form, found);
};
