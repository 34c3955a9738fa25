import { httpDoor } from '../middleware/httpDoor.ts';
import { answerForm } from '../verify/answerForm.ts';
import { readAsked } from '../verify/readAsked.ts';

/** GET /verify: where number and receipt are written; what was written leads to what it proves. */
export const handler = httpDoor(async ({ event }) => answerForm(readAsked(event)));
