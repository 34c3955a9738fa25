import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { ListedCase, ListedCases } from '../../application/ports.ts';
import { keys, listedOf } from '../accessPatterns.ts';
import { type Item, isConditionFailure, type Table } from './Table.ts';

/** The lines of the lists of open cases, read by a scan of the whole table. */
export const dynamoListedCases = (table: Table): ListedCases => ({
  page: async (from) => {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        FilterExpression: 'begins_with(pk, :area) OR begins_with(pk, :owner)',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':area': 'AREA#', ':owner': 'OWNER#' },
        ProjectionExpression: 'pk, sk, #version',
        ...(from === undefined ? {} : { ExclusiveStartKey: JSON.parse(from) }),
      }),
    );
    const listed = ((page.Items ?? []) as Item[]).map((item) => ({
      ...listedOf(item),
      version: item.version as number,
    }));
    return { listed, ...(page.LastEvaluatedKey ? { next: JSON.stringify(page.LastEvaluatedKey) } : {}) };
  },

  drop: async (listed) => {
    try {
      await table.client.send(
        new DeleteCommand({
          TableName: table.name,
          Key: keyOf(listed),
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': listed.version },
        }),
      );
    } catch (fault) {
      if (!isConditionFailure(fault)) throw fault;
    }
  },
});

const keyOf = ({ number, leaf, owner }: ListedCase) => {
  if (owner === undefined) return keys.openRow(leaf ?? '', number);
  return leaf === undefined ? keys.ownedOnce(owner, number) : keys.owned(owner, leaf, number);
};
