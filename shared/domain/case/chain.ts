import { createHash } from 'node:crypto';
import type { Entry } from './CaseEvent.ts';

/** The entry with its hash: SHA-256, base64url, over the hash before it and its own canonical content. */
export const seal = (entry: Omit<Entry, 'hash'>, previous: string): Entry => ({
  ...entry,
  hash: createHash('sha256').update(previous).update(canonical(entry)).digest('base64url'),
});

/** The seq of the first entry that does not follow from the one before it; undefined when the chain is whole. */
export const firstBreak = (history: readonly Entry[]): number | undefined => {
  let previous = '';
  for (const [i, { hash, ...entry }] of history.entries()) {
    if (entry.seq !== i + 1 || seal(entry, previous).hash !== hash) return i + 1;
    previous = hash;
  }
  return undefined;
};

/** Eight characters that tell a command from the few before it. */
export const shortId = (command: string): string =>
  createHash('sha256').update(command).digest('base64url').slice(0, 8);

/** JSON with sorted keys and without absent values: the same content gives the same text, whatever stored it. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, content]) => content !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, content]) => `${JSON.stringify(key)}:${canonical(content)}`);
  return `{${fields.join(',')}}`;
};
