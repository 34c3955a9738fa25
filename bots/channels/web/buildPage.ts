import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { fillPhrases } from './fillPhrases.ts';
import { phrases } from './page/phrases.ts';

/**
 * Builds the phone page from `page/` into `builtPage.ts`, a module of strings that any function can import: the page's
 * program is real, checked TypeScript, and neither the bundler nor the tests need a loader for it.
 * `node bots/channels/web/buildPage.ts` writes it; `--check` says whether it is what the sources give.
 */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const bundled = async (path: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [at(path)],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    // Phones of the last four years: `Map.groupBy` and `findLastIndex` are the youngest things used.
    target: ['es2022', 'chrome117', 'firefox119', 'safari17.4'],
    legalComments: 'none',
    write: false,
  });
  return (outputFiles[0]?.text ?? '').trim();
};

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Only what a template literal would read as its own. */
const quoted = (text: string): string => `\`${text.replace(/[\\`]|\$\{/gu, '\\$&')}\``;

const render = async (): Promise<string> => {
  const [html, script, style] = await Promise.all([
    readFile(at('page/phone.html'), 'utf8'),
    bundled('page/phone.ts'),
    bundled('page/phone.css'),
  ]);
  if (/<\/(?:script|style)/iu.test(script + style))
    throw new Error('The page would end its own script or style');
  const page = fillPhrases(html, phrases)
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`);
  return `// biome-ignore-all format: written by buildPage.ts
// biome-ignore-all lint: written by buildPage.ts
/** The phone page, built from \`page/\`. Change it there, then run \`node bots/channels/web/buildPage.ts\`. */
export const builtPage = {
  html: ${quoted(page)},
  scriptHash: '${hashOf(script)}',
  styleHash: '${hashOf(style)}',
} as const;
`;
};

const target = at('builtPage.ts');
const text = await render();
if (process.argv.includes('--check')) {
  const fresh = (await readFile(target, 'utf8').catch(() => '')) === text;
  if (!fresh) console.error('builtPage.ts is not what page/ gives: run node bots/channels/web/buildPage.ts');
  process.exitCode = fresh ? 0 : 1;
} else await writeFile(target, text);
