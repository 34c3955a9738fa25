/** Where a quote opens that does not close: the first of these lines (from 1) with an odd number of quotes, or else the last. */
export const openQuoteLine = (text: string, from: number, last: number): number => {
  const lines = text.split('\n', last).slice(from - 1);
  const odd = lines.findIndex((line) => (line.split('"').length - 1) % 2 === 1);
  return odd < 0 ? last : from + odd;
};
