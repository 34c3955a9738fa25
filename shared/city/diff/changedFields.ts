import { canonicalJson } from '../canonicalJson.ts';

interface FieldChange {
  readonly key: string;
  /** `12345 → 12346`, or for a list without order `增加 a、b；去掉 c`. */
  readonly text: string;
}

/** The fields in which two records differ, but for those to `skip`. A list is taken as a set, unless its key is among the `ordered`. */
export const changedFields = (
  before: object,
  after: object,
  {
    skip = [],
    ordered = [],
  }: { readonly skip?: readonly string[]; readonly ordered?: readonly string[] } = {},
): readonly FieldChange[] => {
  const [old, young] = [before, after] as readonly Readonly<Record<string, unknown>>[];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const from = old?.[key];
    const to = young?.[key];
    if (skip.includes(key) || isEqual(from, to)) return [];
    if (!Array.isArray(from) || !Array.isArray(to) || ordered.includes(key))
      return [{ key, text: `${showValue(from)} → ${showValue(to)}` }];
    const text = changedMembers(from, to);
    return text === '' ? [] : [{ key, text }];
  });
};

/** `增加 a、b；去掉 c`; empty when both lists have the same members. A member that stands there twice counts twice. */
const changedMembers = (before: readonly unknown[], after: readonly unknown[]): string => {
  const added = without(after, before);
  const removed = without(before, after);
  return [
    ...(added.length > 0 ? [`增加 ${added.map(showValue).join('、')}`] : []),
    ...(removed.length > 0 ? [`去掉 ${removed.map(showValue).join('、')}`] : []),
  ].join('；');
};

const without = (list: readonly unknown[], other: readonly unknown[]): readonly unknown[] => {
  const count = new Map<string, number>();
  for (const member of other) count.set(keyOf(member), (count.get(keyOf(member)) ?? 0) + 1);
  return list.filter((member) => {
    const left = count.get(keyOf(member)) ?? 0;
    count.set(keyOf(member), left - 1);
    return left <= 0;
  });
};

const keyOf = (value: unknown): string => canonicalJson(value) ?? '';

/** An absent key and an undefined one are the same, as in JSON. */
const isEqual = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && keyOf(a) === keyOf(b));

const showValue = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return '空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.length === 0 ? '空' : value.map(showMember).join('、');
  return typeof value === 'object' ? canonicalJson(value) : String(value);
};

const showMember = (value: unknown): string => (Array.isArray(value) ? value.join('–') : showValue(value));
