import fc from 'fast-check';
import { createReferenceMatcher } from '/work/main/test/unit/terms/referenceMatcher';
import { buildTermPack } from '/work/main/src/core/terms/termPackBuilder';
import { createTermIndex } from '/work/main/src/core/terms/compactTermIndex';
import { saveTermPack, loadTermPack } from '/work/main/src/core/terms/termPackBuffer';
const pieces=['a','b','ab','ba','aa','A','B','AB','UN','un','s','es','S','é','e\u0301','É','ß','ss','й','и\u0306','і','ї','ы',"'",'’','ʼ','-','‑','–','--',' ',' ','  ','\u00a0','\n','\r\n','\n> ','\n// ','\n * ','\n\n','.','. ','.','1','16','F','G7','\u00ad','\u200b','加','盟','😀','\ud83d','\ude00','𝐀','𐐀','𐐨','(',')','/','"','«','~','\0','ﬁ','of','y','ies','İ','ǆ','か\u3099','が','क','ा','❤\ufe0f','_','*','U.N.','N','U','o','x','ch','\n\t','\u0301'];
const piece=fc.constantFrom(...pieces);
const labelText=fc.array(piece,{minLength:1,maxLength:6}).map(x=>x.join(''));
const cond=fc.option(fc.oneof({weight:3,arbitrary:fc.constant(undefined)},fc.record({case:fc.constantFrom('exact','initial')}),fc.record({requires:fc.record({within:fc.constantFrom('sentence','paragraph','document'),anyOf:fc.array(labelText,{minLength:1,maxLength:2})})}),fc.record({refuses:fc.record({within:fc.constantFrom('sentence','paragraph','document'),anyOf:fc.array(labelText,{minLength:1,maxLength:2})})}),fc.record({phrases:fc.array(labelText,{minLength:1,maxLength:2})})),{nil:undefined});
const label=fc.record({text:labelText,kind:fc.constantFrom('preferred','alternative','hidden','discouraged'),lang:fc.constantFrom('en','en','en','uk','de','fr','ru'),condition:cond}).map((l:any)=>{if(l.condition===undefined)delete l.condition;return l});
const entries=fc.array(fc.array(label,{minLength:1,maxLength:4}),{minLength:1,maxLength:5}).map(es=>es.map((labels,i)=>({id:'e'+i,labels})));
const arb=entries.chain(es=>{const own=es.flatMap((e:any)=>e.labels.map((l:any)=>l.text));const cw=es.flatMap((e:any)=>e.labels.flatMap((l:any)=>[...(l.condition?.requires?.anyOf??[]),...(l.condition?.refuses?.anyOf??[]),...(l.condition?.phrases??[])]));
 const t=fc.array(fc.oneof({weight:3,arbitrary:piece},{weight:3,arbitrary:fc.constantFrom(...own)},{weight:cw.length?1:0,arbitrary:fc.constantFrom(...(cw.length?cw:['x']))},{weight:2,arbitrary:fc.constant(' ')}),{maxLength:24}).map(x=>x.join(''));
 return fc.record({es:fc.constant(es),text:t,cut:fc.nat(),edits:fc.array(fc.record({a:fc.nat(),len:fc.nat(6),ins:fc.array(fc.oneof(piece,fc.constantFrom(...own)),{maxLength:3}).map(x=>x.join(''))}),{maxLength:4}),ex:fc.array(fc.nat(60),{maxLength:4})})});
const show=(t:string,m:any)=>[...m].map((x:any)=>[x.start,x.end,x.entryId,x.label.text,x.label.kind]);
const N=Number(process.argv[2]??3000), seed=process.argv[3]?Number(process.argv[3]):undefined;
const r=fc.check(fc.property(arb,({es,text,cut,edits,ex})=>{
  const ref=createReferenceMatcher(es as any); const built=buildTermPack(es as any);
  const c=cut%(es.length+1);
  const packs=[es.slice(0,c),es.slice(c)].filter(x=>x.length).map(x=>buildTermPack(x as any).pack).map(p=>{const q=loadTermPack(saveTermPack(p),p.entries);if(!q)throw new Error('load');return q});
  const index=createTermIndex(packs);
  const exs=[...new Set(ex)].sort((a,b)=>a-b);const exclude:any[]=[];for(let i=0;i+1<exs.length;i+=2)exclude.push({start:exs[i],end:exs[i+1]});
  const A=JSON.stringify(show(text,ref.index.findAll(text,{exclude}))), B=JSON.stringify(show(text,index.findAll(text,{exclude})));
  if(A!==B)throw new Error('findAll ref '+A+' eng '+B);
  const all=index.findAll(text,{exclude});
  for(let o=0;o<text.length;o++){const w=all.find(m=>m.start<=o&&o<m.end);const g=index.at(text,o,{exclude});if(JSON.stringify(w)!==JSON.stringify(g))throw new Error('at '+o+' want '+JSON.stringify(w)+' got '+JSON.stringify(g));}
  let cur=text, ms=index.scan(cur,{exclude}), exc=exclude;
  for(const e of edits){const a=e.a%(cur.length+1),b=Math.min(cur.length,a+e.len);const next=cur.slice(0,a)+e.ins+cur.slice(b);const sh=e.ins.length-(b-a);
   const nex=exc.filter((x:any)=>x.end<=a||x.start>=b).map((x:any)=>x.end<=a?x:({start:x.start+sh,end:x.end+sh}));
   ms=index.update(ms,next,{start:a,end:b,inserted:e.ins},{exclude:nex});
   const U=JSON.stringify(show(next,ms)),F=JSON.stringify(show(next,index.findAll(next,{exclude:nex})));
   if(U!==F)throw new Error('update '+JSON.stringify([cur,a,b,e.ins])+' got '+U+' want '+F);
   cur=next;exc=nex;}
}),{numRuns:N,...(seed!==undefined?{seed}:{})});
console.log(r.failed?JSON.stringify(r.counterexample)+'\n'+(r.errorInstance as any)?.stack?.slice(0,1500):'ok', r.numRuns,'seed',r.seed);
