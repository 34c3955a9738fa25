import { open, rename } from 'node:fs/promises';

/** Only the host's own user can read it: it holds what people said. */
const OWN = 0o600;

/** The file is there whole or not at all, also when the machine stops in between. */
export const writeWhole = async (path: string, content: string | Uint8Array): Promise<void> => {
  const unfinished = `${path}.tmp`;
  const file = await open(unfinished, 'w', OWN);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
};
