import type { z } from 'zod';

/** An entry with something wrong in some of its fields (`bad`): the others are as they are written. */
export interface Damaged<T> {
  readonly sound: Partial<T>;
  readonly bad: ReadonlySet<string>;
}

/** What is left of an entry, or of the properties of a feature, when its schema found these faults. Undefined for what has no fields. */
export const soundPart = <T>(value: unknown, { issues }: z.ZodError): Damaged<T> | undefined => {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const bad = new Set(
    issues.flatMap((issue) => {
      const [first] = issue.path[0] === 'properties' ? issue.path.slice(1) : issue.path;
      if (first !== undefined) return [String(first)];
      return issue.code === 'unrecognized_keys' ? issue.keys : [];
    }),
  );
  const sound = Object.entries(fields).filter(([name, field]) => !bad.has(name) && isSaid(field));
  return { sound: Object.fromEntries(sound) as Partial<T>, bad };
};

/**
 * Every short text in it that may be the code by which others name it: the code itself, and whatever is not known to be something
 * else. Without `part` that is all of it.
 */
export const textsOf = (value: unknown, part: Damaged<unknown> | undefined): readonly string[] => {
  const sound = part?.sound ?? {};
  return Object.entries(fieldsOf(value) ?? {}).flatMap(([name, field]) => {
    if (Object.hasOwn(sound, name) && !CODES.has(name)) return [];
    if (typeof field === 'string') return [field];
    // A code written without quotes has become a number and lost its zeros.
    return typeof field === 'number' ? [2, 5].map((digits) => String(field).padStart(digits, '0')) : [];
  });
};

const CODES: ReadonlySet<string> = new Set(['code', 'person']);

const fieldsOf = (value: unknown): object | undefined => {
  const inner = isObject(value) && 'properties' in value ? value.properties : value;
  return isObject(inner) ? inner : undefined;
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A table export writes an absent property as null or ''. */
const isSaid = (field: unknown): boolean => field !== undefined && field !== null && field !== '';
