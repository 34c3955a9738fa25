import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.ts';
import { describeApi } from './api/describeApi.ts';

/** `npm run api` writes docs/api.md; `npm run api -- --check` says whether it is what routes, schemas and rules give. */
const target = join(root, 'docs/api.md');
const page = describeApi();

if (process.argv.includes('--check')) {
  const fresh = (await readFile(target, 'utf8').catch(() => '')) === page;
  if (!fresh) console.error('docs/api.md is not what routes, schemas and rules give: run npm run api');
  process.exitCode = fresh ? 0 : 1;
} else await writeFile(target, page);
