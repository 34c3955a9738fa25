/**
 * The engine refuses characters beyond U+FFFF (an emoji), which SQS takes: inside the engine they are written as their number
 * behind a mark from the private area. The mark itself is written so too, so that every text comes back as it was.
 */
const MARK = '\uE000';

export const withoutAstral = (text: string): string =>
  text.replaceAll(/[\u{10000}-\u{10FFFF}\uE000]/gu, (one) => `${MARK}${one.codePointAt(0)?.toString(16)};`);

export const withAstral = (text: string): string =>
  text.replaceAll(/\uE000([0-9a-f]+);/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
