import type { Path } from './Source.ts';

/** Deeper values have the line of what holds them: a coordinate is told by its number, not by its line. */
const DEPTH = 4;

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
  const known = new Map<string, number>([['', 1]]);
  const scan = new Scan(text);
  const brokenAt = scan.run((path) => {
    known.set(path.join('/'), scan.line);
  });
  return {
    brokenAt,
    lineOf: (path) => {
      for (let n = path.length; n > 0; n--) {
        const line = known.get(path.slice(0, n).join('/'));
        if (line !== undefined) return line;
      }
      return known.get('') ?? 1;
    },
  };
};

const TOKEN = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"|-?\d[\d.eE+-]*|true|false|null|[[\]{},:]/y;

type Expect = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'more' | 'end';

/** A walk over the tokens with a stack of its own, so that nesting cannot exhaust the call stack. */
class Scan {
  line = 1;
  private readonly text: string;
  private at = 0;
  private expect: Expect = 'value';
  private readonly levels: Level[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Calls `seen` for every value or key that is not too deep, and returns the line of the first token that does not belong. */
  run(seen: (path: Path) => void): number {
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

  private take(token: string, seen: (path: Path) => void): boolean {
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

  private value(token: string, seen: (path: Path) => void): boolean {
    if (this.expect !== 'value' && this.expect !== 'valueOrEnd') return false;
    // In an object the key has been seen already, and that is the line people look for.
    if (this.levels.at(-1)?.list !== false) this.tell(seen);
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

  private key(token: string, seen: (path: Path) => void): boolean {
    const level = this.levels.at(-1);
    if (!level || !token.startsWith('"')) return false;
    level.key = unquote(token);
    this.tell(seen);
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

  private tell(seen: (path: Path) => void): void {
    if (this.levels.length <= DEPTH) seen(this.levels.map((level) => level.key));
  }
}

const unquote = (token: string): string => {
  try {
    return JSON.parse(token) as string;
  } catch {
    return token.slice(1, -1);
  }
};
