import WebSocket from 'ws';
import { startLocalCloud } from './infra/local/LocalCloud.ts';
const t0=performance.now();
const cloud = await startLocalCloud({dataDir:'/tmp/lc6',cityDir:'./cities/example',progress:(p)=>console.log(Math.round(performance.now()-t0),p)});
console.log('started',Math.round(performance.now()-t0));
const post=async(p,b,tk)=>{const r=await fetch(cloud.url+p,{method:'POST',headers:{'content-type':'application/json',...(tk?{authorization:'Bearer '+tk}:{})},body:JSON.stringify(b)});return JSON.parse(await r.text())};
const listen=async(token)=>{const q=[];let told;const s=new WebSocket(cloud.socketUrl+'?token='+token);s.on('message',(m)=>{q.push(JSON.parse(String(m)));told?.()});await new Promise(r=>s.once('open',r));return async()=>{while(!q.length)await new Promise(r=>{told=r});return q.shift()}};
const s=await post('/web/sessions',{});
const heard=await listen(s.token); const sup=await listen(await cloud.token('web:S001'));
console.log('connected',Math.round(performance.now()-t0));
const lat=[],push=[];
for(let i=0;i<15;i++){
 for(const [k,text] of ['建设路12号门口的路灯坏了','确认'].entries()){
  const t=performance.now(); await post('/web/turns',{id:`a${i}-${k}`,said:{kind:'text',text}},s.token); const acked=performance.now()-t;
  const h=await heard(); const got=performance.now()-t; lat.push([Math.round(acked),Math.round(got)]);
  if(k===1){await sup();push.push(Math.round(performance.now()-t))}
 }
 await cloud.idle();
}
console.log('ack,reply',JSON.stringify(lat)); console.log('push',JSON.stringify(push));
const m=cloud.meter.read(); console.log(JSON.stringify(m.callers,null,0).slice(0,1500));
await cloud.stop();
