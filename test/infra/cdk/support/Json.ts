export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** What lies at a path; undefined when nothing does. */
export const at = (value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined =>
  path.reduce<Json | undefined>(
    (found, step) =>
      typeof found === 'object' && found !== null
        ? (found as { readonly [key: string]: Json })[step]
        : undefined,
    value,
  );

/** Every piece of text, with the path to it. */
export const textsIn = (value: Json, path = ''): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner as Json, `${path}/${key}`));
};
