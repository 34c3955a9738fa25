import { jsonLines } from './jsonLines.ts';
import type { Reading, Source } from './Source.ts';

/** Strict JSON. Lines are looked up only when something is wrong. */
export const readJson = (text: string): Reading<Source> => {
  let lines: ReturnType<typeof jsonLines> | undefined;
  const find = () => {
    lines ??= jsonLines(text);
    return lines;
  };
  try {
    const data: unknown = JSON.parse(text);
    return { read: { data, lineOf: (path) => find().lineOf(path) }, faults: [] };
  } catch {
    const remedy = '检查这一行前后的逗号、引号和括号；JSON 里不能有注释、NaN 或末尾的逗号';
    return { faults: [{ line: find().brokenAt, what: 'JSON 写法不对', remedy }] };
  }
};
