import type { CalendarMarkStore } from '../../application/cityPorts.ts';
import { keys } from '../accessPatterns.ts';
import { dynamoMark } from './dynamoMark.ts';
import type { Table } from './Table.ts';

/** One item beside the pointer of the city. */
export const dynamoCalendarMark = (table: Table, city: string): CalendarMarkStore =>
  dynamoMark(table, keys.calendarMark(city));
