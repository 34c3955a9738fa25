import { createHash } from 'node:crypto';

/**
 * The id of what somebody wants done: the same message asks for the same thing, and `key` tells apart what one message asks for. Unique
 * for the intention, whoever else uses the same message id; short, since it is kept in the history.
 */
export const commandId = (conversation: string, message: string, key: string): string =>
  createHash('sha256').update(`${conversation}\n${message}\n${key}`).digest('base64url').slice(0, 20);
