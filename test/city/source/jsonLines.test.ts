import fc from 'fast-check';
import { jsonLines } from '../../../shared/city/source/jsonLines.ts';

const { tree: random } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(1, true, null, 'a "b" \\ {', '[]'),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'features', 'x"y', '0'), tie('tree'), { maxKeys: 3 }),
  ),
}));

type Path = readonly (string | number)[];

/** Every path in a value, with what is there. */
const pathsIn = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : [
        path,
        ...Object.entries(value).flatMap(([key, inner]) =>
          pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ];

/** Writes a value as JSON with line ends anywhere, and notes the line of each path: of its key, or of itself in a list. */
const write = (root: unknown, breaks: readonly number[]) => {
  const lines = new Map<string, number>();
  let line = 1;
  let n = 0;
  const gap = (): string => {
    const count = breaks[n++ % breaks.length] ?? 0;
    line += count;
    return '\n'.repeat(count);
  };
  const key = (name: string): string => {
    return `${JSON.stringify(name)}${gap()}:${gap()}`;
  };
  const text = (value: unknown, path: Path): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const list = Array.isArray(value);
    const inner = Object.entries(value).map(([name, part], i) => {
      const at = [...path, list ? i : name];
      const before = gap();
      lines.set(at.join('/'), line);
      return before + (list ? '' : key(name)) + text(part, at);
    });
    return (list ? '[' : '{') + inner.join(',') + gap() + (list ? ']' : '}');
  };
  const before = gap();
  lines.set('', line);
  return { text: before + text(root, []) + gap(), lines };
};

describe('lines of a JSON text', () => {
  test('are those of the key, or of the value in a list, four steps deep; below that, of what holds it', () => {
    const breaks = fc.array(fc.nat(2), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(random, breaks, (value, given) => {
        const { text, lines } = write(value, given);
        const { lineOf } = jsonLines(text);
        for (const path of pathsIn(value).toReversed())
          expect([path, lineOf(path)]).toEqual([path, lines.get(path.slice(0, 4).join('/'))]);
      }),
      { numRuns: 500 },
    );
  });

  test('of what is not there is that of the nearest thing around it', () => {
    const { lineOf } = jsonLines('\n{\n"features": [\n{"properties":\n{"code": "1"}}]}');
    expect(lineOf(['features', 0, 'properties', 'code'])).toBe(5);
    expect(lineOf(['features', 0, 'properties', 'name'])).toBe(4);
    expect(lineOf(['features', 0, 'geometry'])).toBe(4);
    expect(lineOf(['features', 7])).toBe(3);
    expect(lineOf(['crs'])).toBe(2);
  });

  test('say where a text stops being JSON', () => {
    expect(jsonLines('{\n"a": [1,\n2,,\n3]}').brokenAt).toBe(3);
    expect(jsonLines('{\n"a": 1\n"b": 2}').brokenAt).toBe(3);
  });
});
