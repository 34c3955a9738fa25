/** What goes back over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  dynamodb: 'application/x-amz-json-1.0',
  sqs: 'application/x-amz-json-1.0',
  secretsmanager: 'application/x-amz-json-1.1',
  'execute-api': 'application/json',
};

/** A JSON answer as the service writes it. */
export const jsonAnswer = (service: string, status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': TYPES[service] ?? 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
