import type { Refusal } from '../../../shared/domain/case/Refusal.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { durationText } from '../../../shared/domain/time/durationText.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import { refusals as say } from '../phrases/refusals.ts';
import { namedOwner, unitName } from './describeCase.ts';

/** Why it did not happen, as a sentence. */
export const explainRefusal = (refusal: Refusal, know: Knowledge): string => {
  switch (refusal.code) {
    case 'tooManyPhotos':
    case 'noMoreExtensions':
    case 'askedEnough':
      return say[refusal.code](refusal.most);
    case 'tooLong':
      return say.tooLong(durationText(refusal.most));
    case 'handedOver':
      return say.handedOver(namedOwner(refusal.to, refusal.owner, know));
    case 'cannotMerge':
      return say.cannotMerge[refusal.because];
    case 'mergedInto':
      return say.mergedInto(refusal.into);
    case 'appealTooLate':
      return say.appealTooLate(formatForPeople(refusal.until));
    case 'urgedAlready':
      return say.urgedAlready(formatForPeople(refusal.again));
    case 'aboutUnit':
    case 'hasTask':
      return say[refusal.code](unitName(refusal.unit, know));
    case 'assistsOpen':
      return say.assistsOpen(refusal.units.map((unit) => unitName(unit, know)).join('、'));
    case 'materialOwed':
      return say.materialOwed(refusal.names.join('、'));
    case 'materialNeeded':
      return say.materialNeeded(refusal.name);
    default:
      return say[refusal.code];
  }
};
