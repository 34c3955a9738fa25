/** What a cell shows, without what a spreadsheet made of it. */
export interface Cell {
  /** '' when empty. A number has all its digits here, never `9.9E+14`; digits that a format shows in front are kept. */
  readonly text: string;
  /** The cell is a number, not a text that looks like one. */
  readonly number?: number;
  /** `2026-01-31`, for a number that is shown as a date. */
  readonly date?: string;
  /** `#N/A`, `#REF!` and their like. */
  readonly error?: true;
}

export const EMPTY: Cell = { text: '' };

/** One table as it stands, before anybody knows its header. */
export interface Sheet {
  /** '' for a file that has no sheets. */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Name of a cell for a person: `台账!C5`, or `:12`. */
  readonly at: (row: number, column?: number) => string;
}
