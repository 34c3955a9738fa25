import type { Area, Level } from '../../../domain/city/City.ts';

/** An area as far as its own feature tells; what is missing follows from the others. */
export interface AreaDraft {
  readonly code: string;
  /** '' when it has none. */
  readonly name: string;
  readonly level: Level;
  /** A code or a name; '' when not written. */
  readonly parent: string;
  readonly kind?: Area['kind'];
  /** Whether its shape is in the spool: they stand there in the order of the drafts. */
  readonly drawn: boolean;
  readonly file: string;
  readonly at: string;
}
