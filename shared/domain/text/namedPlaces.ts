import { exactName, findNames, type NameSpan } from './findNames.ts';
import type { PlaceIndex } from './PlaceIndex.ts';
import { placeBounds } from './placeBounds.ts';
import { placeName } from './placeText.ts';
import { readSpot } from './readSpot.ts';

/** A name in a text with what is said of the spot there: `text.slice(from, to)`. */
export interface NamedPlace extends NameSpan {
  readonly from: number;
  readonly to: number;
  /** It is said where from it: 对面. */
  readonly nearby: boolean;
}

/** More is not read for a spot. */
const LONGEST_SPOT = 60;
/** Right behind 建设路12号: 36号 of the same road; behind 向阳小区3幢: 11幢. */
const MORE_NUMBERS =
  /^(?:[和与跟、到至~-]|,?(?:而是|应该是|是在?))(甲?\d{1,5}(?:-\d{1,4})?号(?!线)|\d{1,3}幢)/u;
const NUMBERED = /^(?:(.*[路街道巷弄])甲?\d{1,5}(?:-\d{1,4})?号|(.*?)\d{1,3}幢)$/u;

/** The places named in a text (as `placeText` makes it) as where something is, in their order. */
export const namedPlaces = (index: PlaceIndex, text: string): readonly NamedPlace[] => {
  const spans = findNames(index, text, placeBounds(text));
  const found = spans.flatMap((span, at) => {
    const upTo = text.slice(0, spans[at + 1]?.start ?? text.length);
    return withMoreNumbers(index, withSpot(index, span, upTo), upTo);
  });
  return found.filter(
    (one, at) => !isAside(text, one, found[at + 1]) && !isAddition(text, found[at - 1], one),
  );
};

/** A building of a compound is a place of its own where it is known as one. */
const withSpot = (index: PlaceIndex, span: NameSpan, upTo: string): NamedPlace => {
  const { length, building, nearby } = readSpot(upTo.slice(span.end, span.end + LONGEST_SPOT));
  const named = { ...span, from: span.end, to: span.end + length, nearby };
  if (!building) return named;
  const compound = index.place(index.ownerOf(span.names.low)).name;
  const names = exactName(index, `${placeName(compound)}${building.name}`);
  return names.low === names.high ? named : { ...named, names, from: span.end + building.length };
};

/** 建设路12号和36号: the others, too, where they are known. */
const withMoreNumbers = (index: PlaceIndex, first: NamedPlace, upTo: string): readonly NamedPlace[] => {
  const all = [first];
  const [, road, compound] = NUMBERED.exec(index.nameAt(first.names.low)) ?? [];
  const stem = road ?? compound;
  for (let last = first; stem !== undefined; ) {
    const [joined, number] = MORE_NUMBERS.exec(upTo.slice(last.to, last.to + 24)) ?? [];
    if (joined === undefined || number === undefined) break;
    const names = exactName(index, `${stem}${number}`);
    if (names.low === names.high) break;
    const end = last.to + joined.length;
    last = withSpot(index, { start: end - number.length, end, names }, upTo);
    all.push(last);
  }
  return all;
};

/** 向阳小区对面的新华书店 is in the bookshop, 建设路12号向阳小区3幢 in the building: what comes before only leads there. */
const isAside = (text: string, one: NamedPlace, next: NamedPlace | undefined): boolean => {
  if (!next) return false;
  const between = text.slice(one.to, next.start);
  if (one.nearby) return between === '' || between === '的';
  return between === '' && (hasNumber(text, next) || !hasNumber(text, one));
};

/** 建设路12号向阳小区 is at the number. */
const isAddition = (text: string, before: NamedPlace | undefined, one: NamedPlace): boolean =>
  before?.to === one.start && !before.nearby && hasNumber(text, before) && !hasNumber(text, one);

const hasNumber = (text: string, { start, to }: NamedPlace): boolean => /\d/u.test(text.slice(start, to));
