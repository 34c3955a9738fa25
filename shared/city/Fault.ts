import type { Path } from './source/Source.ts';

/** One thing that is wrong in a city folder, with what to do about it. In Chinese: clerks read it. */
export interface Fault {
  /** Relative to the folder, `calendar/2026.json`. */
  readonly file: string;
  /** From 1; 0 where no file was read (a city checked in memory). */
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
  /** The field it is about, where its line tells which entry is meant: the same mistake in many lines may be told together. */
  readonly field?: string;
}

/** A fault before it is known where it stands: `at` is a path in the City, such as `['units', 3, 'parent']`. */
export interface Finding {
  readonly at: Path;
  /** The other place that it is about: its line is added to what is said. */
  readonly also?: Path;
  readonly what: string;
  readonly remedy: string;
  /** Its line tells which entry is meant: it says nothing that is not in that line. */
  readonly ofLine?: true;
  /** Worth a look, and no fault: it keeps nobody from publishing. */
  readonly note?: true;
}

/** `areas.geojson:12: what. remedy.`, one line. */
export const printFault = ({ file, line, what, remedy }: Fault): string =>
  `${file}${line > 0 ? `:${line}` : ''}: ${what}。${remedy}${/[？。]$/u.test(remedy) ? '' : '。'}`.replace(
    /\s*[\r\n]+\s*/gu,
    ' ',
  );

/** The field a path leads to within an entry: `['from']`, `['conditions', 0, 'limits']`. */
export const fieldAt = (path: Path): string => path.filter((step) => typeof step === 'string').join('.');

/** By file, then line; a fault said twice is said once. */
export const sortFaults = (faults: readonly Fault[]): readonly Fault[] => {
  const printed = new Map(faults.map((fault) => [printFault(fault), fault]));
  return [...printed.values()].sort(
    (a, b) => order(a.file, b.file) || a.line - b.line || order(a.what, b.what) || order(a.remedy, b.remedy),
  );
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
