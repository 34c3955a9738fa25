import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MarkStore } from '../../application/cityPorts.ts';
import { type Item, isConditionFailure, type Table } from './Table.ts';

/** One item, which each run writes over what it found. */
export const dynamoMark = <Mark extends { readonly step: number }>(
  table: Table,
  key: Pick<Item, 'pk' | 'sk'>,
): MarkStore<Mark> => ({
  load: async () => {
    const { Item: item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
    );
    if (!item) return undefined;
    const { pk: _pk, sk: _sk, ...mark } = item;
    return mark as unknown as Mark;
  },
  save: async (mark) => {
    const isFirst = mark.step === 1;
    try {
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...key, ...mark },
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
