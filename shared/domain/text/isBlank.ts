import { cleanText } from './cleanText.ts';

const SAYS = /[\p{L}\p{N}]/u;

/** Nothing but spaces, punctuation and emoji: no letter, no digit. A keycap emoji counts as its digit: it can answer a menu. */
export const isBlank = (text: string): boolean => !SAYS.test(cleanText(text));
