import { synthesise } from './infra/synthesise.ts';
import { loadTemplate } from './infra/local/template/LocalTemplate.ts';
const out='/tmp/gw/cdk.out';
if (process.argv[2]!=='load') synthesise({stage:'local',outDir:out});
const t=loadTemplate(out,{gatewayUrl:()=>'http://127.0.0.1:4000',apiUrl:(id)=>`http://127.0.0.1:5000/${id}`,socketUrl:(id)=>`ws://127.0.0.1:6000/${id}`});
const t0=performance.now();
const all={functions:t.functions(),queues:t.queues(),tables:t.tables(),buckets:t.buckets(),secrets:t.secrets(),apis:t.apis(),routes:t.routes(),mappings:t.mappings(),schedules:t.schedules(),roles:t.roles()};
console.log('ms',performance.now()-t0);
console.log(JSON.stringify(all,null,1));
