import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { PostsMark, PostsMarkStore } from '../../application/cityPorts.ts';
import { keys } from '../accessPatterns.ts';
import { isConditionFailure, type Table } from './Table.ts';

/** One item beside the pointer of the city. */
export const dynamoPostsMark = (table: Table, city: string): PostsMarkStore => ({
  load: async () => {
    const { Item: item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: keys.postsMark(city), ConsistentRead: true }),
    );
    if (!item) return undefined;
    const { pk: _pk, sk: _sk, ...mark } = item;
    return mark as unknown as PostsMark;
  },
  save: async (mark) => {
    const isFirst = mark.step === 1;
    try {
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...keys.postsMark(city), ...mark },
          ConditionExpression: isFirst ? 'attribute_not_exists(pk)' : '#step = :before',
          ...(isFirst
            ? {}
            : {
                ExpressionAttributeNames: { '#step': 'step' },
                ExpressionAttributeValues: { ':before': mark.step - 1 },
              }),
        }),
      );
      return 'saved';
    } catch (fault) {
      if (isConditionFailure(fault)) return 'conflict';
      throw fault;
    }
  },
});
