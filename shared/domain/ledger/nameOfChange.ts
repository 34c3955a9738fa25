import { createHash } from 'node:crypto';

/** Twenty characters that name a change by its content: the same content has the same name. */
export const nameOfChange = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 20);
