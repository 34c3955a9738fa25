import { createHash } from 'node:crypto';
import type { Entry } from '../../shared/domain/case/CaseEvent.ts';

/** The chain as it is described: SHA-256 over the hash before and the entry as JSON with its keys in order. */
export const hashOf = ({ hash: _own, ...entry }: Entry, previous: string): string =>
  createHash('sha256')
    .update(`${previous}${inOrder(entry)}`)
    .digest('base64url');

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
