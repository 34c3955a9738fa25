import { Agent, request } from 'node:http';
import { LOCAL } from '../template/LOCAL.ts';

export interface EngineAnswer {
  readonly status: number;
  readonly body: string;
}

/** Engines look at the header's form only: for calls nobody else signed. */
const ADMIN = `AWS4-HMAC-SHA256 Credential=admin/20250101/${LOCAL.region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;

/** Connections to the DynamoDB endpoint, kept open. */
export class DynamoEngine {
  readonly #url: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 128, scheduling: 'lifo' });

  constructor(url: string) {
    this.#url = new URL(url);
  }

  /** `target`: as in `X-Amz-Target`. Rejects when the engine cannot be reached. */
  send(target: string, body: string, authorization = ADMIN): Promise<EngineAnswer> {
    const { hostname, port } = this.#url;
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'content-length': Buffer.byteLength(body),
      'x-amz-target': target,
      'x-amz-date': '20250101T000000Z',
      authorization,
    };
    return new Promise((resolve, reject) => {
      const call = request({ hostname, port, method: 'POST', path: '/', headers, agent: this.#agent });
      call.on('error', reject);
      call.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 500, body: Buffer.concat(chunks).toString('utf8') }),
        );
      });
      call.end(body);
    });
  }

  /** A call of the local run itself. Throws with the engine's own words when it is refused. */
  async call(operation: string, input: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
    const { status, body } = await this.send(`DynamoDB_20120810.${operation}`, JSON.stringify(input));
    const parsed = JSON.parse(body) as Record<string, unknown>;
    if (status === 200) return parsed;
    const type = String(parsed.__type).replace(/^.*#/u, '');
    const error = new Error(
      `DynamoDB engine, ${operation}: ${type} ${parsed.message ?? parsed.Message ?? ''}`,
    );
    error.name = type;
    throw error;
  }

  close(): void {
    this.#agent.destroy();
  }
}
