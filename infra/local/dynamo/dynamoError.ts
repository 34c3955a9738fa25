/** What DynamoDB answers instead of doing as asked. The shape is dynalite's, so its own errors pass the same way. */
export interface DynamoError extends Error {
  readonly statusCode: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const NAMESPACES: Readonly<Record<string, string>> = {
  ValidationException: 'com.amazon.coral.validate#',
  SerializationException: 'com.amazon.coral.service#',
  UnknownOperationException: 'com.amazon.coral.service#',
};

export function dynamoError(code: string, message: string, extra: object = {}): DynamoError {
  const namespace = NAMESPACES[code] ?? 'com.amazonaws.dynamodb.v20120810#';
  return Object.assign(new Error(message), {
    statusCode: 400,
    body: { __type: namespace + code, message, ...extra },
  });
}

export function isDynamoError(error: unknown): error is DynamoError {
  return error instanceof Error && 'body' in error && 'statusCode' in error;
}
