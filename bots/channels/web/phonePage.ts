import { createHash } from 'node:crypto';
import { builtPage } from './builtPage.ts';

export interface PhonePage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PhonePagePlaces {
  /** `wss://…`: where the page listens. */
  readonly socketUrl: string;
  /** Origins it may upload photos to and show them from. */
  readonly photoOrigins: readonly string[];
}

/** `<` could end the script element that holds the JSON. */
const asJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * The phone page with what only the deployment knows, and the headers it is served with. The policy allows the page's own
 * script and style by their hashes and nothing else, and forbids turning strings into markup (trusted types).
 */
export const phonePage = ({ socketUrl, photoOrigins }: PhonePagePlaces): PhonePage => {
  const origins = [...new Set(photoOrigins.map((url) => new URL(url).origin))].join(' ');
  const policy = [
    "default-src 'none'",
    `script-src '${builtPage.scriptHash}'`,
    `style-src '${builtPage.styleHash}'`,
    `img-src 'self' data: blob: ${origins}`,
    `connect-src 'self' ${new URL(socketUrl).origin} ${origins}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  const body = builtPage.html.replace(
    '<script id="config" type="application/json"></script>',
    () => `<script id="config" type="application/json">${asJson({ socketUrl })}</script>`,
  );
  return {
    body,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
      'cache-control': 'public, max-age=300',
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    },
  };
};
