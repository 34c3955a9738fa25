import type { CasePlace, Privacy } from '../../../shared/domain/case/Case.ts';
import { omit } from '../omit.ts';

/** A report being filled in. A slot that is absent is not known yet. */
export interface Form {
  readonly text: string;
  readonly photos: readonly string[];
  readonly service?: string;
  /** Service codes the words may mean, best first, while `service` is open. */
  readonly guesses?: readonly string[];
  /** The condition (情形) the person chose, and of which service: with another service it means nothing. */
  readonly condition?: { readonly service: string; readonly code: string };
  /** How often the words were not understood. */
  readonly misses: number;
  readonly place?: FormPlace;
  /** Places the words may mean, while the person has not said which. */
  readonly places?: readonly OfferedPlace[];
  /** What was said as a place and is none that is known, until there is one. */
  readonly missed?: MissedPlace;
  readonly phone?: string;
  /** 巡查上报: staff found it themselves. */
  readonly patrol?: true;
  /** 匿名, 保密 */
  readonly privacy?: Privacy;
  /** 举报: codes of units that may be the one complained about; one, once that is clear. */
  readonly accused?: readonly string[];
  /** What of the materials of a service is there, once that was said. */
  readonly owes?: FormOwes;
  /** What the person is changing at the summary. */
  readonly edit?: 'menu' | FormEdit;
  /** The cell that the person is known to be in: its code. */
  readonly here?: string;
  /** It is there, and where in the cell is asked. */
  readonly inCell?: true;
  /** What was said of a further matter, which comes after this one. */
  readonly later?: string;
  /** What each message filled, oldest first, for 返回. */
  readonly steps: readonly FormStep[];
}

/** What can be changed one by one. */
export type FormEdit = 'service' | 'condition' | 'place' | 'text' | 'photo' | 'phone' | 'materials';

/** Of which service; codes of what will come later (容缺受理). `picking`: which ones is being said. `promised`: 我承诺. */
export interface FormOwes {
  readonly service: string;
  readonly missing: readonly string[];
  readonly picking?: true;
  readonly promised?: true;
}

/**
 * Its name is that which it gets when it is chosen; `called`: as it is offered, where that differs; `area`: what tells it apart from others
 * of its name. `apart`: by so many house numbers from the one that was said; `metres`: from where the person is.
 */
export interface OfferedPlace extends CasePlace {
  readonly called?: string;
  readonly area?: string;
  readonly apart?: number;
  readonly metres?: number;
}

/** A house number that its road has not, a road alone, a name with one wrong character, or words that only sound like a place. */
export type MissedPlace =
  | { readonly kind: 'number' | 'road' | 'spelling'; readonly said: string }
  | { readonly kind: 'place' };

/** A tapped point is more exact than a name in a description, and stays. */
export type FormPlace = CasePlace & { readonly tapped?: true };

/** `text`: how long the description was before. */
export interface FormStep {
  readonly text?: number;
  readonly service?: true;
  readonly condition?: true;
  readonly place?: true;
  readonly photo?: true;
  readonly phone?: true;
  readonly owes?: true;
}

/** A form after a message, and what to say first, with its own line end. */
export interface Filled {
  readonly form: Form;
  readonly lead: string;
}

const EMPTY_FORM: Form = { text: '', photos: [], misses: 0, steps: [] };

/** An empty form of a conversation that may have been opened in a cell. */
export const newForm = ({ cell }: { readonly cell?: string }): Form =>
  cell === undefined ? EMPTY_FORM : { ...EMPTY_FORM, here: cell };

/** Nothing was understood yet: a greeting or a slip, not a report in progress. */
export const isBare = (form: Form): boolean =>
  form.text === '' &&
  form.photos.length === 0 &&
  form.service === undefined &&
  !form.place &&
  !form.places &&
  form.phone === undefined &&
  form.privacy === undefined &&
  form.patrol === undefined;

/** Enough is known that it should not be lost by a slip: what it is, where, or how it looks. */
export const isFilled = ({ service, place, photos }: Form): boolean =>
  service !== undefined || place !== undefined || photos.length > 0;

/** What was to be changed stays as it was. */
export const withoutEdit = (form: Form): Form => omit(form, 'edit', 'guesses', 'places', 'missed', 'inCell');
