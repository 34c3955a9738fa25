import { stageNameOf } from '../../bots/engine/cases/describeCase.ts';
import { explainRefusal } from '../../bots/engine/cases/explainRefusal.ts';
import type { Refusal } from '../../shared/domain/case/Refusal.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { DoorError } from '../middleware/DoorError.ts';
import { phrases } from './phrases.ts';

/** Why a command does not happen, as the door says it, in the words of the dialogs. */
export const refusedAtDoor = (refusal: Refusal, know: Knowledge): DoorError =>
  new DoorError(statusOf(refusal), refusal.code, {
    message: explainRefusal(refusal, know),
    ...('stage' in refusal ? { remedy: phrases.standsAt(stageNameOf(refusal.stage)) } : {}),
  });

/** It is not there for them; they may not; or it may be done, but not as things stand. */
const statusOf = ({ code }: Refusal): 403 | 404 | 409 => {
  switch (code) {
    case 'noSuchCase':
      return 404;
    case 'notYours':
    case 'handedOver':
    case 'selfCheck':
    case 'publicMatter':
      return 403;
    default:
      return 409;
  }
};
