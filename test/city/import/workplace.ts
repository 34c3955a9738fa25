import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { utils, type WorkSheet, write } from '@e965/xlsx';
import type { Surroundings } from '../../../infra/commands/city/Surroundings.ts';
import { runCity } from '../../../infra/commands/city.ts';
import { smallCity } from '../smallCity.ts';

/** A folder for one test, with what the command says when it is run there. */
export class Workplace {
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  /** With the small city in `small`. */
  static async open(): Promise<Workplace> {
    const place = new Workplace(await mkdtemp(join(tmpdir(), 'import-')));
    for (const [file, text] of Object.entries(smallCity)) await place.put(join('small', file), text);
    return place;
  }

  close(): Promise<void> {
    return rm(this.dir, { recursive: true });
  }

  /** Absolute, as the command is given it. */
  path(name: string): string {
    return join(this.dir, name);
  }

  async put(name: string, content: string | Uint8Array): Promise<string> {
    await mkdir(dirname(this.path(name)), { recursive: true });
    await writeFile(this.path(name), content);
    return this.path(name);
  }

  text(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8');
  }

  names(name = '.'): Promise<string[]> {
    return readdir(this.path(name));
  }

  /** Runs `import`; what it says has names instead of paths. */
  async run(args: readonly string[], open?: Surroundings['open']) {
    const out: string[] = [];
    const err: string[] = [];
    const plain = (line: string): string => line.replaceAll(`${this.dir}/`, '');
    const code = await runCity(['import', ...args], {
      out: (line) => void out.push(plain(line)),
      err: (line) => void err.push(plain(line)),
      open: open ?? (() => Promise.reject(new Error('No stage was asked for'))),
    });
    return { code, out, err, said: [...out, ...err].join('\n') };
  }
}

/** A workplace of its own for every test of a file, which is closed behind it. */
export const eachWorkplace = (): (() => Workplace) => {
  let place: Workplace | undefined;
  beforeEach(async () => {
    place = await Workplace.open();
  });
  afterEach(() => place?.close());
  return () => {
    if (!place) throw new Error('There is a workplace only within a test');
    return place;
  };
};

/** A workbook of sheets by name; `change` may do to them what rows of values cannot say. */
export const workbook = (
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
  change: (sheet: WorkSheet) => void = () => {},
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): Uint8Array => {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    change(sheet);
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: 'buffer', bookType }) as Uint8Array;
};

let letters: Map<string, readonly number[]> | undefined;

/** GBK, which Node reads and does not write: every two bytes are read once, and looked up the other way. */
export const gbk = (text: string): Uint8Array => {
  letters ??= lettersOfGbk();
  const known = letters;
  return Uint8Array.from(
    [...text].flatMap((letter) => (letter < '\x80' ? [letter.charCodeAt(0)] : (known.get(letter) ?? [63]))),
  );
};

const lettersOfGbk = (): Map<string, readonly number[]> => {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) found.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return found;
};
