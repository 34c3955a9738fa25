import { loadTemplate } from './infra/local/template/LocalTemplate.ts';
import { startGateway } from './infra/local/gateway/startGateway.ts';
import { startDynamo } from './infra/local/dynamo/startDynamo.ts';
import { DynamoDBClient, PutItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { mkdtempSync, rmSync } from 'node:fs';
const dir = mkdtempSync('/tmp/gw/run-');
const dynamo = await startDynamo({dataDir:dir+'/dynamo'});
let gw: any;
const template=loadTemplate('/tmp/gw/cdk.out',{gatewayUrl:()=>gw.url});
gw = await startGateway({template, dataDir:dir+'/gw', dynamoUrl:dynamo.url, log:(l)=>console.log('LOG',l)});
const fn=(n:string)=>template.functions().find(f=>f.logicalId.startsWith(n+'Function'))!;
const conf=(n:string)=>({endpoint:gw.url,region:gw.region,credentials:gw.credentialsFor(n==='admin'?n:fn(n).name)});
const T=template.tables()[0]!.name;
const ddb=new DynamoDBClient(conf('takeTurn')); const direct=new DynamoDBClient({...conf('takeTurn'),endpoint:dynamo.url});
const sqs=new SQSClient(conf('postTurn'));const Q=template.queues().find(q=>q.name.includes('TurnsQueue'))!.url;
let i=0;
const get=(c:any)=>()=>c.send(new GetItemCommand({TableName:T,Key:{pk:{S:'a'},sk:{S:'c'}}}));
const put=(c:any)=>()=>c.send(new PutItemCommand({TableName:T,Item:{pk:{S:'a'},sk:{S:'c'+(i++%100)},v:{S:'x'.repeat(1000)}}}));
const cases:Record<string,()=>Promise<unknown>>={ 'get direct':get(direct),'get via':get(ddb),'put direct':put(direct),'put via':put(ddb),
 'send http':()=>sqs.send(new SendMessageCommand({QueueUrl:Q,MessageBody:'hi'.repeat(200),MessageGroupId:'g'+i++%7,MessageDeduplicationId:'x'+i})),
 'send inproc':()=>gw.sqs(fn('postTurn').name,'SendMessage',{QueueUrl:Q,MessageBody:'hi'.repeat(200),MessageGroupId:'g'+i++%7,MessageDeduplicationId:'y'+i}) };
const res:Record<string,{cpu:number[],wall:number[]}>={};
for(let round=0;round<6;round++) for(const [n,f] of Object.entries(cases)){ const walls=[];const c0=process.cpuUsage();
 for(let k=0;k<150;k++){const t=performance.now();await f();walls.push(performance.now()-t)}
 const c=process.cpuUsage(c0); walls.sort((a,b)=>a-b); const r=res[n]??={cpu:[],wall:[]}; if(round>0){ r.cpu.push((c.user+c.system)/150/1000); r.wall.push(walls[75]!);} }
for(const [n,r] of Object.entries(res)) console.log(n.padEnd(12),'cpu ms min',Math.min(...r.cpu).toFixed(2),'wall p50 min',Math.min(...r.wall).toFixed(2));
await gw.stop(); await dynamo.stop(); rmSync(dir,{recursive:true});
