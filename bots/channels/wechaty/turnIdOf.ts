import { createHash } from 'node:crypto';

const LEGAL = /^[\w@.:#~-]{1,128}$/u;

/** The channel's own message id as a turn may carry it. The same message always has the same: what is delivered twice counts once. */
export const turnIdOf = (messageId: string): string =>
  LEGAL.test(messageId) ? messageId : `h-${createHash('sha256').update(messageId).digest('base64url')}`;
