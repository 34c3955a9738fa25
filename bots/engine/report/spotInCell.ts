import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { cannotSay } from '../../../shared/domain/text/cannotSay.ts';
import { CLAUSES } from '../../../shared/domain/text/matterText.ts';
import { soundsLikePlace } from '../../../shared/domain/text/soundsLikePlace.ts';
import { omit } from '../omit.ts';
import { misses } from '../phrases/misses.ts';
import type { Filled, Form } from './Form.ts';
import { withPlace } from './offerPlaces.ts';
import type { Slot } from './openSlot.ts';
import { placeFromText } from './placeFromText.ts';
import { placeOfCell } from './placeOfCell.ts';

const PLACES: ReadonlySet<Slot> = new Set(['place', 'editPlace', 'inCell']);
/** A longer spot is a story. */
const LONGEST = 24;
const DENIES = /不是|不在|不对|没在|没有|并非/u;
const BEFORE = /^(?:我们?|就|是|在|应该|大概|好像)+/u;

/**
 * The answer to where in the cell it is: what is beside it, or which building, stands in the name of the cell; whoever cannot say is not held
 * up, and asked where in the cell if they could not say where at all. Undefined for what names a place of the city, nearly names one, or tells something else.
 */
export const spotInCell = (form: Form, slot: Slot, text: string, know: Knowledge): Filled | undefined => {
  const cell = PLACES.has(slot) ? placeOfCell(form.here, know) : undefined;
  if (!cell) return undefined;
  if (slot !== 'inCell') return cannotSay(text) ? { form: { ...form, inCell: true }, lead: '' } : undefined;
  const free: Form = form.edit === 'place' ? omit(form, 'edit') : form;
  if (cannotSay(text)) return { form: withPlace(free, cell), lead: '' };
  const { found, missed, denied } = placeFromText(text, know);
  if (found.length > 0 || denied || (missed && missed.kind !== 'spelling')) return undefined;
  const spot = spotOf(text, know);
  if (spot === undefined) return undefined;
  return { form: withPlace(free, { ...cell, name: misses.spotIn(cell.name, spot) }), lead: '' };
};

/** The clauses that are meant as a place. */
const spotOf = (text: string, know: Knowledge): string | undefined => {
  const spots = text
    .split(CLAUSES)
    .filter((clause) => clause !== '' && !DENIES.test(clause))
    .filter((clause) => soundsLikePlace(clause, know.classify(clause).guesses.length > 0))
    .map((clause) => clause.replace(BEFORE, ''));
  const spot = spots.filter(Boolean).join('，');
  return spot === '' || spot.length > LONGEST ? undefined : spot;
};
