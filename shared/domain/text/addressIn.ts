import { originOf, placeText } from './placeText.ts';

const ADDRESS =
  /[\u4e00-\u9fff]{2}[路街道巷弄]甲?\d{1,5}(?:-\d{1,4})?(?:号(?!线)|弄)|[\u4e00-\u9fff]{2}(?:小区|新村|花园|家园|公寓|[苑庭府邸])\d{1,3}幢/u;

/** The address with its number that a text has, known or not: 火星路1号, 月球小区3栋. */
export const addressIn = (message: string): string | undefined => {
  const said = message.slice(0, 2_000);
  const text = placeText(said);
  const match = ADDRESS.exec(text.text);
  return match
    ? originOf(text, said, match.index, match.index + match[0].length).words.replace(/\s+/gu, '')
    : undefined;
};
