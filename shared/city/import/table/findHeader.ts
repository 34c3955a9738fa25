import { type Cell, EMPTY, type Sheet } from '../source/Sheet.ts';
import { type Mapping, UNUSED } from './Mapping.ts';

export interface Header {
  /** What each column means; undefined for one that is not known. */
  readonly keys: readonly (string | undefined)[];
  /** What each column is called there; '' for one without a name. */
  readonly names: readonly string[];
  /** The row of the header (its last one), from 0. */
  readonly row: number;
}

/** Titles and remarks above a header take no more rows than this. */
const FURTHEST = 20;

/** The one or two rows that name most columns. Two rows count only when they say more than any alone. Undefined when none says anything. */
export const findHeader = ({ rows }: Sheet, mapping: Mapping): Header | undefined => {
  let best: Header | undefined;
  const consider = (header: Header): void => {
    if (knownIn(header) > (best ? knownIn(best) : 0)) best = header;
  };
  const first = rows.slice(0, FURTHEST);
  // Single rows first: a title merged over all columns would else become a part of every name below it.
  for (const [row, cells] of first.entries())
    consider(
      headerOf(
        row,
        cells.map(({ text }) => [text]),
        mapping,
      ),
    );
  for (const [row, upper] of first.entries())
    consider(headerOf(row + 1, stacked(upper, rows[row + 1] ?? []), mapping));
  return best;
};

const knownIn = ({ keys }: Header): number =>
  new Set(keys.filter((key) => key !== undefined && key !== UNUSED)).size;

/** What a column may be called when its name stands in two rows: 任期 over 起 is 任期起, or just 起. */
const stacked = (upper: readonly Cell[], lower: readonly Cell[]): readonly (readonly string[])[] => {
  let over = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, c) => {
    const { text: top } = upper[c] ?? EMPTY;
    const { text: bottom } = lower[c] ?? EMPTY;
    // In a CSV file a merged cell has left its text in the first column only.
    over = top === '' && bottom !== '' ? over : top;
    return bottom === '' || bottom === over ? [over] : [`${over}${bottom}`, bottom];
  });
};

const headerOf = (row: number, choices: readonly (readonly string[])[], mapping: Mapping): Header => {
  const read = choices.map((names) => {
    const name = names.find((choice) => mapping(choice) !== undefined) ?? names[0] ?? '';
    return { name, key: name === '' ? undefined : mapping(name) };
  });
  return { row, names: read.map(({ name }) => name), keys: read.map(({ key }) => key) };
};
