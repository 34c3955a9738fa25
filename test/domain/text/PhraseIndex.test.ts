import fc from 'fast-check';
import { buildPhraseIndex } from '../../../shared/domain/text/PhraseIndex.ts';

/** What the index promises, written the slow way. */
const slowly = (phrases: ReadonlySet<string>, text: string) => {
  const spans: string[] = [];
  let reached = 0;
  for (let start = 0; start < text.length; start++) {
    const longest = [...phrases]
      .filter((phrase) => phrase !== '' && text.startsWith(phrase, start))
      .reduce((best, phrase) => Math.max(best, phrase.length), 0);
    if (longest === 0 || start + longest <= reached) continue;
    reached = start + longest;
    spans.push(`${start}:${text.slice(start, reached)}`);
  }
  return spans;
};

describe('buildPhraseIndex', () => {
  test('finds what a slow search finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('灯', '路', '不', '亮', '1', '😀'), maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 12 }),
        fc.array(letters, { maxLength: 8 }),
        (phrases, parts) => {
          const text = parts.join('');
          const index = buildPhraseIndex(phrases.map((phrase) => [phrase, 1]));
          const found = index.find(text).map(({ start, end }) => `${start}:${text.slice(start, end)}`);
          expect(found).toEqual(slowly(new Set(phrases), text));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a phrase gives all its values, each once', () => {
    const index = buildPhraseIndex([
      ['小区', 1],
      ['小区', 1],
      ['小区', 2],
    ]);
    expect(index.find('小区')).toEqual([{ start: 0, end: 2, values: [1, 2] }]);
  });

  test('a phrase that does not fit gives way to a shorter one', () => {
    const index = buildPhraseIndex([
      ['建设路', 1],
      ['建设路1', 2],
    ]);
    expect(index.find('建设路12', (_start, end) => end < 4)).toEqual([{ start: 0, end: 3, values: [1] }]);
  });
});
