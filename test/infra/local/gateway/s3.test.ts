import { request } from 'node:http';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type FunctionId, type SmallCloud, startSmallCloud } from './smallCloud.ts';

let cloud: SmallCloud;
let photos: string;
let cities: string;
const clients: S3Client[] = [];
const s3 = (who: FunctionId | 'admin', more: object = {}): S3Client => {
  const client = new S3Client({ ...cloud.as(who), maxAttempts: 1, ...more });
  clients.push(client);
  return client;
};

beforeAll(async () => {
  cloud = await startSmallCloud();
  photos = cloud.bucket('Photos');
  cities = cloud.bucket('Cities');
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await cloud.stop();
});
beforeEach(() => {
  cloud.clock.set(Date.now());
  cloud.gateway.meter.reset();
  cloud.lines.length = 0;
});

const put = (Bucket: string, Key: string, Body: string | Buffer = 'x') =>
  new PutObjectCommand({ Bucket, Key, Body, ContentType: 'image/jpeg' });
const get = (Bucket: string, Key: string) => new GetObjectCommand({ Bucket, Key });

/** As a browser or curl would ask, with any Host header. */
const raw = (path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(cloud.gateway.url);
    request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });

describe('objects', () => {
  test('an object is put and got, path style being what the SDK does with an address in digits', async () => {
    const client = s3('Worker');
    const paths: string[] = [];
    client.middlewareStack.add(
      (next) => (args) => {
        paths.push((args.request as { path: string }).path);
        return next(args);
      },
      { step: 'finalizeRequest' },
    );
    await client.send(put(photos, 'photos/路 灯+1.jpg', 'hello'));
    const { Body, ContentType } = await client.send(get(photos, 'photos/路 灯+1.jpg'));
    expect(await Body?.transformToString()).toBe('hello');
    expect(ContentType).toBe('image/jpeg');
    expect(paths).toEqual(Array(2).fill(`/${photos}/photos/%E8%B7%AF%20%E7%81%AF%2B1.jpg`));
  });

  test('ten megabytes go through whole, and part of them can be asked for', async () => {
    const bytes = Buffer.alloc(10_000_000, 'wangge');
    await s3('Worker').send(put(photos, 'photos/big', bytes));
    const { Body } = await s3('Worker').send(get(photos, 'photos/big'));
    expect(bytes.equals((await Body?.transformToByteArray()) ?? new Uint8Array())).toBe(true);
    const part = await s3('Worker').send(
      new GetObjectCommand({ Bucket: photos, Key: 'photos/big', Range: 'bytes=0-5' }),
    );
    expect(part.ContentRange).toBe('bytes 0-5/10000000');
    expect(await part.Body?.transformToString()).toBe('wangge');
  });

  test('an object of no bytes is kept', async () => {
    await s3('Worker').send(put(photos, 'photos/empty', Buffer.alloc(0)));
    const { ContentLength } = await s3('Worker').send(
      new HeadObjectCommand({ Bucket: photos, Key: 'photos/empty' }),
    );
    expect(ContentLength).toBe(0);
  });

  test('objects outlive a restart', async () => {
    await s3('Worker').send(put(cities, 'kept', 'here'));
    await cloud.restart();
    expect(await (await s3('Worker').send(get(cities, 'kept'))).Body?.transformToString()).toBe('here');
  });

  test('requests are counted by kind', async () => {
    await s3('Worker').send(put(cities, 'c'));
    await s3('Worker').send(get(cities, 'c'));
    expect(cloud.gateway.meter.read().s3.requests).toEqual({ PutObject: 1, GetObject: 1 });
  });

  test('the bucket may stand in the host', async () => {
    await s3('Worker').send(put(photos, 'photos/host.jpg', 'by host'));
    const url = new URL(
      await getSignedUrl(s3('Worker', { endpoint: 'http://s3.localhost:1' }), get(photos, 'photos/host.jpg')),
    );
    expect(url.hostname).toBe(`${photos}.s3.localhost`);
    const answer = await raw(`${url.pathname}${url.search}`, { host: url.host });
    expect(answer).toEqual({ status: 200, body: 'by host' });
  });
});

describe('permissions', () => {
  const denied = (action: string, resource: string) => ({
    name: 'AccessDenied',
    message: expect.stringContaining(`${action} on resource: ${resource}`),
    $metadata: expect.objectContaining({ httpStatusCode: 403 }),
  });

  test('a grant on a prefix does not reach beside it', async () => {
    await expect(s3('Worker').send(put(photos, 'other/a.jpg'))).rejects.toMatchObject(
      denied('s3:PutObject', `arn:aws:s3:::${photos}/other/a.jpg`),
    );
    expect(cloud.lines).toMatchObject([{ caller: 'small-Worker', call: 's3:PutObject' }]);
  });

  test('getting, putting, deleting, listing and copying each need their grant', async () => {
    await s3('Worker').send(put(photos, 'photos/a.jpg'));
    const object = `arn:aws:s3:::${photos}/photos/a.jpg`;
    await expect(s3('Putter').send(get(photos, 'photos/a.jpg'))).rejects.toMatchObject(
      denied('s3:GetObject', object),
    );
    await expect(
      s3('Keyless').send(new DeleteObjectCommand({ Bucket: photos, Key: 'photos/a.jpg' })),
    ).rejects.toMatchObject(denied('s3:DeleteObject', object));
    const list = (Bucket: string) => new ListObjectsV2Command({ Bucket });
    expect((await s3('Worker').send(list(cities))).KeyCount).toBeGreaterThanOrEqual(0);
    await expect(s3('Worker').send(list(photos))).rejects.toMatchObject(
      denied('s3:ListBucket', `arn:aws:s3:::${photos}`),
    );
    const copy = new CopyObjectCommand({
      Bucket: photos,
      Key: 'photos/b.jpg',
      CopySource: `${photos}/photos/a.jpg`,
    });
    await expect(s3('Putter').send(copy)).rejects.toMatchObject(denied('s3:GetObject', object));
    await s3('Worker').send(copy);
    await s3('Worker').send(new DeleteObjectCommand({ Bucket: photos, Key: 'photos/a.jpg' }));
  });

  test('an encrypted bucket needs the use of its key', async () => {
    await s3('Worker').send(put(photos, 'photos/k.jpg'));
    await expect(s3('Keyless').send(get(photos, 'photos/k.jpg'))).rejects.toMatchObject(
      denied('kms:Decrypt', 'arn:aws:kms:'),
    );
    await expect(s3('Keyless').send(put(photos, 'photos/k.jpg'))).rejects.toMatchObject(
      denied('kms:GenerateDataKey', 'arn:aws:kms:'),
    );
  });

  test('what is missing is told only to who may list the bucket', async () => {
    await expect(s3('Worker').send(get(cities, 'none'))).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3('Worker').send(get(photos, 'photos/none'))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('s3:ListBucket'),
    });
    expect(cloud.lines.at(-1)?.note).toContain('may not list');
  });

  test('an unknown key is refused as S3 refuses it, and so is no key at all', async () => {
    const credentials = { accessKeyId: 'NOBODY', secretAccessKey: 'x' };
    await expect(s3('Worker', { credentials }).send(get(cities, 'x'))).rejects.toMatchObject({
      name: 'InvalidAccessKeyId',
      $metadata: { httpStatusCode: 403 },
    });
    const anonymous = await fetch(`${cloud.gateway.url}/${cities}/x`);
    expect(anonymous.status).toBe(403);
    expect(await anonymous.text()).toContain('<Code>AccessDenied</Code>');
  });
});

describe('presigned addresses', () => {
  beforeAll(async () => {
    await s3('Worker').send(put(photos, 'photos/signed.jpg', 'for you'));
  });

  const sign = (who: FunctionId, more: object = {}): Promise<string> =>
    getSignedUrl(s3(who), new GetObjectCommand({ Bucket: photos, Key: 'photos/signed.jpg', ...more }), {
      expiresIn: 300,
    });
  const fetched = async (url: string) => {
    const response = await fetch(url);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };

  test('show the object, with the headers their signer chose', async () => {
    const url = await sign('Worker', {
      ResponseContentDisposition: 'inline',
      ResponseContentType: 'image/png',
    });
    const { status, text, headers } = await fetched(url);
    expect([status, text]).toEqual([200, 'for you']);
    expect(headers.get('content-disposition')).toBe('inline');
    expect(headers.get('content-type')).toBe('image/png');
  });

  test('end by the local clock', async () => {
    const url = await sign('Worker');
    cloud.clock.set(Date.now() + 301_000);
    expect(await fetched(url)).toMatchObject({
      status: 403,
      text: expect.stringContaining('Request has expired'),
    });
  });

  test('are of no use for another object, with other headers or for longer', async () => {
    const url = await sign('Worker');
    for (const forged of [
      url.replace('signed.jpg', 'k.jpg'),
      `${url}&response-content-type=text%2Fhtml`,
      url.replace('X-Amz-Expires=300', 'X-Amz-Expires=90000'),
    ])
      expect(await fetched(forged)).toMatchObject({
        status: 403,
        text: expect.stringContaining('SignatureDoesNotMatch'),
      });
  });

  test('do no more than their signer may', async () => {
    expect(await fetched(await sign('Stranger'))).toMatchObject({
      status: 403,
      text: expect.stringContaining('s3:GetObject'),
    });
  });
});

describe('uploads by form', () => {
  const KEY = 'photos/2026/form.jpg';
  const sign = (who: FunctionId, Key = KEY) =>
    createPresignedPost(s3(who), {
      Bucket: photos,
      Key,
      Conditions: [
        ['content-length-range', 1, 10_000_000],
        ['eq', '$Content-Type', 'image/jpeg'],
      ],
      Fields: { 'Content-Type': 'image/jpeg' },
      Expires: 300,
    });
  type Post = Awaited<ReturnType<typeof sign>>;

  const upload = async (
    { url, fields }: Post,
    file: string | Buffer = 'jpeg',
    headers: Record<string, string> = {},
  ) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(Buffer.from(file))]), 'my photo.jpg');
    const response = await fetch(url, { method: 'POST', body: form, headers });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };

  test('keep the object under exactly the signed key, with its type', async () => {
    expect((await upload(await sign('Putter'), Buffer.alloc(2_000_000, 1))).status).toBe(204);
    const { ContentType, ContentLength } = await s3('admin').send(
      new HeadObjectCommand({ Bucket: photos, Key: KEY }),
    );
    expect([ContentType, ContentLength]).toEqual(['image/jpeg', 2_000_000]);
    expect(cloud.gateway.meter.read().s3.requests).toMatchObject({ PostObject: 1 });
  });

  test.each<[string, (post: Post) => Post, number, string]>([
    [
      'another key',
      (post) => ({ ...post, fields: { ...post.fields, key: 'photos/2026/other.jpg' } }),
      403,
      'Policy Condition failed',
    ],
    [
      'another type',
      (post) => ({ ...post, fields: { ...post.fields, 'Content-Type': 'text/html' } }),
      403,
      'Policy Condition failed',
    ],
    [
      'another bucket',
      (post) => ({ ...post, url: post.url.replace(photos, cities) }),
      403,
      'Policy Condition failed',
    ],
    [
      'a field too many',
      (post) => ({ ...post, fields: { ...post.fields, 'x-amz-meta-a': 'b' } }),
      403,
      'Extra input fields: x-amz-meta-a',
    ],
    [
      'a forged signature',
      (post) => ({ ...post, fields: { ...post.fields, 'X-Amz-Signature': 'a'.repeat(64) } }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a forged policy',
      (post) => ({ ...post, fields: { ...post.fields, Policy: Buffer.from('{}').toString('base64') } }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'an unknown key of access',
      (post) => ({
        ...post,
        fields: { ...post.fields, 'X-Amz-Credential': 'NOBODY/20260101/us-east-1/s3/aws4_request' },
      }),
      403,
      'InvalidAccessKeyId',
    ],
    [
      'no credential',
      ({ url, fields: { 'X-Amz-Credential': _, ...fields } }) => ({ url, fields }),
      403,
      'AccessDenied',
    ],
  ])('with %s are refused', async (_, change, status, text) => {
    expect(await upload(change(await sign('Putter')))).toMatchObject({
      status,
      text: expect.stringContaining(text),
    });
  });

  test.each([
    ['an empty file', 0, 'EntityTooSmall'],
    ['a file one byte too large', 10_000_001, 'EntityTooLarge'],
    ['a file far too large', 30_000_000, 'EntityTooLarge'],
  ])('with %s are refused', async (_, size, code) => {
    const answer = await upload(await sign('Putter', `photos/size-${size}`), Buffer.alloc(size)).catch(
      (error: Error) => error,
    );
    // The server may close before the whole of it was sent.
    if (!(answer instanceof Error))
      expect(answer).toMatchObject({ status: 400, text: expect.stringContaining(code) });
    await expect(s3('admin').send(get(photos, `photos/size-${size}`))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });

  test('end by the local clock', async () => {
    const post = await sign('Putter');
    cloud.clock.set(Date.now() + 301_000);
    expect(await upload(post)).toMatchObject({
      status: 403,
      text: expect.stringContaining('Policy expired'),
    });
  });

  test('do no more than their signer may', async () => {
    expect(await upload(await sign('Stranger'))).toMatchObject({
      status: 403,
      text: expect.stringContaining('s3:PutObject'),
    });
    expect(await upload(await sign('Keyless'))).toMatchObject({
      status: 403,
      text: expect.stringContaining('kms:GenerateDataKey'),
    });
    expect(await upload(await sign('Putter', 'other/a.jpg'))).toMatchObject({
      status: 403,
      text: expect.stringContaining('s3:PutObject'),
    });
  });

  test('that are no form are refused', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const response = await fetch(`${cloud.gateway.url}/${photos}`, {
      method: 'POST',
      body: 'nonsense',
      headers,
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('MalformedPOSTRequest');
  });

  test('from a page of an allowed origin can be seen by it, from others not', async () => {
    const seen = async (origin: string) =>
      (await upload(await sign('Putter'), 'jpeg', { origin })).headers.get('access-control-allow-origin');
    expect(await seen('http://localhost:3000')).toBe('http://localhost:3000');
    expect(await seen('https://elsewhere.example')).toBeNull();
  });

  test('are announced by a preflight that follows the rules of the bucket', async () => {
    const ask = (origin: string, headers: string, method = 'POST') =>
      fetch(`${cloud.gateway.url}/${photos}`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': method,
          'access-control-request-headers': headers,
        },
      });
    const allowed = await ask('http://localhost:3000', 'content-type');
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(allowed.headers.get('access-control-max-age')).toBe('60');
    expect((await ask('https://elsewhere.example', 'content-type')).status).toBe(403);
    expect((await ask('http://localhost:3000', 'x-other')).status).toBe(403);
    expect((await ask('http://localhost:3000', 'content-type', 'DELETE')).status).toBe(403);
  });
});
