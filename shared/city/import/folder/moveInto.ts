import { access, rename } from 'node:fs/promises';

/**
 * Puts a finished folder where another one may stand, which is moved aside and never deleted.
 * Answers where the other one is now. The two renames are all that could be torn apart: no file is ever half written.
 */
export const moveInto = async (made: string, dir: string, stamp: string): Promise<string | undefined> => {
  if (!(await exists(dir))) {
    await rename(made, dir);
    return undefined;
  }
  const aside = await free(`${dir}.before-${stamp}`);
  await rename(dir, aside);
  await rename(made, dir);
  return aside;
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const free = async (path: string, n = 1): Promise<string> => {
  const name = n === 1 ? path : `${path}-${n}`;
  return (await exists(name)) ? free(path, n + 1) : name;
};
