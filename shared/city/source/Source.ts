/** Where something stands in a document: keys and positions from the top. */
export type Path = readonly (string | number)[];

/** A document that was read: its data, and the line of anything in it. */
export interface Source {
  readonly data: unknown;
  /** From 1. What is not there has the line of the nearest thing around it. */
  readonly lineOf: (path: Path) => number;
}

/** Why a document could not be read at all. */
export interface SyntaxFault {
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
  /** Set where its line tells which entry is meant: '' for the entry as a whole. */
  readonly field?: string;
}

export type Reading<T> =
  | { readonly read: T; readonly faults: readonly SyntaxFault[] }
  | { readonly read?: never; readonly faults: readonly SyntaxFault[] };
