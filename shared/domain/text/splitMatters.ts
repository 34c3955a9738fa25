import type { Classification, PlaceHit } from '../city/Knowledge.ts';
import { tellsMatter } from './matterText.ts';

export interface Matters {
  /** What was said of the first; empty when all of it is about another than the one already spoken of. */
  readonly first: string;
  /** The rest, without the word that joined it: one matter or more. */
  readonly later: string;
}

interface Ears {
  classify(text: string): Classification;
  findPlaces(text: string): readonly PlaceHit[];
}

/** Words with which people go on to something else. Of 「还有人乱扔垃圾」 only 还 is one, of 「还有人民路」 both. */
const GOES_ON =
  /^(?:还(?=有人(?![民行工]))|还有|另外|再有|再就是|还要说|此外|顺便|同时)(?:就是|呢|一件事|一个事|个事|件事)?[,，:：]?/u;
const ALSO = /^[^也]{0,8}也/u;
/** Where a message may go on: behind punctuation, or before a word that goes on. */
const PIECES = /(?<=[,.;!?，。；！？\n])|(?=(?<!^)(?:还有|另外|再有|再就是|此外|顺便))/u;
const ENDS = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

/**
 * Two matters in one message: a later clause that is surely another service than what went before, and that is joined on
 * (「还有」「另外」, 「…也」) or named with a place of its own. `current`: the service already spoken of. Undefined when the message is about one.
 */
export const splitMatters = (message: string, ears: Ears, current?: string): Matters | undefined => {
  const pieces = message.split(PIECES);
  let spoken = current;
  /** Where the words began that joined on what is not yet known to be another matter. */
  let joined: number | undefined;
  for (const [at, piece] of pieces.entries()) {
    if (GOES_ON.test(piece.trim())) joined ??= at;
    const service = surely(piece, ears);
    if (service === undefined) continue;
    const before = pieces.slice(0, at).join('');
    if (spoken !== undefined && service !== spoken && (joined !== undefined || isApart(before, piece, ears)))
      return cut(pieces, joined ?? at);
    spoken ??= service;
    joined = undefined;
  }
  return undefined;
};

const surely = (piece: string, { classify }: Ears): string | undefined => {
  const said = piece.trim().replace(GOES_ON, '').replace(ENDS, '');
  if (!tellsMatter(said)) return undefined;
  const { guesses, sure } = classify(said);
  return sure ? guesses[0]?.service : undefined;
};

/** Said as one more thing, or of another place. */
const isApart = (before: string, piece: string, { findPlaces }: Ears): boolean => {
  if (ALSO.test(piece.trim())) return true;
  const known = findPlaces(before);
  const own = findPlaces(piece);
  return (
    known.length > 0 && own.length > 0 && own.every(({ name }) => known.every((one) => one.name !== name))
  );
};

const cut = (pieces: readonly string[], at: number): Matters => ({
  first: pieces.slice(0, at).join('').replace(ENDS, ''),
  later: pieces.slice(at).join('').trim().replace(GOES_ON, '').replace(ENDS, ''),
});
