import type { StaffingStore } from '../../shared/application/cityPorts.ts';
import { staffingStore } from '../../shared/city/staffingStore.ts';
import { dynamoCityVersions } from '../../shared/store/dynamo/dynamoCityVersions.ts';
import type { Table } from '../../shared/store/dynamo/Table.ts';
import { cities, type ServedCity } from './cities.ts';
import { cityBlobs } from './cityBlobs.ts';

interface CityEnvironment {
  readonly CITY: string;
  readonly CITY_BUCKET: string;
}

/** The city of this deployment: the pointer in the table, the versions in the bucket. */
export const cityOfTable = (table: Table, { CITY, CITY_BUCKET }: CityEnvironment): ServedCity =>
  cities(CITY, { versions: dynamoCityVersions(table), blobs: cityBlobs(CITY_BUCKET), now: Date.now });

/** Its staffing, for whoever may change it. */
export const staffingOfTable = (table: Table, { CITY, CITY_BUCKET }: CityEnvironment): StaffingStore =>
  staffingStore(CITY, { versions: dynamoCityVersions(table), blobs: cityBlobs(CITY_BUCKET) });
