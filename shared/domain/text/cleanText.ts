/**
 * Characters that are not seen but change what is read or matched: controls, direction marks, zero-width characters, soft hyphens,
 * tags, lone surrogates, fillers that render as nothing.
 */
const INVISIBLE =
  /[\p{Cf}\p{Cs}\u0000-\u0008\u000e-\u001f\u007f-\u009f\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f]/gu;
const SPACES = /[\s\u2800]+/gu;

/** The text as it is kept and shown: the person's own characters and punctuation, without what cannot be seen, spaces collapsed. */
export const cleanText = (text: string): string => text.replace(INVISIBLE, '').replace(SPACES, ' ').trim();
