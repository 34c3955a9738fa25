import type { StaffingStore } from '../../shared/application/cityPorts.ts';
import { staffingStore } from '../../shared/city/staffingStore.ts';
import { dynamoCityVersions } from '../../shared/store/dynamo/dynamoCityVersions.ts';
import type { Table } from '../../shared/store/dynamo/Table.ts';
import { log } from '../middleware/log.ts';
import { cities, type ServedCity } from './cities.ts';
import { cityBlobs } from './cityBlobs.ts';

interface CityEnvironment {
  readonly CITY: string;
  readonly CITY_BUCKET: string;
}

/** As many people are named in one line of the log. */
const NAMED = 20;

/** The city of this deployment: the pointer in the table, the versions in the bucket. */
export const cityOfTable = (table: Table, { CITY, CITY_BUCKET }: CityEnvironment): ServedCity =>
  cities(CITY, {
    versions: dynamoCityVersions(table),
    blobs: cityBlobs(CITY_BUCKET),
    now: Date.now,
    leftOut: (persons) =>
      log.warn('Entries of the staffing cannot be read and are left out', {
        city: CITY,
        entries: persons.length,
        persons: [...new Set(persons)].slice(0, NAMED),
      }),
  });

/** Its staffing, for whoever may change it. */
export const staffingOfTable = (table: Table, { CITY, CITY_BUCKET }: CityEnvironment): StaffingStore =>
  staffingStore(CITY, { versions: dynamoCityVersions(table), blobs: cityBlobs(CITY_BUCKET) });
