/**
 * What changes about the people of the ledger between two publications of a city: leaves of absence (请假), and the chat accounts
 * bound with a one-time code. Always what is in force now, while a case keeps the city version it was opened under.
 */
export interface Staffing {
  /** Person → the one conversation that speaks for them; without an entry, the ledger's own. */
  readonly bindings: Readonly<Record<string, string>>;
  readonly leaves: readonly Leave[];
  /** Person → the leave that their last 销假 ended, so that the same one again ends no other. */
  readonly returns?: Readonly<Record<string, Return>>;
}

/** Days on which somebody's stand-in acts for them; dates, both included. */
export interface Leave {
  readonly person: string;
  readonly from: string;
  /** Absent: until they say that they are back. */
  readonly to?: string;
}

/** The days as they had been filed, and the day on which somebody said that they are back. */
export interface Return {
  readonly on: string;
  readonly from: string;
  readonly to?: string;
}

export const NO_STAFFING: Staffing = { bindings: {}, leaves: [] };
