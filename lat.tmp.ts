import WebSocket from 'ws';
import { startLocalCloud } from './infra/local/LocalCloud.ts';
const cloud = await startLocalCloud({dataDir:'/tmp/compute-helper/lc6',cityDir:'cities/example'});
const post=async(p,b,tk)=>{const r=await fetch(cloud.url+p,{method:'POST',headers:{'content-type':'application/json',...(tk?{authorization:'Bearer '+tk}:{})},body:JSON.stringify(b)});return JSON.parse(await r.text())};
const listen=async(token)=>{const q=[];let told;const s=new WebSocket(cloud.socketUrl+'?token='+token);s.on('message',(m)=>{q.push(JSON.parse(String(m)));told?.()});await new Promise(r=>s.once('open',r));return async()=>{while(!q.length)await new Promise(r=>{told=r});return q.shift()}};
const p=(a,f)=>a.toSorted((x,y)=>x-y)[Math.floor((a.length-1)*f)];
for (const n of [1,8,32]) {
 const lat=[],push=[];
 const sup=await listen(await cloud.token('web:S001'));
 let waiting=new Map();
 let stop=false;
 (async()=>{while(!stop){const m=await sup();const t=performance.now();for(const x of m.messages??[]){const num=/编号：(\d{15})/.exec(x.reply?.text??'')?.[1];if(num)waiting.set(num,t)}}})();
 const sent=new Map();
 await Promise.all(Array.from({length:n},async(_,k)=>{
  const s=await post('/web/sessions',{}); const heard=await listen(s.token);
  for(let i=0;i<(n===1?15:5);i++) for(const [j,text] of ['建设路12号门口的路灯坏了','确认'].entries()){
   const t=performance.now(); await post('/web/turns',{id:`a${n}-${k}-${i}-${j}`,said:{kind:'text',text}},s.token);
   const h=await heard(); lat.push(performance.now()-t);
   if(j===1){const num=/受理编号：(\d{15})/.exec(JSON.stringify(h))?.[1]; if(num) sent.set(num,t)}
  }}));
 await cloud.idle(); await new Promise(r=>setTimeout(r,300)); stop=true;
 for(const [num,t] of sent) if(waiting.has(num)) push.push(waiting.get(num)-t);
 console.log(n,'reply p50',Math.round(p(lat,.5)),'p99',Math.round(p(lat,.99)),'| push p50',Math.round(p(push,.5)),'p99',Math.round(p(push,.99)),'n',lat.length,push.length);
}
await cloud.stop();
