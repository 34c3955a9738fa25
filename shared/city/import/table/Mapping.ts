import { plainName } from './plainName.ts';

/** A column or property that was said to be of no use: `--map 备注=-`. */
export const UNUSED = '-';

/** What the columns of one table are called. */
export type Mapping = (header: string) => string | undefined;

/** The documented names, and before them what the person said: `{ '责任人(网格)': 'name' }`. */
export const mappingOf = (
  names: Readonly<Record<string, readonly string[]>>,
  said: ReadonlyMap<string, string> = new Map(),
): Mapping => {
  const known = new Map<string, string>();
  for (const [key, others] of Object.entries(names))
    for (const name of [key, ...others]) if (!known.has(plainName(name))) known.set(plainName(name), key);
  for (const [name, key] of said) known.set(plainName(name), key);
  return (header) => known.get(plainName(header));
};
