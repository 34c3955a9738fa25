import type { Answer } from './Answer.ts';
import type { Caller, Callers } from './Callers.ts';
import type { DynamoDoor } from './DynamoDoor.ts';
import type { Operation } from './perform.ts';
import { type Credential, readCredential } from './readCredential.ts';
import { refuse } from './refuse.ts';
import type { S3Door } from './S3Door.ts';
import type { S3FormDoor } from './S3FormDoor.ts';
import type { SecretsDoor } from './SecretsDoor.ts';
import type { SocketDoor } from './SocketDoor.ts';
import type { SqsDoor } from './SqsDoor.ts';
import type { Incoming } from './s3Request.ts';

export interface Doors {
  readonly callers: Callers;
  readonly dynamo: DynamoDoor;
  readonly sqs: SqsDoor;
  readonly s3: S3Door;
  readonly s3Form: S3FormDoor;
  readonly secrets: SecretsDoor;
  readonly sockets: SocketDoor;
}

/** How each service says that it does not know a key. */
const UNKNOWN_KEY: Readonly<Record<string, readonly [string, number]>> = {
  sqs: ['InvalidClientTokenId', 403],
  'execute-api': ['UnrecognizedClientException', 403],
};

const parsedJson = (body: Buffer): Readonly<Record<string, unknown>> | undefined => {
  try {
    return JSON.parse(body.toString('utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
};

/** Which service a JSON request without credentials was meant for. */
const serviceOf = (target: string): string => {
  if (target.startsWith('DynamoDB')) return 'dynamodb';
  if (target.startsWith('AmazonSQS')) return 'sqs';
  return target.startsWith('secretsmanager') ? 'secretsmanager' : 's3';
};

/** Leads a request to the door of its service. */
export class Router {
  readonly #doors: Doors;

  constructor(doors: Doors) {
    this.#doors = doors;
  }

  route(incoming: Incoming): Promise<Operation | Answer> | Operation | Answer {
    const { method, headers, query } = incoming;
    if (method === 'OPTIONS') return this.#doors.s3.preflight(incoming);
    if (method === 'POST' && headers['content-type']?.startsWith('multipart/form-data') === true)
      return this.#doors.s3Form.understand(incoming);
    const credential = readCredential(headers, query);
    const service = credential?.service ?? serviceOf(String(headers['x-amz-target'] ?? ''));
    if (service === 's3') return this.#doors.s3.understand(incoming, credential);
    if (credential === undefined)
      return refuse(service, {
        code: 'MissingAuthenticationTokenException',
        message: 'Request is missing Authentication Token',
      });
    const caller = this.#doors.callers.withKey(credential.accessKeyId);
    if (caller === undefined) {
      const [code, status] = UNKNOWN_KEY[service] ?? ['UnrecognizedClientException', 400];
      return refuse(service, {
        code,
        status,
        message: 'The security token included in the request is invalid.',
      });
    }
    return this.#signed(caller, credential, incoming);
  }

  #signed(caller: Caller, { service }: Credential, incoming: Incoming): Operation | Answer {
    const target = String(incoming.headers['x-amz-target'] ?? '');
    if (service === 'dynamodb')
      return this.#doors.dynamo.understand(caller, target, incoming.body.toString('utf8'));
    if (service === 'execute-api') return this.#doors.sockets.understand(caller, incoming);
    const input = parsedJson(incoming.body);
    if (input === undefined)
      return refuse(service, { code: 'SerializationException', message: 'The request is not JSON.' });
    const operation = target.slice(target.indexOf('.') + 1);
    if (service === 'sqs') return this.#doors.sqs.understand(caller, operation, input);
    if (service === 'secretsmanager') return this.#doors.secrets.understand(caller, operation, input);
    return refuse(service, {
      code: 'UnknownOperationException',
      message: `The local run has no ${service}: ${operation}.`,
    });
  }
}
