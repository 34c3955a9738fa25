import { startLocalCloud } from '../../../infra/local/LocalCloud.ts';
const cloud = await startLocalCloud({ dataDir: '/tmp/webcloud3', cityDir: 'cities/example' });
if ('') console.log((await fetch(cloud.url + '')).status);
await cloud.stop();
console.log('stopped', process.getActiveResourcesInfo());
