import { findOverlaps, type Overlap } from '../geometry/findOverlaps.ts';
import type { Survey } from './Survey.ts';

const known = new WeakMap<Survey, ReturnType<typeof findOverlaps>>();

/** Leaves that lie over each other, found once for all who ask. */
export const cityOverlaps = (
  survey: Survey,
): { readonly overlaps: readonly Overlap[]; readonly all: boolean } => {
  const found = known.get(survey) ?? findOverlaps(survey.mosaic, survey.leaves);
  known.set(survey, found);
  return found;
};
