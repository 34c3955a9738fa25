import type { Knowledge } from '../city/Knowledge.ts';
import type { DateText } from '../time/Instant.ts';
import { emptyPosts } from './emptyPosts.ts';
import { endedPosts } from './endedPosts.ts';
import { strandedPosts } from './strandedPosts.ts';
import { unmannedUnits } from './unmannedUnits.ts';
import type { Vacancy } from './Vacancy.ts';

/** Every vacancy of today and the next thirty days. One pass over areas and ledger: a hundred thousand leaves take a fraction of a second. */
export const findVacancies = (know: Knowledge, today: DateText): readonly Vacancy[] => [
  ...emptyPosts(know, today),
  ...endedPosts(know, today),
  ...unmannedUnits(know, today),
  ...strandedPosts(know, today),
];
