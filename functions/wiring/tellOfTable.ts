import type { Cities } from '../../shared/application/cityPorts.ts';
import { tellPeople } from '../../shared/application/tellPeople.ts';
import { dynamoHeldNotices } from '../../shared/store/dynamo/dynamoHeldNotices.ts';
import type { Table } from '../../shared/store/dynamo/Table.ts';
import { sendTurns } from '../outlets/sendTurn.ts';

/** Tells people by the queue of their conversations; what waits for the end of the quiet hours lies in the table. */
export const tellOfTable = (table: Table, cities: Pick<Cities, 'current'>, turnQueue: string) =>
  tellPeople({ send: sendTurns(turnQueue), held: dynamoHeldNotices(table), cities, now: Date.now });
