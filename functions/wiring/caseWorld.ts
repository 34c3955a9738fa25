import { setTimeout } from 'node:timers/promises';
import type { CaseWorld } from '../../shared/application/commandCase.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import type { Table } from '../../shared/store/dynamo/Table.ts';
import { cityOfTable } from './cityOfTable.ts';

/** What doing something to a case needs. */
export const caseWorld = (
  table: Table,
  env: { readonly CITY: string; readonly CITY_BUCKET: string },
): CaseWorld => ({
  cases: dynamoCases(table),
  cities: cityOfTable(table, env),
  now: Date.now,
  pause: setTimeout,
});
