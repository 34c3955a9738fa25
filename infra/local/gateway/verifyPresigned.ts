import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Credential } from './readCredential.ts';
import type { Refusal } from './refuse.ts';
import type { Incoming } from './s3Request.ts';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Hex signature of `text` under the key SigV4 derives for one day, region and service. */
export const signatureOf = (secret: string, credential: Omit<Credential, 'place'>, text: string): string => {
  const { date, region, service } = credential;
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request');
  return hmac(key, text).toString('hex');
};

export const sameSignature = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/gu,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');

const canonicalRequest = ({ method, path, query, headers }: Omit<Incoming, 'body'>): string => {
  const signed = query.get('X-Amz-SignedHeaders') ?? '';
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  return [method, path, canonicalQuery(query), lines.join(''), signed, 'UNSIGNED-PAYLOAD'].join('\n');
};

/** `20260102T030405Z` → ms since 1970; NaN when it is no such text. */
const instantOf = (amzDate: string): number =>
  Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u, '$1-$2-$3T$4:$5:$6Z'));

/**
 * Is a presigned address what its signer made, and still good? The local clock decides: signers live by it too. What is
 * wrong comes back as S3 says it.
 */
export const presignedFault = (
  incoming: Omit<Incoming, 'body'>,
  credential: Credential,
  secret: string,
  now: number,
): Refusal | undefined => {
  const { query } = incoming;
  const amzDate = query.get('X-Amz-Date') ?? '';
  const until = instantOf(amzDate) + Number(query.get('X-Amz-Expires')) * 1000;
  if (!(now <= until)) return { code: 'AccessDenied', message: 'Request has expired', status: 403 };
  const { date, region, service } = credential;
  const hash = createHash('sha256').update(canonicalRequest(incoming)).digest('hex');
  const text = ['AWS4-HMAC-SHA256', amzDate, `${date}/${region}/${service}/aws4_request`, hash].join('\n');
  if (sameSignature(signatureOf(secret, credential, text), query.get('X-Amz-Signature') ?? ''))
    return undefined;
  return {
    code: 'SignatureDoesNotMatch',
    message: 'The request signature we calculated does not match the signature you provided.',
    status: 403,
  };
};
