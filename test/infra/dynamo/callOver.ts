/** An answer's body; of a refusal, its code, what it says, and what it carries. */
export interface Answer {
  readonly [field: string]: unknown;
}
export type Call = (operation: string, input: object) => Promise<Answer>;

const STREAMS = ['ListStreams', 'DescribeStream', 'GetShardIterator', 'GetRecords'];

/** The bare protocol, so that nothing an SDK checks or repairs stands in between. */
export function callOver(url: string): Call {
  return async (operation, input) => {
    const api = STREAMS.includes(operation) ? 'DynamoDBStreams_20120810' : 'DynamoDB_20120810';
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${api}.${operation}`,
        'x-amz-date': '20260101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify(input),
    });
    const body = (await response.json()) as Answer;
    return tidy(response.ok ? body : refusalOf(body)) as Answer;
  };
}

function refusalOf(body: Answer): Answer {
  return {
    refused: String(body.__type).split('#')[1],
    says: body.message ?? body.Message,
    Item: body.Item,
    reasons: body.CancellationReasons,
  };
}

/** Sets in one order, no fields without a value, and no full stop that only one engine puts. */
function tidy(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) {
    const list = value.map((one) => tidy(one));
    return ['SS', 'NS', 'BS'].includes(field) ? list.sort() : list;
  }
  if (typeof value === 'string' && ['says', 'Message'].includes(field)) return value.replace(/\.$/, '');
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, tidy(one, name)]);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}
