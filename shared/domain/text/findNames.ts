import type { NameRange, PlaceIndex } from './PlaceIndex.ts';

/** A name found in a text: `text.slice(start, end)`, and the names in the index that are it. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly names: NameRange;
}

/** The names that begin with this text; an empty range when there is none. */
export const namesFrom = (index: PlaceIndex, text: string): NameRange => {
  let range = index.all;
  for (let depth = 0; depth < text.length && range.low < range.high; depth++)
    range = index.narrow(range, depth, text.charCodeAt(depth));
  return range;
};

/** The names that are exactly this text; an empty range when there is none. */
export const exactName = (index: PlaceIndex, text: string): NameRange =>
  index.narrow(namesFrom(index, text), text.length, -1);

type Fits = (start: number, end: number) => boolean;

/** Of the names that begin here the longest that `fits`. Names are in order, so each character narrows what is left. */
const longestAt = (index: PlaceIndex, text: string, start: number, fits: Fits): NameSpan | undefined => {
  let found: NameSpan | undefined;
  let range = index.all;
  for (let depth = 0; start + depth < text.length; depth++) {
    range = index.narrow(range, depth, text.charCodeAt(start + depth));
    if (range.low === range.high) break;
    const end = start + depth + 1;
    // A name that ends here stands before those that go on.
    if (index.charAt(range.low, depth + 1) === -1 && fits(start, end))
      found = { start, end, names: index.narrow(range, depth + 1, -1) };
  }
  return found;
};

/** The longest name at each position, without those that lie inside one found before. In order; neighbours may overlap. */
const allNames = (index: PlaceIndex, text: string, fits: Fits): readonly NameSpan[] => {
  const spans: NameSpan[] = [];
  let reached = 0;
  for (let start = 0; start < text.length; start++) {
    const span = longestAt(index, text, start, fits);
    if (!span || span.end <= reached) continue;
    reached = span.end;
    spans.push(span);
  }
  return spans;
};

/** The names that stand in a text, in their order: of those that overlap the longest. */
export const findNames = (index: PlaceIndex, text: string, fits: Fits): readonly NameSpan[] => {
  const chosen: NameSpan[] = [];
  const taken = new Uint8Array(text.length);
  const byLength = [...allNames(index, text, fits)].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  for (const span of byLength) {
    if (taken[span.start] === 1 || taken[span.end - 1] === 1) continue;
    taken.fill(1, span.start, span.end);
    chosen.push(span);
  }
  return chosen.sort((a, b) => a.start - b.start);
};
