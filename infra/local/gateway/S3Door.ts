import type { LocalBucket } from '../template/LocalBucket.ts';
import type { AccessCheck } from './AccessCheck.ts';
import type { Answer } from './Answer.ts';
import type { Caller, Callers } from './Callers.ts';
import { corsHeaders } from './corsHeaders.ts';
import type { ObjectEngine } from './ObjectEngine.ts';
import { passObject } from './passObject.ts';
import type { Operation } from './perform.ts';
import type { Credential } from './readCredential.ts';
import { type Refusal, refuse } from './refuse.ts';
import { bucketArn, s3Needs } from './s3Needs.ts';
import { type Incoming, readS3Request, type S3Request } from './s3Request.ts';
import type { GatewayLog, LocalClock } from './types.ts';
import { presignedFault } from './verifyPresigned.ts';

export interface S3DoorParts {
  readonly engine: ObjectEngine;
  readonly buckets: readonly LocalBucket[];
  readonly callers: Callers;
  readonly access: AccessCheck;
  readonly clock: LocalClock;
  readonly log: GatewayLog;
}

/** Parameters of a signed address that set headers of the answer: `response-content-type` and its like. */
const OVERRIDE =
  /^response-(content-type|content-disposition|content-language|content-encoding|cache-control|expires)$/u;

/** In S3's own form. */
export const refused = (refusal: Refusal): Answer => refuse('s3', refusal);

export const unknownKey = (): Answer =>
  refused({
    code: 'InvalidAccessKeyId',
    message: 'The AWS Access Key Id you provided does not exist in our records.',
    status: 403,
  });

/** S3: both address styles, presigned addresses, rules for pages of other origins. Uploads by form: `S3FormDoor`. */
export class S3Door {
  readonly #parts: S3DoorParts;

  constructor(parts: S3DoorParts) {
    this.#parts = parts;
  }

  #bucket(name: string): LocalBucket | undefined {
    return this.#parts.buckets.find((one) => one.name === name);
  }

  /** A request signed in its header or address. The header's signature is not verified: only functions have keys. */
  understand(incoming: Incoming, credential: Credential | undefined): Operation | Answer {
    if (credential === undefined)
      return refused({ code: 'AccessDenied', message: 'Access Denied', status: 403 });
    const caller = this.#parts.callers.withKey(credential.accessKeyId);
    if (caller === undefined) return unknownKey();
    if (credential.place === 'query') {
      const { secretAccessKey } = caller.credentials;
      const fault = presignedFault(incoming, credential, secretAccessKey, this.#parts.clock.now());
      if (fault !== undefined) return refused(fault);
    }
    const request = readS3Request(incoming);
    if (request === undefined)
      return refused({
        code: 'NotImplemented',
        message: 'The local run does not know this request.',
        status: 501,
      });
    const copySource = incoming.headers['x-amz-copy-source'];
    const needs = s3Needs(request, this.#bucket(request.bucket), {
      body: incoming.body,
      copySource: typeof copySource === 'string' ? copySource : undefined,
    });
    return {
      caller,
      call: {
        caller: caller.name,
        service: 's3',
        operation: request.operation,
        resources: needs.filter((need) => need.via === undefined).map((need) => need.resource),
        input: undefined,
      },
      needs,
      execute: () => this.#execute(caller, request, incoming),
    };
  }

  async #execute(caller: Caller, request: S3Request, incoming: Incoming): Promise<Answer> {
    const answer = await passObject(
      this.#parts.engine,
      incoming.method,
      `${request.path}?${incoming.query}`,
      incoming,
    );
    const missing = answer.status === 404 && request.key !== '' && /^(GET|HEAD)$/u.test(incoming.method);
    const hidden = missing ? this.#hidden(caller, request) : undefined;
    if (hidden !== undefined) return hidden;
    if (answer.status !== 200) return answer;
    const overrides = [...incoming.query].filter(([name]) => OVERRIDE.test(name));
    return {
      ...answer,
      headers: {
        ...answer.headers,
        ...Object.fromEntries(overrides.map(([name, value]) => [name.replace('response-', ''), value])),
      },
    };
  }

  /** Who may not list a bucket is not told either what is missing from it. */
  #hidden(caller: Caller, { operation, bucket, key }: S3Request): Answer | undefined {
    const needs = [{ action: 's3:ListBucket', resource: bucketArn(bucket) }];
    const denial = this.#parts.access.denial(caller, needs);
    if (denial === undefined) return undefined;
    const note = `missing: ${key}, told as denied: the caller may not list ${bucket}`;
    this.#parts.log({ caller: caller.name, call: `s3:${operation}`, note });
    return refused({ code: 'AccessDenied', message: denial.message, status: 403 });
  }

  /** The answer to a browser that asks before it sends. */
  preflight(incoming: Omit<Incoming, 'body'>): Answer {
    const { origin = '', 'access-control-request-headers': asked = '' } = incoming.headers;
    const method = String(incoming.headers['access-control-request-method'] ?? '');
    const names = asked.split(',').map((one) => one.trim());
    const headers = names.filter((name) => name !== '');
    const allowed = corsHeaders(this.#rules(incoming), { origin, method, headers });
    if (allowed !== undefined) return { status: 200, headers: allowed, body: '' };
    const message = 'CORSResponse: This CORS request is not allowed.';
    return refused({ code: 'AccessForbidden', message, status: 403 });
  }

  /** Headers for a page of another origin, after the rules of the bucket. None for whoever is no page. */
  crossOrigin(incoming: Omit<Incoming, 'body'>): Readonly<Record<string, string>> {
    const { origin } = incoming.headers;
    if (origin === undefined || incoming.method === 'OPTIONS') return {};
    return corsHeaders(this.#rules(incoming), { origin, method: incoming.method }) ?? {};
  }

  #rules(incoming: Omit<Incoming, 'body'>): LocalBucket['cors'] {
    return this.#bucket(readS3Request({ ...incoming, method: 'HEAD' })?.bucket ?? '')?.cors ?? [];
  }
}
