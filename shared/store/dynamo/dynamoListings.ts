import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ListingStore, PublicListing } from '../../application/ports.ts';
import { keys } from '../accessPatterns.ts';
import { type Item, isConditionFailure, queryItems, type Table } from './Table.ts';

/**
 * One item of some 130 bytes a case, all in one partition: a page of fifty is one read unit, however many there are, and it is written
 * as often as a listed case goes on.
 */
export const dynamoListings = (table: Table): ListingStore => ({
  save: async (listing) => {
    const { number: _inKey, ...rest } = listing;
    await unlessRefused(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...keys.listing(listing), ...rest },
          ...unlessNewerThan(listing.version),
        }),
      ),
    );
  },

  forget: async (listing) => {
    await unlessRefused(
      table.client.send(
        new DeleteCommand({
          TableName: table.name,
          Key: keys.listing(listing),
          ...unlessNewerThan(listing.version),
        }),
      ),
    );
  },

  page: async (most, after) => {
    const { pk } = keys.listing({ due: 0, number: '' });
    const start = after && keys.listing(after);
    const items = await queryItems(
      table,
      { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } },
      most,
      start,
    );
    return items.map(toListing);
  },
});

const unlessNewerThan = (version: number) => ({
  ConditionExpression: 'attribute_not_exists(pk) OR #version <= :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': version },
});

const unlessRefused = async (write: Promise<unknown>): Promise<void> => {
  try {
    await write;
  } catch (fault) {
    if (!isConditionFailure(fault)) throw fault;
  }
};

const toListing = ({ pk: _pk, sk, ...rest }: Item): PublicListing =>
  ({ ...rest, number: sk.slice(sk.indexOf('#') + 1) }) as unknown as PublicListing;
