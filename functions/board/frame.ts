import { createHash } from 'node:crypto';
import { html, Markup } from '../console/html.ts';
import { BOARD_FRESH } from './BOARD_FRESH.ts';
import { boardScript } from './boardScript.ts';
import { boardStyle } from './boardStyle.ts';

/** The page around its content, and the headers it is served with: its own style and script by their hashes and nothing else. */
export const frame = (title: string, content: readonly unknown[]) => ({
  body: html`${DOCTYPE}<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><link rel="icon" href="data:,"><title>${title}</title><style>${new Markup(boardStyle)}</style></head><body>${content}<script>${new Markup(boardScript)}</script></body></html>`
    .text,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(self), microphone=()',
    'cache-control': BOARD_FRESH,
  },
});

const DOCTYPE = new Markup('<!doctype html>');

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(boardScript)}`,
  `style-src ${hashOf(boardStyle)}`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');
