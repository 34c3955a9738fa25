import type { Knowledge, PlaceMiss } from '../../../shared/domain/city/Knowledge.ts';
import { contentOf } from '../../../shared/domain/text/contentOf.ts';
import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { toldCondition } from '../../../shared/domain/text/guessCondition.ts';
import { readEmergency } from '../../../shared/domain/text/readEmergency.ts';
import type { Form, OfferedPlace } from './Form.ts';
import { whereabouts } from './nearestFirst.ts';
import type { Slot } from './openSlot.ts';
import { placeFromText } from './placeFromText.ts';

/** What a text gives to a report. */
export interface Read {
  readonly phone?: string;
  readonly found: readonly OfferedPlace[];
  /** What is said as if it were a place, when none is named. */
  readonly missed?: PlaceMiss;
  /** A place is named as where it is not. */
  readonly denied: boolean;
  /** Nothing is said but a place. */
  readonly onlyPlace: boolean;
  /** It says something of the matter. */
  readonly describes: boolean;
  /** It becomes part of the description. */
  readonly kept: boolean;
}

export const readReport = (form: Form, slot: Slot, text: string, know: Knowledge): Read => {
  const phone = phoneIn(text);
  // A number that was asked for is not repeated in the description, which more people read.
  const onlyPhone = phone !== undefined && (slot === 'phone' || !/\p{L}/u.test(text.replace(phone, '')));
  const { found, missed, denied, onlyPlace } = placeFromText(text, know, whereabouts(form, know));
  const describes = !onlyPhone && !onlyPlace && /\p{L}/u.test(text) && exactWord(text, NOTHING) === undefined;
  return {
    ...(phone === undefined ? {} : { phone }),
    found,
    ...(missed ? { missed } : {}),
    denied,
    onlyPlace,
    describes,
    kept: describes && (found.length > 0 || isWorthKeeping(form, text, know)),
  };
};

/** Answers that describe nothing. */
const NOTHING = [
  '不知道',
  '不清楚',
  '不晓得',
  '不记得',
  '都不是',
  '随便',
  '没有',
  '没有了',
  '没了',
  '无',
  '说不清',
  '不确定',
];

/**
 * Whether words say something of the matter, and not only to us: 「先别报」「谢谢你啊小伙子」 do not. Until it is known what the matter
 * is, short words that say nothing about any are not made part of it.
 */
export const isWorthKeeping = (form: Form, text: string, know: Knowledge): boolean => {
  const content = contentOf(text).length;
  const service = form.service === undefined ? undefined : know.service(form.service);
  return (
    (content >= 2 && (service !== undefined || text.length >= 6)) ||
    (content > 0 && know.classify(text).guesses.length > 0) ||
    (service !== undefined && toldCondition(service, text) !== undefined) ||
    readEmergency(text).length > 0
  );
};

/** A mobile number, or a line with its area code, standing by itself. */
export const phoneIn = (text: string): string | undefined =>
  /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/.exec(text.normalize('NFKC'))?.[0];
