import { LOCAL } from '../template/LOCAL.ts';
import type { LocalBucket } from '../template/LocalBucket.ts';
import { keyNeeds, type Need } from './AccessCheck.ts';
import type { S3Request } from './s3Request.ts';

/** Operation → permission, whether on the object, and what it needs of the bucket's key. */
const OPERATIONS: Readonly<Record<string, readonly [string, 'object' | 'bucket', readonly string[]]>> = {
  GetObject: ['GetObject', 'object', ['Decrypt']],
  HeadObject: ['GetObject', 'object', ['Decrypt']],
  PutObject: ['PutObject', 'object', ['GenerateDataKey']],
  DeleteObject: ['DeleteObject', 'object', []],
  DeleteObjects: ['DeleteObject', 'object', []],
  ListObjects: ['ListBucket', 'bucket', []],
  HeadBucket: ['ListBucket', 'bucket', []],
  CreateMultipartUpload: ['PutObject', 'object', ['GenerateDataKey']],
  UploadPart: ['PutObject', 'object', ['GenerateDataKey', 'Decrypt']],
  CompleteMultipartUpload: ['PutObject', 'object', ['Decrypt']],
  AbortMultipartUpload: ['AbortMultipartUpload', 'object', []],
};

export const bucketArn = (bucket: string): string => `arn:${LOCAL.partition}:s3:::${bucket}`;

/** Keys of a `DeleteObjects` body. */
const deletedKeys = (body: Buffer): readonly string[] =>
  [...body.toString('utf8').matchAll(/<Key>([\s\S]*?)<\/Key>/gu)].map(([, key = '']) => key);

/** The permissions an S3 request needs. `copySource`: the header of that name, `bucket/key`. */
export const s3Needs = (
  { operation, bucket, key }: S3Request,
  found: LocalBucket | undefined,
  given: { readonly body: Buffer; readonly copySource: string | undefined },
): readonly Need[] => {
  const [action, on, keyActions] = OPERATIONS[operation] ?? [operation, 'object', []];
  const keys = operation === 'DeleteObjects' ? deletedKeys(given.body) : [key];
  const resources = on === 'bucket' ? [bucketArn(bucket)] : keys.map((one) => `${bucketArn(bucket)}/${one}`);
  const source =
    given.copySource === undefined ? [] : [decodeURIComponent(given.copySource).replace(/^\//u, '')];
  return [
    ...resources.map((resource) => ({ action: `s3:${action}`, resource })),
    ...source.map((from) => ({ action: 's3:GetObject', resource: bucketArn(from) })),
    ...keyNeeds(found?.keyArn, 's3', keyActions),
  ];
};
