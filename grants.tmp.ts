import { readdirSync } from 'node:fs';
import { startLocalCloud } from './infra/local/LocalCloud.ts';
import { asJourneyCloud } from './infra/local/journey/asJourneyCloud.ts';
import { readJourney } from './infra/local/journey/openStage.ts';
import { playJourney } from './infra/local/journey/playJourney.ts';
process.env.TZ='UTC';
const cloud = await startLocalCloud({dataDir:'/tmp/lc9',cityDir:'cities/example',frozenAt:Date.parse('2026-09-28T02:00:00Z'),tell:(l)=>{if(l.level!=='INFO')console.log(l.level,l.from,l.message)}});
for(const f of readdirSync('test/journeys').filter(f=>f.endsWith('.yaml'))){const j=await readJourney('test/journeys/'+f);await cloud.reset(j.at);const t=performance.now();const p=await playJourney(asJourneyCloud(cloud),j,{tell:()=>{}});console.log(f,p.passed,p.failed,Math.round(performance.now()-t));}
console.log(JSON.stringify(cloud.gateway.unusedGrants(),null,1));
console.log('denied',cloud.meter.read().denied);
await cloud.stop();
