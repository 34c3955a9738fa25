import type { Directory } from './Directory.ts';
import type { Row } from './Row.ts';

interface Wanted {
  /** The column with the code or the name. */
  readonly key: string;
  /** What it is, for people: 区域, 单位, 事项. */
  readonly noun: string;
  /** How a code of its kind looks: such a text is left for the check to complain about. */
  readonly code: RegExp;
}

/**
 * The code that a cell means. A text that looks like a code stays as it is; a name must be known, and only once.
 * '' when the cell is empty, or when the row had to be given up (that is told).
 */
export const refer = (row: Row, { key, noun, code }: Wanted, directory: Directory): string => {
  const text = row.code(key);
  if (text === '') return '';
  const found = directory.find(text);
  if (found && 'among' in found) {
    row.skip(
      key,
      `叫“${text}”的${noun}有 ${found.among.length} 个：${found.among.slice(0, 3).join('、')}`,
      '改写编码',
    );
    return '';
  }
  if (found) {
    if (found.how === 'padded')
      row.note(
        key,
        `${noun}“${text}”丢了开头的 0，已补成 ${found.code}`,
        '看看对不对；把这一列设为“文本”就不会再丢',
      );
    return found.code;
  }
  if (code.test(text)) {
    if (directory.empty && row.has(key) && /^[1-9]\d*$/u.test(text) && ZERO_FIRST.has(noun))
      row.note(
        key,
        `${noun}“${text}”可能丢了开头的 0，没有可对照的${noun}表`,
        '核对；丢了就把这一列设为“文本”重填',
      );
    return text;
  }
  row.skip(key, `没有叫“${text.slice(0, 30)}”的${noun}`, `写${noun}的编码，或与${noun}表里一样的名称`);
  return '';
};

/** Whose codes begin with zeros: national matter codes do, area codes never. */
const ZERO_FIRST = new Set(['事项']);

export const AREA_CODE = /^\d{2,20}$/u;
export const UNIT_CODE = /^[0-9A-Za-z][0-9A-Za-z_.-]{0,39}$/u;
/** `*`, `06*`, `06010`. */
export const SERVICE_CODE = /^(?:\*|[0-9A-Za-z][0-9A-Za-z_.-]{0,39}\*?)$/u;
