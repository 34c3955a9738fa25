import { isAlias, isMap, isPair, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { Instant } from '../../../shared/domain/time/Instant.ts';
import { JourneyFault } from './JourneyFault.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** The file a journey is read from. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
}

/** A node of a journey's YAML that knows where it stands, and says what is wrong with it. */
export class JourneyNode {
  readonly what: string;
  readonly #source: Source;
  readonly #node: Node;

  constructor(source: Source, node: Node, what: string) {
    this.what = what;
    this.#source = source;
    this.#node = node;
  }

  get file(): string {
    return this.#source.file;
  }

  get line(): number {
    return this.#source.lines.linePos(this.#node.range?.[0] ?? 0).line;
  }

  get isMap(): boolean {
    return isMap(this.#node);
  }

  fault(problem: string, remedy: string): never {
    throw new JourneyFault(this, problem, remedy);
  }

  missing(key: string, example: string): never {
    return this.fault(`${this.what} has no ${key}`, `Add ${example}.`);
  }

  /** A scalar as it is written: `01037` keeps its zero and `1` is a text. */
  text(): string {
    if (!isScalar(this.#node) || this.#node.value === null)
      return this.fault(`${this.what} is not a text`, 'Write one text, between double quotes if in doubt.');
    const { source, type, value } = this.#node;
    return type === 'PLAIN' && source !== undefined ? source : String(value);
  }

  number(): number {
    const value = Number(this.text());
    return Number.isFinite(value)
      ? value
      : this.fault(`${this.what} is not a number`, 'Write a number such as 121.4712.');
  }

  instant(): Instant {
    const text = this.text();
    const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(at))
      return this.fault(
        `${this.what} "${text}" is no instant`,
        'Write one with its offset: 2026-09-28T10:00:00+08:00.',
      );
    return at;
  }

  items(): readonly JourneyNode[] {
    if (!isSeq(this.#node)) return this.fault(`${this.what} is not a list`, 'Begin each item with "- ".');
    return this.#node.items.map((item, at) => this.#child(item, `${this.what}, item ${at + 1}`));
  }

  /** Key and value of each pair, in order. */
  entries(): readonly { readonly key: string; readonly value: JourneyNode }[] {
    if (!isMap(this.#node)) return this.fault(`${this.what} is not a mapping`, 'Write "name: value" pairs.');
    return this.#node.items.map((pair: Pair) => {
      const key = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : '';
      return { key, value: this.#child(pair.value ?? pair.key, key) };
    });
  }

  /** The values of known keys. Any other key is a fault. */
  fields<K extends string>(known: readonly K[]): Partial<Record<K, JourneyNode>> {
    const found: Partial<Record<K, JourneyNode>> = {};
    for (const { key, value } of this.entries()) {
      const name = known.find((each) => each === key);
      if (!name) value.fault(`${this.what} cannot have "${key}"`, `Known here: ${known.join(', ')}.`);
      else found[name] = value;
    }
    return found;
  }

  /** As it is written, on one line, for the transcript. */
  written(): string {
    const [from = 0, to = from] = this.#node.range ?? [];
    return this.#source.text
      .slice(from, to)
      .replaceAll(/\s*\n\s*/gu, ' ')
      .trim();
  }

  #child(node: unknown, what: string): JourneyNode {
    if (isAlias(node) || isPair(node) || node === null || node === undefined)
      return this.fault(`${what} is not written out`, 'Write the value itself.');
    return new JourneyNode(this.#source, node as Node, what);
  }
}
