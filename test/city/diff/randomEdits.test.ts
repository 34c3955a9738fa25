import fc from 'fast-check';
import { canonicalJson } from '../../../shared/city/canonicalJson.ts';
import { diffCity } from '../../../shared/city/diff/diffCity.ts';
import { readCity } from '../../../shared/city/readCity.ts';
import type { City } from '../../../shared/domain/city/City.ts';
import { filesOf, smallCity, TODAY } from '../smallCity.ts';

const small = readCity(filesOf(smallCity), TODAY).city as City;

/** How an entry of each list is called in what is said of it. */
const CODES: Readonly<Record<string, (entry: Entry) => string>> = {
  areas: ({ code }) => `${code}`,
  places: ({ name }) => `${name}`,
  groups: ({ code }) => `${code}`,
  services: ({ code }) => `${code}`,
  units: ({ code }) => `${code}`,
  routes: ({ service, area }) => `${service}@${area}`,
  ledger: ({ role, area }) => `${role}@${area}`,
  calendar: ({ year }) => `${year}`,
};
type Entry = Readonly<Record<string, unknown>>;
type Lists = Readonly<Record<string, readonly Entry[]>>;

/** Something else of the same kind, one step inside where it has an inside. */
const another = (value: unknown, salt: number): unknown => {
  if (typeof value === 'string') return `${value}${salt}`;
  if (typeof value === 'number') return value + 1 + salt;
  if (typeof value === 'boolean') return !value;
  if (value === undefined) return `${salt}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${salt}`];
    const at = salt % value.length;
    return value.map((member, i) => (i === at ? another(member, salt) : member));
  }
  const entry = value as Entry;
  const keys = Object.keys(entry);
  const key = keys[salt % keys.length] ?? '';
  return { ...entry, [key]: another(entry[key], salt) };
};

interface Edit {
  readonly part: string;
  readonly entry: number;
  readonly salt: number;
  readonly how: 'alter' | 'remove' | 'add';
}

const edits: fc.Arbitrary<Edit> = fc.record({
  part: fc.constantFrom(...Object.keys(CODES)),
  entry: fc.nat(20),
  salt: fc.nat(200),
  how: fc.constantFrom('alter', 'alter', 'alter', 'remove', 'add'),
});

const apply = (
  city: City,
  { part, entry, salt, how }: Edit,
): { readonly city: City; readonly codes: readonly string[] } => {
  const list = (city as unknown as Lists)[part] ?? [];
  const at = entry % Math.max(1, list.length);
  const old = list[at];
  const codeOf = CODES[part] as (entry: Entry) => string;
  if (!old) return { city, codes: [] };
  const young = another(old, salt) as Entry;
  const parts = {
    alter: list.with(at, young),
    remove: list.toSpliced(at, 1),
    add: [...list, young],
  };
  const codes = { alter: [codeOf(old), codeOf(young)], remove: [codeOf(old)], add: [codeOf(young)] };
  return { city: { ...city, [part]: parts[how] }, codes: codes[how] };
};

/** A city with everything in order whose order means nothing: two that are alike in this are one city. */
const inOrder = (city: City): unknown => {
  const lists = Object.keys(CODES).map((part) => [
    part,
    ((city as unknown as Lists)[part] ?? []).map((entry) => canonicalJson(withSets(entry))).sort(),
  ]);
  return { ...city, ...Object.fromEntries(lists) };
};
const withSets = (entry: Entry): Entry =>
  Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      Array.isArray(value) && key !== 'conditions' && key !== 'polygons' ? value.toSorted() : value,
    ]),
  );

/** Such as `check` passes: a code stands for one thing. */
const isSound = (city: City): boolean =>
  ['areas', 'groups', 'services', 'units', 'calendar'].every((part) => {
    const list = (city as unknown as Lists)[part] ?? [];
    return new Set(list.map(CODES[part] as (entry: Entry) => string)).size === list.length;
  });

describe('what is said of random edits', () => {
  test('every single edit is said, and names what was edited', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const { city, codes } = apply(small, edit);
        const changes = diffCity(small, city);
        fc.pre(isSound(city) && canonicalJson(inOrder(city)) !== canonicalJson(inOrder(small)));
        expect(changes.some(({ code }) => codes.includes(code))).toBe(true);
        for (const { code, text } of changes) expect(text).toContain(code);
      }),
      { numRuns: 2_000 },
    );
  });

  test('there is nothing to say exactly when the two are one city, whatever the order of their lists', () => {
    fc.assert(
      fc.property(
        fc.array(edits, { maxLength: 4 }),
        fc.array(edits, { maxLength: 4 }),
        fc.nat(),
        (one, two, turn) => {
          const before = one.reduce((city, edit) => apply(city, edit).city, small);
          const shared = [...one, ...(turn % 2 === 0 ? [] : two)];
          const after = turned(shared.reduce((city, edit) => apply(city, edit).city, small));
          fc.pre(isSound(before) && isSound(after));
          const same = canonicalJson(inOrder(before)) === canonicalJson(inOrder(after));
          expect(diffCity(before, after).length === 0).toBe(same);
          expect(diffCity(after, before).length === 0).toBe(same);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

const turned = (city: City): City => ({
  ...city,
  ...Object.fromEntries(
    Object.keys(CODES).map((part) => [part, ((city as unknown as Lists)[part] ?? []).toReversed()]),
  ),
});
