import { randomUUID } from 'node:crypto';
import type { SessionAnswer } from '../../shared/contracts/web.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { signWebToken } from '../middleware/webToken.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const readSecret = secret(environment('WEB_SECRET_ARN').WEB_SECRET_ARN);

/** POST /web/sessions: a new resident on the web page. */
export const handler = httpDoor(async () => {
  const conversation = `web:r-${randomUUID()}`;
  const body: SessionAnswer = { conversation, token: await signWebToken(conversation, await readSecret()) };
  return { status: 201, body };
});
