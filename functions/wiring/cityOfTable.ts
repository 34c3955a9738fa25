import type { Cities } from '../../shared/application/ports.ts';
import { dynamoCityVersions } from '../../shared/store/dynamo/dynamoCityVersions.ts';
import type { Table } from '../../shared/store/dynamo/Table.ts';
import { cities, cityBlobs } from './cities.ts';

/** The city of this deployment: the pointer in the table, the versions in the bucket. */
export const cityOfTable = (
  table: Table,
  { CITY, CITY_BUCKET }: { CITY: string; CITY_BUCKET: string },
): Cities =>
  cities(CITY, { versions: dynamoCityVersions(table), blobs: cityBlobs(CITY_BUCKET), now: Date.now });
