import type { Fault } from '../Fault.ts';
import { nearest } from '../schema/nearest.ts';
import type { Source } from '../source/Source.ts';

/** The outermost keys of a document: each must be there with a list under it, and no other may be. */
export const checkKeys = (
  file: string,
  { data, lineOf }: Source,
  keys: readonly string[],
  tolerated: readonly string[] = [],
): { readonly record: Readonly<Record<string, unknown>>; readonly faults: readonly Fault[] } => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const what = data === null || data === undefined ? '文件是空的' : '最外层不是一组键和值';
    return { record: {}, faults: [{ file, line: 1, what, remedy: `最外层写 ${keys.join('、')}` }] };
  }
  const record = data as Record<string, unknown>;
  const faults: Fault[] = [];
  const say = (key: string, what: string, remedy: string) =>
    faults.push({ file, line: lineOf([key]), what, remedy });
  for (const key of Object.keys(record)) {
    if (keys.includes(key) || tolerated.includes(key)) continue;
    const close = nearest(key, keys);
    say(key, `不认识的键“${key.slice(0, 40)}”`, close ? `是不是“${close}”？` : '删去它');
  }
  for (const key of keys) {
    if (!Object.hasOwn(record, key)) say(key, `${key} 没有写`, '补上它');
    else if (!Array.isArray(record[key])) say(key, `${key} 应为列表`, '改成列表');
  }
  return { record, faults };
};
