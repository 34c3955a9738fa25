import { createHash } from 'node:crypto';
import { html, Markup } from '../console/html.ts';
import type { DoorAnswer } from '../middleware/httpDoor.ts';
import { phrases } from './phrases.ts';
import { verifyStyle } from './verifyStyle.ts';

/** The page around its content: its own style and nothing else, no script, and found by no search. */
export const frame = (status: 200 | 400 | 404, content: Markup): DoorAnswer => ({
  status,
  body: html`${DOCTYPE}<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${phrases.title}</title><style>${new Markup(verifyStyle)}</style></head><body><main><h1>${phrases.title}</h1>${content}</main></body></html>`
    .text,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    // The address has the receipt in it.
    'referrer-policy': 'no-referrer',
  },
});

const DOCTYPE = new Markup('<!doctype html>');

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(verifyStyle).digest('base64')}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
