import { readMood } from '../../../shared/domain/text/readMood.ts';
import type { Scene } from '../Scene.ts';

/** Says that it is as it was before: so it is about what was reported as done. */
const REFERS_BACK = /还是|还没|又|根本|照样|仍然/u;

/** How somebody judges the work, while a rating is asked for. Words that are surely a new matter, or name a place, judge nothing. */
export const moodOfWork = ({ know }: Scene, raw: string): ReturnType<typeof readMood> => {
  if (know.findPlaces(raw).length > 0) return undefined;
  return REFERS_BACK.test(raw) || !know.classify(raw).sure ? readMood(raw) : undefined;
};
