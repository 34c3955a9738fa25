import type { IncomingHttpHeaders } from 'node:http';

/** A request as the gateway got it; the address is not yet decoded. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What an S3 request is about. */
export interface S3Request {
  readonly operation: string;
  readonly bucket: string;
  /** Decoded; empty for the bucket itself. */
  readonly key: string;
  /** Path-style address for the engine, still encoded. */
  readonly path: string;
}

/**
 * `bucket.localhost`, `bucket.s3.us-east-1.localhost`: the bucket is the first label. An address in digits holds none,
 * which is why the SDK itself falls back to path style for one.
 */
const bucketOfHost = (host: string): string | undefined => {
  const [name = ''] = host.split(':');
  if (/^[\d.]+$/u.test(name) || !name.endsWith('.localhost')) return undefined;
  return /^(.+?)(?:\.s3[.-][a-z0-9.-]+|\.s3)?\.localhost$/u.exec(name)?.[1];
};

type Rule = readonly [method: string, needsKey: boolean, parameter: string | undefined, operation: string];

/** The first rule that fits names the operation. */
const RULES: readonly Rule[] = [
  ['POST', false, 'delete', 'DeleteObjects'],
  ['POST', true, 'uploads', 'CreateMultipartUpload'],
  ['POST', true, 'uploadId', 'CompleteMultipartUpload'],
  ['PUT', true, 'partNumber', 'UploadPart'],
  ['DELETE', true, 'uploadId', 'AbortMultipartUpload'],
  ['GET', true, undefined, 'GetObject'],
  ['HEAD', true, undefined, 'HeadObject'],
  ['PUT', true, undefined, 'PutObject'],
  ['DELETE', true, undefined, 'DeleteObject'],
  ['GET', false, undefined, 'ListObjects'],
  ['HEAD', false, undefined, 'HeadBucket'],
];

/** Parameters that turn a request into one the local run does not know (`?acl`, `?tagging`). */
const UNKNOWN = [
  'acl',
  'tagging',
  'policy',
  'versioning',
  'versions',
  'versionId',
  'cors',
  'lifecycle',
  'retention',
  'legal-hold',
  'torrent',
  'attributes',
  'renameObject',
  'uploads',
  'location',
  'encryption',
  'notification',
  'replication',
  'website',
  'logging',
];

const operationOf = (method: string, hasKey: boolean, query: URLSearchParams): string | undefined => {
  const rule = RULES.find(
    ([wanted, needsKey, parameter]) =>
      wanted === method && needsKey === hasKey && (parameter === undefined || query.has(parameter)),
  );
  const [, , parameter, operation] = rule ?? [];
  const strange = UNKNOWN.some((name) => name !== parameter && query.has(name));
  return strange ? undefined : operation;
};

/** Reads an S3 address in path style or with the bucket in the host. Undefined when it is none the local run knows. */
export const readS3Request = ({
  method,
  path,
  query,
  headers,
}: Omit<Incoming, 'body'>): S3Request | undefined => {
  const host = bucketOfHost(headers.host ?? '');
  const whole = host === undefined ? path : `/${host}${path}`;
  const [, bucket = '', rest = ''] = /^\/([^/]*)\/?(.*)$/su.exec(whole) ?? [];
  const operation = operationOf(method, rest !== '', query);
  if (bucket === '' || operation === undefined) return undefined;
  return { operation, bucket: decodeURIComponent(bucket), key: decodeURIComponent(rest), path: whole };
};
