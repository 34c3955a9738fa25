import type { Verified } from '../../shared/application/verifyReceipt.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { supervisionOf } from '../../shared/domain/city/supervisionOf.ts';
import type { DoorAnswer } from '../middleware/httpDoor.ts';
import { describeVerified } from './describeVerified.ts';
import { drawForm } from './drawForm.ts';
import { drawVerified } from './drawVerified.ts';
import { frame } from './frame.ts';
import { phrases } from './phrases.ts';

interface Wanted {
  readonly json: boolean;
  /** What was asked for, as it was written. */
  readonly number: string;
  readonly receipt: string;
}

/** Address of the form, seen from a result. */
const FORM = '../verify';

/** What a receipt proves, as a page or as JSON. Whatever is not known or does not fit is answered alike. */
export const answerReceipt = (
  verified: Verified | undefined,
  know: Knowledge,
  { json, number, receipt }: Wanted,
): DoorAnswer => {
  const ask = phrases.ask(supervisionOf(know));
  if (!verified) {
    const trouble = { message: phrases.missed.message, remedy: phrases.missed.remedy(ask) };
    return json
      ? { status: 404, body: { error: 'notVerified', ...trouble } }
      : frame(404, drawForm(FORM, { number, receipt }, trouble));
  }
  const body = describeVerified(verified, know);
  return json ? { status: 200, body } : frame(200, drawVerified(body, { back: FORM, ask }));
};
