import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

export interface PageSources {
  /** Markup with an empty `<style>`, an empty last `<script>`, and `{{name}}` where a sentence belongs. */
  readonly html: string;
  readonly script: string;
  readonly style: string;
  readonly phrases: Readonly<Record<string, unknown>>;
  /** What must be able to run it, as esbuild names it. */
  readonly target: readonly string[];
}

export interface AssembledPage {
  readonly html: string;
  /** For the page's security policy: only these may run. */
  readonly scriptHash: string;
  readonly styleHash: string;
}

/** One self-contained HTML page from its sources (paths). Throws for a phrase that there is not. */
export const assemblePage = async ({
  html,
  script,
  style,
  phrases,
  target,
}: PageSources): Promise<AssembledPage> => {
  const [markup, code, look] = await Promise.all([
    readFile(html, 'utf8'),
    bundled(script, target),
    bundled(style, target),
  ]);
  if (/<\/script/iu.test(code) || /<\/style/iu.test(look))
    throw new Error(`${script} would end its own element`);
  return {
    html: withPhrases(markup, phrases)
      .replace('<style></style>', () => `<style>${look}</style>`)
      .replace('<script type="module"></script>', () => `<script type="module">${code}</script>`),
    scriptHash: hashOf(code),
    styleHash: hashOf(look),
  };
};

const bundled = async (path: string, target: readonly string[]): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    target: [...target],
    legalComments: 'none',
    write: false,
  });
  return (outputFiles[0]?.text ?? '').trim();
};

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const withPhrases = (html: string, phrases: PageSources['phrases']): string =>
  html.replace(/\{\{(?<name>\w+)\}\}/gu, (_whole, name: string) => {
    const words = phrases[name];
    if (typeof words !== 'string')
      throw new Error(`The page asks for the phrase ${name}, which there is not`);
    return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  });
