interface Pairs<T> {
  /** The same thing before and after. */
  readonly both: readonly (readonly [before: T, after: T])[];
  readonly gone: readonly T[];
  readonly came: readonly T[];
}

/**
 * Finds which entry of one list is which of the other, whatever their order: first by the first key, then, among those left, by the
 * next. Entries with one key are paired in the order they stand in, each once.
 */
export const pairUp = <T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((entry: T) => string)[],
): Pairs<T> => {
  const both: (readonly [T, T])[] = [];
  let gone = before;
  let came = after;
  for (const key of keys) {
    if (gone.length === 0 || came.length === 0) break;
    const waiting = Map.groupBy(came, key);
    const taken = new Map<string, number>();
    const left: T[] = [];
    const used = new Set<T>();
    for (const entry of gone) {
      const name = key(entry);
      const at = taken.get(name) ?? 0;
      const match = waiting.get(name)?.[at];
      if (match === undefined) left.push(entry);
      else {
        taken.set(name, at + 1);
        used.add(match);
        both.push([entry, match]);
      }
    }
    gone = left;
    came = came.filter((entry) => !used.has(entry));
  }
  return { both, gone, came };
};
