import type { DoorAnswer } from '../middleware/httpDoor.ts';
import { type Asked, drawForm } from './drawForm.ts';
import { frame } from './frame.ts';
import { phrases } from './phrases.ts';

/** The form; what is whole in it leads on to the address of its result. */
export const answerForm = ({ number = '', receipt = '' }: Asked): DoorAnswer => {
  if (number !== '' && receipt !== '')
    return {
      status: 303,
      headers: {
        location: `verify/${encodeURIComponent(number)}?receipt=${encodeURIComponent(receipt)}`,
        'referrer-policy': 'no-referrer',
      },
    };
  const isFresh = number === '' && receipt === '';
  return isFresh
    ? frame(200, drawForm('verify', {}))
    : frame(400, drawForm('verify', { number, receipt }, phrases.incomplete));
};
