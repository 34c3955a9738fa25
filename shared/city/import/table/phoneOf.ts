import type { Row } from './Row.ts';

/** Numbers that are whole as they stand: mobile, local, 400 and 800, short ones such as 12345, and those with a 0 in front. */
const WHOLE = /^(?:1\d{10}|\d{7,8}|[48]00\d{7}|1\d{2,4}|95\d{3,6}|0.*|.*[^\d].*)$/u;

/** A phone number; '' when there is none. */
export const phoneOf = (row: Row, key = 'phone'): string => {
  const text = row.code(key).replace(/[‐–—－]/gu, '-');
  if (text !== '' && !WHOLE.test(text))
    row.note(key, `电话 ${text} 位数不对，可能丢了开头的 0`, '核对；把这一列设为“文本”就不会丢');
  return text;
};
