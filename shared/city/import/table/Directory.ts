import { plainName } from './plainName.ts';

interface Entry {
  readonly code: string;
  readonly name: string;
}

export type Finding =
  /** `how` says what had to be done to it. */
  | { readonly code: string; readonly how: 'same' | 'padded' | 'named' }
  | { readonly among: readonly string[] };

/** What is known by a code or a name: areas, units, services. People write either. */
export class Directory {
  private readonly entries: readonly Entry[];
  private index: Index | undefined;

  constructor(entries: readonly Entry[]) {
    this.entries = entries;
  }

  get empty(): boolean {
    return this.entries.length === 0;
  }

  /** By code, by a code that lost its zeros in front, or by name. Undefined when there is nothing of that kind. */
  find(text: string): Finding | undefined {
    // Only now: a map of a million grids may never be asked.
    this.index ??= indexOf(this.entries);
    const { codes, bare, names } = this.index;
    if (codes.has(text)) return { code: text, how: 'same' };
    return one(bare.get(withoutZeros(text)), 'padded') ?? one(names.get(plainName(text)), 'named');
  }
}

interface Index {
  readonly codes: ReadonlySet<string>;
  readonly bare: ReadonlyMap<string, ReadonlySet<string>>;
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
}

const indexOf = (entries: readonly Entry[]): Index => {
  const bare = new Map<string, Set<string>>();
  const names = new Map<string, Set<string>>();
  for (const { code, name } of entries) {
    add(bare, withoutZeros(code), code);
    add(names, plainName(name), code);
  }
  return { codes: new Set(entries.map(({ code }) => code)), bare, names };
};

const withoutZeros = (code: string): string => code.replace(/^0+(?=.)/u, '');

const add = (index: Map<string, Set<string>>, key: string, code: string): void => {
  if (key === '') return;
  index.set(key, (index.get(key) ?? new Set()).add(code));
};

const one = (codes: ReadonlySet<string> | undefined, how: 'padded' | 'named'): Finding | undefined => {
  const [first, ...others] = codes ?? [];
  if (first === undefined) return undefined;
  return others.length === 0 ? { code: first, how } : { among: [first, ...others] };
};
