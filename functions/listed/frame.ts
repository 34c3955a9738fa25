import { createHash } from 'node:crypto';
import { html, Markup } from '../console/html.ts';
import { listedStyle } from './listedStyle.ts';
import { phrases } from './phrases.ts';

/** The page around its content: its own style and nothing else, no script. */
export const frame = (content: Markup, headers: Readonly<Record<string, string>>) => ({
  body: html`${DOCTYPE}<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><link rel="icon" href="data:,"><title>${phrases.title}</title><style>${new Markup(listedStyle)}</style></head><body><main>${content}</main></body></html>`
    .text,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, ...headers },
});

const DOCTYPE = new Markup('<!doctype html>');

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(listedStyle).digest('base64')}'`,
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');
