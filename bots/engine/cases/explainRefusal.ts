import type { Refusal } from '../../../shared/domain/case/Refusal.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { staff as say } from '../phrases/staff.ts';
import { namedOwner } from './describeCase.ts';

/** Why it did not happen, as a sentence. */
export const explainRefusal = (refusal: Refusal, know: Knowledge): string => {
  switch (refusal.code) {
    case 'tooManyPhotos':
      return say.refused.tooManyPhotos(refusal.most);
    case 'handedOver':
      return say.refused.handedOver(namedOwner(refusal.to, refusal.owner, know));
    default:
      return say.refused[refusal.code];
  }
};
