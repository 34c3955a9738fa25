import { fileURLToPath } from 'node:url';
import { assemblePage } from './assemblePage.ts';
import { phrases } from './browser/phrases.ts';

export interface LocalPage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The page of the local run, built at start from what lies beside this file. Serve it at `/`, beside the HTTP API. */
export const localPage = async (): Promise<LocalPage> => {
  const { html, scriptHash } = await assemblePage({
    html: at('local.html'),
    script: at('browser/local.ts'),
    style: at('local.css'),
    phrases,
    target: ['es2023'],
  });
  const policy = [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
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
    body: html,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  };
};
