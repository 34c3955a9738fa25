import type { Path } from './Source.ts';

/** Deeper values have the line of what holds them: a coordinate is told by its number, not by its line. */
const DEPTH = 4;
/** Only so much is kept; what is deeper is looked at again when it is asked for: a map has a hundred thousand features. */
const KEPT = 2;

interface Level {
  readonly list: boolean;
  key: string | number;
}

/**
 * The lines of values in a JSON text, and the line where the text stops being JSON. Not a validator: it is asked for values of
 * texts that `JSON.parse` has taken, and for the first thing out of place in those that it has not.
 */
export const jsonLines = (
  text: string,
): { readonly lineOf: (path: Path) => number; readonly brokenAt: number } => {
  const scan = new Scan(text);
  const known = new Map<string, Spot>();
  const brokenAt = scan.run(KEPT, (path, spot) => known.set(path, spot));
  let looked: { readonly spot: Spot; readonly inner: ReadonlyMap<string, Spot> } | undefined;
  const inside = (spot: Spot): ReadonlyMap<string, Spot> => {
    if (looked?.spot !== spot) {
      const inner = new Map<string, Spot>();
      new Scan(text, spot.value).run(DEPTH - KEPT, (path, found) => inner.set(path, found));
      looked = { spot, inner };
    }
    return looked.inner;
  };
  return {
    brokenAt,
    lineOf: (path) => {
      const outer = nearestIn(known, path.slice(0, KEPT));
      const whole = outer && outer.steps === KEPT && path.length > KEPT;
      const found = whole ? nearestIn(inside(outer.spot), path.slice(KEPT)) : undefined;
      return (found ?? outer)?.spot.line ?? known.get('')?.line ?? 1;
    },
  };
};

/** Where something is told: its line, that of its key if it has one, and where its value begins. */
interface Spot {
  readonly line: number;
  value: Start;
}

interface Start {
  readonly line: number;
  readonly at: number;
}

/** The spot of a path, or of the nearest thing around it. */
const nearestIn = (known: ReadonlyMap<string, Spot>, path: Path) => {
  for (let steps = path.length; steps > 0; steps--) {
    const spot = known.get(path.slice(0, steps).join('/'));
    if (spot) return { spot, steps };
  }
  return undefined;
};

type Seen = (path: string, spot: Spot) => void;

const TOKEN = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"|-?\d[\d.eE+-]*|true|false|null|[[\]{},:]/y;

type Expect = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'more' | 'end';

/** A walk over the tokens with a stack of its own, so that nesting cannot exhaust the call stack. */
class Scan {
  line: number;
  private readonly text: string;
  private at: number;
  private expect: Expect = 'value';
  private readonly levels: Level[] = [];

  /** The key that was seen last, whose value is to come. */
  private keyed: Spot | undefined;
  private depth = 0;

  /** Of the whole text, or of the one value that begins at a spot. */
  constructor(text: string, { line, at }: Start = { line: 1, at: 0 }) {
    this.text = text;
    this.line = line;
    this.at = at;
  }

  /** Calls `seen` for every value or key not deeper than so much, and returns the line of the first token that does not belong. */
  run(depth: number, seen: Seen): number {
    this.depth = depth;
    for (;;) {
      this.skipSpace();
      if (this.at >= this.text.length) return this.line;
      const token = this.next();
      if (token === undefined || !this.take(token, seen)) return this.line;
    }
  }

  private skipSpace(): void {
    for (; this.at < this.text.length; this.at++) {
      const char = this.text[this.at];
      if (char === '\n') this.line++;
      else if (char !== ' ' && char !== '\t' && char !== '\r') return;
    }
  }

  private next(): string | undefined {
    TOKEN.lastIndex = this.at;
    const token = TOKEN.exec(this.text)?.[0];
    this.at += token?.length ?? 0;
    return token;
  }

  private take(token: string, seen: Seen): boolean {
    switch (token) {
      case ']':
      case '}':
        return this.close(token === ']');
      case ',':
        return this.comma();
      case ':':
        return this.step('colon', 'value');
      default:
        return this.expect === 'key' || this.expect === 'keyOrEnd'
          ? this.key(token, seen)
          : this.value(token, seen);
    }
  }

  private value(token: string, seen: Seen): boolean {
    if (this.expect !== 'value' && this.expect !== 'valueOrEnd') return false;
    // In an object the key has been seen already, and that is the line people look for.
    if (this.levels.at(-1)?.list !== false) this.tell(token, seen);
    else if (this.keyed) this.keyed.value = this.start(token);
    this.keyed = undefined;
    if (token === '[') return this.open({ list: true, key: 0 }, 'valueOrEnd');
    if (token === '{') return this.open({ list: false, key: '' }, 'keyOrEnd');
    this.expect = this.levels.length > 0 ? 'more' : 'end';
    return true;
  }

  private open(level: Level, expect: Expect): boolean {
    this.levels.push(level);
    this.expect = expect;
    return true;
  }

  private key(token: string, seen: Seen): boolean {
    const level = this.levels.at(-1);
    if (!level || !token.startsWith('"')) return false;
    level.key = unquote(token);
    this.keyed = this.tell(token, seen);
    this.expect = 'colon';
    return true;
  }

  private comma(): boolean {
    const level = this.levels.at(-1);
    if (!level || this.expect !== 'more') return false;
    if (typeof level.key === 'number') level.key++;
    this.expect = level.list ? 'value' : 'key';
    return true;
  }

  private close(list: boolean): boolean {
    const level = this.levels.at(-1);
    const open: Expect = list ? 'valueOrEnd' : 'keyOrEnd';
    if (level?.list !== list || (this.expect !== 'more' && this.expect !== open)) return false;
    this.levels.pop();
    this.expect = this.levels.length > 0 ? 'more' : 'end';
    return true;
  }

  private step(from: Expect, to: Expect): boolean {
    if (this.expect !== from) return false;
    this.expect = to;
    return true;
  }

  private start(token: string): Start {
    return { line: this.line, at: this.at - token.length };
  }

  private tell(token: string, seen: Seen): Spot | undefined {
    if (this.levels.length > this.depth) return undefined;
    const spot = { line: this.line, value: this.start(token) };
    seen(this.levels.map((level) => level.key).join('/'), spot);
    return spot;
  }
}

const unquote = (token: string): string => {
  try {
    return JSON.parse(token) as string;
  } catch {
    return token.slice(1, -1);
  }
};
