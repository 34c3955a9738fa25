import type { Refusal } from '../../../shared/domain/case/Refusal.ts';
import { staff as say } from '../phrases/staff.ts';

/** Why it did not happen, as a sentence. */
export const explainRefusal = (refusal: Refusal): string =>
  refusal.code === 'tooManyPhotos' ? say.refused.tooManyPhotos(refusal.most) : say.refused[refusal.code];
