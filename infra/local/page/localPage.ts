import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { fillPhrases } from '../../../bots/channels/web/fillPhrases.ts';
import { phrases } from './browser/phrases.ts';

export interface LocalPage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const bundled = async (path: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [at(path)],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    target: 'es2023',
    legalComments: 'none',
    write: false,
  });
  return (outputFiles[0]?.text ?? '').trim();
};

/** The page of the local run, built at start from what lies beside this file. Serve it at `/`, beside the HTTP API. */
export const localPage = async (): Promise<LocalPage> => {
  const [html, script, style] = await Promise.all([
    readFile(at('local.html'), 'utf8'),
    bundled('browser/local.ts'),
    bundled('local.css'),
  ]);
  const body = fillPhrases(html, phrases)
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script type="module"></script>', () => `<script type="module">${script}</script>`);
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    // A sandboxed frame inherits this, and the dashboard's widget brings its own styles.
    "style-src 'unsafe-inline'",
    'img-src data:',
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types widget',
  ];
  return {
    body,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  };
};
