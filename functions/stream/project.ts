import { projectCase } from '../../shared/application/projectCase.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { streamDoor } from '../middleware/streamDoor.ts';
import { environment } from '../wiring/environment.ts';

const table = openTable(environment('TABLE_NAME').TABLE_NAME);
const project = projectCase({ cases: dynamoCases(table), rows: dynamoRows(table) });

/** Table stream: lists and maps follow what happened. */
export const handler = streamDoor((number) => project(number));
