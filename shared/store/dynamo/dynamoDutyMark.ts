import type { DutyMarkStore } from '../../application/cityPorts.ts';
import { keys } from '../accessPatterns.ts';
import { dynamoMark } from './dynamoMark.ts';
import type { Table } from './Table.ts';

/** One item beside the pointer of the city. */
export const dynamoDutyMark = (table: Table, city: string): DutyMarkStore =>
  dynamoMark(table, keys.dutyMark(city));
