import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Gateway } from '../gateway/types.ts';
import type { LocalMapping } from '../template/LocalMapping.ts';
import type { LocalTemplateView } from '../template/LocalTemplateView.ts';

export interface StreamSource {
  /** Reads as the mapping's function, which needs the permission to. */
  readonly client: DynamoDBStreamsClient;
  /** The stream's name with the engine, and the one in the template, which functions see. */
  readonly engineArn: string;
  readonly streamArn: string;
  /** Puts a message into the mapping's on-failure destination. */
  readonly giveUp: (message: object) => Promise<void>;
}

/** Where a stream mapping reads, and where it puts what it gives up. Throws when the template has no such stream. */
export const streamSource = (
  mapping: LocalMapping,
  surroundings: {
    readonly template: LocalTemplateView;
    readonly gateway: Gateway;
    readonly complain: (what: string) => void;
  },
): StreamSource => {
  const { template, gateway, complain } = surroundings;
  const table = template.tables().find((each) => each.stream?.arn === mapping.sourceArn);
  const engineArn = table && gateway.engineStreamArn(table.name);
  if (!engineArn) throw new Error(`${mapping.path}: no stream ${mapping.sourceArn}`);
  const failures = template.queues().find((queue) => queue.arn === mapping.onFailureArn);
  return {
    engineArn,
    streamArn: mapping.sourceArn,
    client: new DynamoDBStreamsClient({
      endpoint: gateway.url,
      region: gateway.region,
      credentials: gateway.credentialsFor(mapping.functionName),
    }),
    giveUp: async (message) => {
      const body = JSON.stringify(message);
      complain(`gave up records of ${mapping.sourceArn}: ${body}`);
      if (!failures) return;
      const input = { QueueUrl: failures.url, MessageBody: body };
      const answer = await gateway.sqs(mapping.functionName, 'SendMessage', input);
      if (answer.status >= 300) throw new Error(`on-failure queue: ${JSON.stringify(answer.body)}`);
    },
  };
};
