import { placeText } from './placeText.ts';

const ADDRESS =
  /[\u4e00-\u9fff]{2}[路街道巷弄]甲?\d{1,5}(?:-\d{1,4})?(?:号(?!线)|弄)|[\u4e00-\u9fff]{2}(?:小区|新村|花园|家园|公寓|[苑庭府邸])\d{1,3}幢/u;

/** Whether a text has an address with its number, known or not: 火星路1号, 月球小区3栋. */
export const namesAddress = (text: string): boolean => ADDRESS.test(placeText(text.slice(0, 2_000)).text);
