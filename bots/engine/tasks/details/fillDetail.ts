import type { CasePlace } from '../../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../../shared/domain/city/Knowledge.ts';
import { trimSaid } from '../../../../shared/domain/text/trimSaid.ts';
import { omit } from '../../omit.ts';
import { details as say } from '../../phrases/details.ts';
import { MOST_PLACES, placeFromText } from '../../report/placeFromText.ts';
import { readNumber } from '../../words/readWords.ts';
import { type Detail, openSlot } from './Detail.ts';
import { colleagueName } from './detailMenu.ts';
import { readDispatch } from './readDispatch.ts';
import { readExtension } from './readExtension.ts';
import { onlyUnit, readUnit } from './readUnit.ts';

/** What became of words: more is known, and perhaps something was said besides; or they were not understood, and why. */
export type Filled =
  | { readonly detail: Detail; readonly rest: string }
  | { readonly missed: string; readonly detail: Detail };

/** Fills the slot that is open with what was said, all of it or its beginning; words for their own slot are taken as they are. */
export const fillDetail = (detail: Detail, said: string, know: Knowledge): Filled => {
  switch (openSlot(detail)) {
    case 'into':
      return fillInto(detail, said);
    case 'unit':
      return fillUnit(detail, said, know);
    case 'to':
      return fillTo(detail, said, know);
    case 'by':
      return fillBy(detail, said);
    case 'place':
      return fillPlace(detail, said, know);
    default:
      return { detail: { ...detail, words: said }, rest: '' };
  }
};

const fillInto = (detail: Detail, said: string): Filled => {
  const into = readNumber(said.replace(/^(?:并?到|和|跟|与)\s*|(?:这一?件|那一?件)?(?:一起|并案)?$/gu, ''));
  return into === undefined ? { missed: '', detail } : { detail: { ...detail, into }, rest: '' };
};

/** The unit may stand before what it is asked for: 「供电公司 需要停电」, and of 改派 helpers may follow it. */
const fillUnit = (detail: Detail, said: string, know: Knowledge): Filled => {
  for (const { head, rest } of headsOf(said)) {
    const dispatched = readDispatch(head, know);
    const isPlain = detail.action === 'redispatch' || dispatched?.assist === undefined;
    if (dispatched && isPlain) return { detail: { ...omit(detail, 'options'), ...dispatched }, rest };
  }
  const [word = ''] = said.split(GAP);
  const options = readUnit(word, know).slice(0, MOST_OFFERED);
  return options.length > 1 ? { missed: '', detail: { ...detail, options } } : { missed: say.noUnit, detail };
};

const MOST_OFFERED = 9;
const GAP = /[\s,，、;；:：。]+/u;

/** 「A，协办 B，因为 C」 → the whole, then ever less of it, with what is left. */
const headsOf = (said: string): readonly { readonly head: string; readonly rest: string }[] => {
  const gaps = [...said.matchAll(/[\s,，、;；:：。]+/gu)];
  const cuts = gaps.map(({ index, 0: gap }) => ({
    head: said.slice(0, index),
    rest: said.slice(index + gap.length),
  }));
  return [{ head: said, rest: '' }, ...cuts.toReversed()].filter(({ head }) => head !== '');
};

const fillTo = (detail: Detail, said: string, know: Knowledge): Filled => {
  const word = trimSaid(said.replace(/^(?:转|交|派)?给?\s*/u, ''));
  const { options = [] } = detail;
  const to =
    options.find((code) => trimSaid(colleagueName(code, know)) === word) ??
    options.find((code) => code === `unit:${onlyUnit(word, know) ?? ''}`);
  return to === undefined ? { missed: say.notColleague, detail } : { detail: { ...detail, to }, rest: '' };
};

const fillBy = (detail: Detail, said: string): Filled => {
  const read = readExtension(said, detail.limit ?? '');
  return read ? { detail: { ...detail, by: read.by }, rest: read.rest } : { missed: say.notDuration, detail };
};

const fillPlace = (detail: Detail, said: string, know: Knowledge): Filled => {
  const { found, missed } = placeFromText(said, know);
  const [only, ...others] = found;
  if (!only) {
    const near = (missed?.near ?? []).slice(0, MOST_PLACES).map(placeOf);
    const rest = omit(detail, 'places');
    return { missed: say.noPlace, detail: near.length > 0 ? { ...rest, places: near } : rest };
  }
  return others.length === 0
    ? { detail: { ...detail, place: placeOf(only) }, rest: '' }
    : { missed: '', detail: { ...detail, places: found.map(placeOf) } };
};

const placeOf = ({ lng, lat, name }: CasePlace): CasePlace => ({ lng, lat, name });

/** A button, by its code. */
export const chooseForDetail = (detail: Detail, value: string): Detail => {
  switch (openSlot(detail)) {
    case 'into':
      return { ...detail, into: value };
    case 'unit':
      return { ...omit(detail, 'options'), unit: value };
    case 'to':
      return { ...detail, to: value };
    case 'by':
      return { ...detail, by: value };
    case 'place':
      return { ...detail, ...placed(detail.places?.[Number(value)]) };
    case 'urgent':
      return { ...detail, urgent: value === 'yes' };
    case 'words':
      return { ...detail, words: value, confirmed: true };
    default:
      return { ...detail, confirmed: true };
  }
};

const placed = (place: CasePlace | undefined): Pick<Detail, 'place'> => (place ? { place } : {});
