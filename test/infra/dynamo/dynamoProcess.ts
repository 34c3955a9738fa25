import { startDynamo } from '../../../infra/local/dynamo/startDynamo.ts';

/** A process to be killed: serves the folder it is given, and says where. */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Which folder?');
const { port } = await startDynamo({ dataDir, sweepEveryMs: 20 });
process.stdout.write(`${port}\n`);
