import { maskPrivate } from './maskPrivate.ts';

/** Fields that never reach a log, a metric or a chart, whatever they hold. `isPrivateField` compares without case, `-` and `_`. */
export const PRIVATE_FIELDS: ReadonlySet<string> = new Set(
  [
    // What people say and write.
    'text words opinion report reason said reply replies body rawBody matched',
    // Who and where they are.
    'name phone mobile tel telephone email mail idNumber idCard wechat address place point lng lat ip sourceIp userAgent',
    // What they show: keys and presigned addresses.
    'photo photos photoUrls url fields',
    // What lets somebody in.
    'token accessToken authorization cookie cookies setCookie secret password signature webhookSignature',
    'queryString queryStringParameters rawQueryString receipt receiptHandle',
  ].flatMap((line) => line.split(' ')),
);

const plain = (key: string): string => key.toLowerCase().replace(/[-_]/gu, '');
const PLAIN_FIELDS: ReadonlySet<string> = new Set([...PRIVATE_FIELDS].map(plain));

export const isPrivateField = (key: string): boolean => PLAIN_FIELDS.has(plain(key));

const HIDDEN = '[private]';
const DEEPEST = 8;
const WIDEST = 100;

const redactError = (error: Error, depth: number, above: readonly object[]): unknown => ({
  kind: error.name,
  message: maskPrivate(error.message),
  stack: error.stack === undefined ? undefined : maskPrivate(error.stack),
  ...(error.cause === undefined ? {} : { cause: copy(error.cause, depth + 1, [...above, error]) }),
});

const redactObject = (value: object, depth: number, above: readonly object[]): unknown => {
  const path = [...above, value];
  if (Array.isArray(value)) {
    const items = value.slice(0, WIDEST).map((item) => copy(item, depth + 1, path));
    return value.length > WIDEST ? [...items, `[${value.length - WIDEST} more]`] : items;
  }
  if (value instanceof Map) return redactObject(Object.fromEntries(value), depth, above);
  if (value instanceof Set) return redactObject([...value], depth, above);
  const entries = Object.entries(value).slice(0, WIDEST);
  return Object.fromEntries(
    entries.map(([key, item]) => [
      key,
      isPrivateField(key) && item !== undefined && item !== null ? HIDDEN : copy(item, depth + 1, path),
    ]),
  );
};

const copy = (value: unknown, depth: number, above: readonly object[]): unknown => {
  if (typeof value === 'string') return maskPrivate(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) return '[cycle]';
  if (depth >= DEEPEST) return '[deep]';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[no date]' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Error) return redactError(value, depth, above);
  return redactObject(value, depth, above);
};

/**
 * A deep copy fit for a log: private fields are `[private]`, strings elsewhere are masked, cycles and great depth end. Never throws on
 * plain data; the original is not touched.
 */
export const redact = (value: unknown): unknown => copy(value, 0, []);
