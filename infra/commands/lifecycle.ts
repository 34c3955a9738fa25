import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lifecycleTable } from '../../test/support/lifecycleTable.ts';
import { root } from '../root.ts';

/**
 * Writes `docs/lifecycle.md`: state × command → what follows, or the code of the refusal.
 * `npm run lifecycle` writes it; `npm run lifecycle -- --check` says whether it is what the rules give.
 */
const target = join(root, 'docs/lifecycle.md');
const table = lifecycleTable();

if (process.argv.includes('--check')) {
  const fresh = (await readFile(target, 'utf8').catch(() => '')) === table;
  if (!fresh) console.error('docs/lifecycle.md is not what the rules give: run npm run lifecycle');
  process.exitCode = fresh ? 0 : 1;
} else await writeFile(target, table);
