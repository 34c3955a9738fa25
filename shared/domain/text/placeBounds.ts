const LATIN = /[0-9a-z]/u;
const ROAD = /[路街道巷]$/u;
const HOUSE_NUMBER = /^甲?\d{1,5}(?:-\d{1,4})?(?:号(?!线)|弄)/u;
/** With these behind it a road is part of another name: 建设路街道 is not 建设路. */
const LONGER_NAME =
  /^(?:街道|社区|居委|派出所|[小中大]学|幼儿园|卫生|医院|菜场|菜市|农贸|市场|超市|商场|支行|公园|广场|小区|新村|花园|大厦|大?桥|公交站|地铁站|站)/u;

/**
 * Whether a name may stand there. It may not begin or end inside a number or a word in Latin letters: 12号 is not in 112号. 18号 is not in
 * 18号线. And a road whose house number follows is not the place that was said: the number is somewhere along the road, and nobody should
 * be sent to the wrong end of it.
 */
export const placeBounds = (text: string) => (start: number, end: number) => {
  if (LATIN.test(text[start] as string) && LATIN.test(text[start - 1] ?? '')) return false;
  const last = text[end - 1] as string;
  if (LATIN.test(last) && LATIN.test(text[end] ?? '')) return false;
  if (last === '号' && text[end] === '线') return false;
  if (!ROAD.test(last)) return true;
  const after = text.slice(end, end + 14);
  return !HOUSE_NUMBER.test(after) && !LONGER_NAME.test(after);
};
