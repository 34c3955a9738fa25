import type { Refusal } from '../../../shared/domain/case/Refusal.ts';
import { staff as say } from '../phrases/staff.ts';

/** Why it did not happen, as a sentence. */
export const explainRefusal = (refusal: Refusal): string => {
  switch (refusal.code) {
    case 'tooManyPhotos':
      return say.refused.tooManyPhotos(refusal.most);
    case 'handedOver':
      return say.refused.handedOver(refusal.to.join('、'));
    default:
      return say.refused[refusal.code];
  }
};
