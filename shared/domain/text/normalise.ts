import { cleanText } from './cleanText.ts';

/** The text as it is compared: one form for full and half width (NFKC), small letters kept, cleaned. Never shown to people. */
export const normalise = (text: string): string => cleanText(text.normalize('NFKC'));
