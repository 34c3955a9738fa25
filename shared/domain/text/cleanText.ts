/**
 * Characters that are not seen but change what is read or matched: controls, direction marks, zero-width characters, tags, lone
 * surrogates, variation selectors, joiners and fillers that render as nothing. White space is not among them.
 */
const INVISIBLE =
  /\ufeff|(?!\s)[\p{Cc}\p{Cf}\p{Cs}]|\p{Variation_Selector}|\u034f|[\u115f\u1160\u3164\uffa0]|\u17b4|\u17b5/gu;
const SPACES = /[\s\u2800]+/gu;

/** The text without what cannot be seen. Spaces and line breaks stay as they are. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** The text as it is kept and shown: the person's own characters and punctuation, without what cannot be seen, spaces collapsed. */
export const cleanText = (text: string): string => withoutInvisible(text).replace(SPACES, ' ').trim();
