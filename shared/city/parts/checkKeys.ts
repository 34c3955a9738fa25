import type { Fault } from '../Fault.ts';
import { nearest } from '../schema/nearest.ts';
import type { Source } from '../source/Source.ts';

/** The outermost keys of a document: each of `keys` must be there with a list under it; beside them only `tolerated` ones may be. */
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
  const record = data as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(record).filter((key) => !keys.includes(key) && !tolerated.includes(key));
  const absent = keys.filter((key) => !Object.hasOwn(record, key));
  const meant = new Set(unknown.map((key) => nearest(key, absent)));
  const faults = [
    ...unknown.map((key) => ({ key, ...unknownKey(key, absent) })),
    ...keys.filter((key) => !meant.has(key)).flatMap((key) => wrongList(record, key)),
  ].map(({ key, ...said }) => ({ file, line: lineOf([key]), ...said }));
  return { record, faults };
};

const unknownKey = (key: string, keys: readonly string[]) => {
  const close = nearest(key, keys);
  return { what: `不认识的键“${key.slice(0, 40)}”`, remedy: close ? `是不是“${close}”？` : '删去它' };
};

const wrongList = (record: Readonly<Record<string, unknown>>, key: string) => {
  if (!Object.hasOwn(record, key)) return [{ key, what: `${key} 没有写`, remedy: '补上它' }];
  return Array.isArray(record[key]) ? [] : [{ key, what: `${key} 应为列表`, remedy: '改成列表' }];
};
