import { renameSync, writeFileSync } from 'node:fs';

/** Replaces a small file in one step: whoever dies meanwhile leaves the old one or the new one, never half of it. */
export const writeWhole = (path: string, text: string): void => {
  const next = `${path}.next`;
  writeFileSync(next, text);
  renameSync(next, path);
};
