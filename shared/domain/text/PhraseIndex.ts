/** A phrase found in a text: `text.slice(start, end)`. */
export interface PhraseSpan<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

/** Many phrases, found in running text in time that depends on the text and hardly on how many phrases there are. */
export interface PhraseIndex<T> {
  /**
   * The longest phrase that begins at each position and that `fits` accepts, without those that lie inside one found before.
   * In order of their start; neighbours may overlap.
   */
  find(text: string, fits?: (start: number, end: number) => boolean): readonly PhraseSpan<T>[];
}

/** The first two characters as one small integer; phrases of one character go by that alone. */
const headOf = (text: string, at: number, single: boolean): number =>
  single ? text.charCodeAt(at) : (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

const NONE: readonly number[] = [];

/** Takes (phrase, value) pairs; a phrase may have several values. Empty phrases are left out. */
export const buildPhraseIndex = <T>(pairs: Iterable<readonly [string, T]>): PhraseIndex<T> => {
  const values = new Map<string, T[]>();
  /** Lengths that occur behind a head, longest first: only these are tried at a position. */
  const lengths = new Map<number, number[]>();
  for (const [phrase, value] of pairs) {
    if (phrase === '') continue;
    const known = values.get(phrase);
    if (known) {
      // Pairs of one value come together, so a repeated one is the last.
      if (known.at(-1) !== value) known.push(value);
      continue;
    }
    values.set(phrase, [value]);
    const head = headOf(phrase, 0, phrase.length === 1);
    const list = lengths.get(head);
    if (!list) lengths.set(head, [phrase.length]);
    else if (!list.includes(phrase.length)) list.push(phrase.length);
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a);

  type Fits = (start: number, end: number) => boolean;
  const longestOf = (tried: readonly number[], text: string, start: number, fits: Fits) => {
    for (const length of tried) {
      if (start + length > text.length) continue;
      const found = values.get(text.slice(start, start + length));
      if (found && fits(start, start + length)) return { start, end: start + length, values: found };
    }
    return undefined;
  };
  const longestAt = (text: string, start: number, fits: Fits): PhraseSpan<T> | undefined =>
    longestOf(lengths.get(headOf(text, start, false)) ?? NONE, text, start, fits) ??
    longestOf(lengths.get(headOf(text, start, true)) ?? NONE, text, start, fits);

  return {
    find: (text, fits = () => true) => {
      const spans: PhraseSpan<T>[] = [];
      let reached = 0;
      for (let start = 0; start < text.length; start++) {
        const span = longestAt(text, start, fits);
        if (!span || span.end <= reached) continue;
        reached = span.end;
        spans.push(span);
      }
      return spans;
    },
  };
};
