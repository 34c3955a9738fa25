import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { phrases } from '../../bots/channels/web/page/phrases.ts';
import { assemblePage } from '../local/page/assemblePage.ts';
import { root } from '../root.ts';

/**
 * Builds the phone page from `bots/channels/web/page/` into `builtPage.ts`, a module of strings that a function can import:
 * the page's program is real, checked TypeScript, and neither the bundler nor the tests need a loader for it.
 * `npm run page` writes it; `npm run page -- --check` says whether it is what the sources give.
 */
const folder = join(root, 'bots/channels/web');
const target = join(folder, 'builtPage.ts');

/** What a template literal would read as its own is escaped. */
const quoted = (text: string): string => `\`${text.replace(/[\\`]|\$\{/gu, '\\$&')}\``;

const { html, scriptHash, styleHash } = await assemblePage({
  html: join(folder, 'page/phone.html'),
  script: join(folder, 'page/phone.ts'),
  style: join(folder, 'page/phone.css'),
  phrases,
  // Phones of the last years: `Map.groupBy` and `findLastIndex` are the youngest things used.
  target: ['es2022', 'chrome117', 'firefox119', 'safari17.4'],
});
const built = `// biome-ignore-all format: written by npm run page
// biome-ignore-all lint: written by npm run page
/** The phone page, built from \`page/\`. Change it there, then run \`npm run page\`. */
export const builtPage = {
  html: ${quoted(html)},
  scriptHash: '${scriptHash}',
  styleHash: '${styleHash}',
} as const;
`;

if (process.argv.includes('--check')) {
  const fresh = (await readFile(target, 'utf8').catch(() => '')) === built;
  if (!fresh) console.error('builtPage.ts is not what bots/channels/web/page gives: run npm run page');
  process.exitCode = fresh ? 0 : 1;
} else await writeFile(target, built);
