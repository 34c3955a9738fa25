import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { ScanNumbers } from '../../application/ports.ts';
import { numberOf } from '../accessPatterns.ts';
import type { Item, Table } from './Table.ts';

/** Reads the whole table for its snapshots. `from` is what the page before gave as `next`, and means nothing else. */
export const scanNumbers =
  (table: Table): ScanNumbers =>
  async (from) => {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        FilterExpression: 'sk = :snapshot',
        ExpressionAttributeValues: { ':snapshot': 'S' },
        ProjectionExpression: 'pk, sk',
        ...(from === undefined ? {} : { ExclusiveStartKey: JSON.parse(from) }),
      }),
    );
    const numbers = ((page.Items ?? []) as Item[]).map((item) => numberOf(item.pk));
    return { numbers, ...(page.LastEvaluatedKey ? { next: JSON.stringify(page.LastEvaluatedKey) } : {}) };
  };
