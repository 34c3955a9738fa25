import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { checkCity } from '../../shared/city/checkCity.ts';
import { CITY_FILES, readCity } from '../../shared/city/readCity.ts';
import { filesOf, smallCity, TODAY } from './smallCity.ts';

/** What a slip of the hand, a bad export or a bad disk does to a file. */
const snippets = [
  '\u0000',
  '"',
  "'",
  ',',
  '\n',
  '\r',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ':',
  '- ',
  '*a',
  '&a ',
  '<<: *a',
  '|',
  '#',
  '---\n',
  '!!js ',
  '__proto__',
  'constructor',
  'null',
  'true',
  'NaN',
  '1e999',
  '-0',
  '99999999999999999999',
  '\ufeff',
  '\ud83d',
  '=HYPERLINK("x")',
  '<script>',
  '990101',
  'S001',
  'wechaty:',
  '2026-13-45',
  '24:00',
  '[[[[[[[[[[[[[[[[[[[[',
];

const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(400)),
  put: fc.oneof(
    fc.constantFrom(...snippets).map((text) => [...new TextEncoder().encode(text)]),
    fc.array(fc.nat(255), { maxLength: 8 }),
    fc.constant([]),
  ),
});

const spoil = (bytes: Uint8Array, { at, cut, put }: { at: number; cut: number; put: readonly number[] }) => {
  const start = Math.floor(at * bytes.length);
  return Uint8Array.from([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + cut)]);
};

/** Either faults that can be printed, or a city that the publisher would take too. */
const answers = (files: ReadonlyMap<string, Uint8Array>): boolean => {
  const { city, faults } = readCity(files, TODAY);
  const told = faults.every(({ file, line, what, remedy }) => file && line >= 1 && what && remedy);
  return city ? faults.length === 0 && checkCity(city, TODAY).length === 0 : told && faults.length > 0;
};

describe('whatever is in the files', () => {
  test('damage anywhere in a small city gives faults or a city, never a crash', () => {
    const whole = filesOf(smallCity);
    const damages = fc.array(fc.tuple(fc.constantFrom(...whole.keys()), damage), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(damages, (list) => {
        const files = new Map(whole);
        for (const [file, one] of list) files.set(file, spoil(files.get(file) ?? new Uint8Array(), one));
        return answers(files);
      }),
      { numRuns: 500 },
    );
  });

  test('damage in the example city gives faults or a city, never a crash', async () => {
    const whole = new Map<string, Uint8Array>();
    for (const file of [...CITY_FILES, 'calendar/2026.json'])
      whole.set(file, await readFile(`cities/example/${file}`));
    fc.assert(
      fc.property(fc.constantFrom(...whole.keys()), damage, (file, one) => {
        return answers(new Map(whole).set(file, spoil(whole.get(file) ?? new Uint8Array(), one)));
      }),
      { numRuns: 20 },
    );
  });

  test('files of any bytes or any JSON give faults, never a crash', () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(smallCity)), content, (file, bytes) => {
        return answers(new Map(filesOf(smallCity)).set(file, bytes));
      }),
      { numRuns: 400 },
    );
  });

  test.each(['[', '{"a":', '[[', '- '])('nesting without end (%s) is a fault', (piece) => {
    for (const file of ['areas.geojson', 'catalog.yaml', 'city.yaml']) {
      const bytes = new TextEncoder().encode(piece.repeat(file.endsWith('json') ? 50_000 : 3_000));
      expect(readCity(new Map(filesOf(smallCity)).set(file, bytes), TODAY).faults).not.toEqual([]);
    }
  });

  test('YAML aliases that grow without bound are a fault', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, i) => {
        const before = 'abcdefghi'[i];
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`;
      }),
    ].join('\n');
    expect(readCity(filesOf({ ...smallCity, 'catalog.yaml': bomb }), TODAY).faults).toMatchObject([
      { file: 'catalog.yaml', line: 1 },
    ]);
  });
});
