import { projectCase } from '../../shared/application/projectCase.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoListings } from '../../shared/store/dynamo/dynamoListings.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { dynamoSolved } from '../../shared/store/dynamo/dynamoSolved.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { streamDoor } from '../middleware/streamDoor.ts';
import { environment } from '../wiring/environment.ts';

const table = openTable(environment('TABLE_NAME').TABLE_NAME);
const project = projectCase({
  cases: dynamoCases(table),
  rows: dynamoRows(table),
  solved: dynamoSolved(table),
  listings: dynamoListings(table),
});

/** Table stream: lists and maps follow what happened, what a filed case teaches is kept, and what is listed is published. */
export const handler = streamDoor((number) => project(number));
