import { keyNeeds } from './AccessCheck.ts';
import type { Answer } from './Answer.ts';
import type { Caller } from './Callers.ts';
import { passObject } from './passObject.ts';
import type { Operation } from './perform.ts';
import { postPolicyFault } from './postPolicyFault.ts';
import { scopeOf } from './readCredential.ts';
import type { Refusal } from './refuse.ts';
import { refused, type S3DoorParts, unknownKey } from './S3Door.ts';
import { bucketArn } from './s3Needs.ts';
import { type Incoming, readS3Request } from './s3Request.ts';
import { sameSignature, signatureOf } from './verifyPresigned.ts';

interface Form {
  readonly bucket: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Buffer;
}

const MALFORMED: Refusal = {
  code: 'MalformedPOSTRequest',
  message: 'The body of your POST request is not well-formed multipart/form-data.',
};

const UNSIGNED: Refusal = { code: 'AccessDenied', message: 'Access Denied', status: 403 };

const FORGED: Refusal = {
  code: 'SignatureDoesNotMatch',
  message: 'The request signature we calculated does not match the signature you provided.',
  status: 403,
};

/** Fields that become headers of the object. */
const KEPT = /^(content-type|cache-control|content-disposition|x-amz-meta-.*)$/u;

const readForm = async (incoming: Incoming): Promise<Form | undefined> => {
  const bucket = readS3Request({ ...incoming, method: 'HEAD' })?.bucket;
  if (bucket === undefined) return undefined;
  const fields = new Map<string, string>([['bucket', bucket]]);
  try {
    const headers = { 'content-type': incoming.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(incoming.body), { headers }).formData();
    for (const [name, value] of form) {
      // What follows the file is not looked at.
      if (typeof value !== 'string') return { bucket, fields, file: Buffer.from(await value.arrayBuffer()) };
      // The address says which bucket; a field of that name does not count.
      if (name !== 'bucket') fields.set(name.toLowerCase(), value);
    }
    return undefined;
  } catch {
    return undefined;
  }
};

/** Uploads by form (presigned POST): whoever signed the policy must be allowed to put exactly this object. */
export class S3FormDoor {
  readonly #parts: S3DoorParts;

  constructor(parts: S3DoorParts) {
    this.#parts = parts;
  }

  async understand(incoming: Incoming): Promise<Operation | Answer> {
    const form = await readForm(incoming);
    if (form === undefined) return refused(MALFORMED);
    const credential = scopeOf(form.fields.get('x-amz-credential') ?? '', 'header');
    if (credential === undefined) return refused(UNSIGNED);
    const caller = this.#parts.callers.withKey(credential.accessKeyId);
    if (caller === undefined) return unknownKey();
    const { secretAccessKey } = caller.credentials;
    const signature = signatureOf(secretAccessKey, credential, form.fields.get('policy') ?? '');
    if (!sameSignature(signature, form.fields.get('x-amz-signature') ?? '')) return refused(FORGED);
    const fault = postPolicyFault(form.fields, form.file.length, this.#parts.clock.now());
    return fault === undefined ? this.#operation(caller, form) : refused(fault);
  }

  #operation(caller: Caller, form: Form): Operation {
    const { bucket, fields } = form;
    const resource = `${bucketArn(bucket)}/${fields.get('key') ?? ''}`;
    const keyArn = this.#parts.buckets.find((one) => one.name === bucket)?.keyArn;
    return {
      caller,
      call: {
        caller: caller.name,
        service: 's3',
        operation: 'PostObject',
        resources: [resource],
        input: undefined,
      },
      needs: [{ action: 's3:PutObject', resource }, ...keyNeeds(keyArn, 's3', ['GenerateDataKey'])],
      execute: () => this.#put(form),
    };
  }

  async #put({ bucket, fields, file }: Form): Promise<Answer> {
    const headers = Object.fromEntries([...fields].filter(([name]) => KEPT.test(name)));
    const key = (fields.get('key') ?? '').split('/').map(encodeURIComponent).join('/');
    const answer = await passObject(this.#parts.engine, 'PUT', `/${bucket}/${key}`, { headers, body: file });
    if (answer.status !== 200) return answer;
    const wished = Number(fields.get('success_action_status') ?? 204);
    const { etag } = answer.headers;
    return {
      status: wished === 200 || wished === 201 ? wished : 204,
      headers: etag === undefined ? {} : { etag },
      body: '',
    };
  }
}
