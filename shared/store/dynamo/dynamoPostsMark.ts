import type { PostsMarkStore } from '../../application/cityPorts.ts';
import { keys } from '../accessPatterns.ts';
import { dynamoMark } from './dynamoMark.ts';
import type { Table } from './Table.ts';

/** One item beside the pointer of the city. */
export const dynamoPostsMark = (table: Table, city: string): PostsMarkStore =>
  dynamoMark(table, keys.postsMark(city));
