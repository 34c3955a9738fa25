import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRoutes } from '../../../shared/city/parts/tables.ts';
import { readText } from '../../../shared/city/source/readText.ts';

/** The line in routes.csv at which each rule of a sound folder stands, by its place in the city. */
export const routeLines = async (dir: string): Promise<(index: number) => number> => {
  const text = readText(await readFile(join(dir, 'routes.csv'))).read ?? '';
  const { locate } = readRoutes(text);
  return (index) => locate([index]).line;
};
