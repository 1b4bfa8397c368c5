import { createReferenceMatcher } from './referenceMatcher';
import { buildTermPack } from '../../../src/core/terms/termPackBuilder';
import { createTermIndex } from '../../../src/core/terms/compactTermIndex';
const text="йx𐐀\n> \n * unʼ𐐨-".replace('𐐀','𝐀');
const all=[{"text":"16","kind":"discouraged","lang":"ru","condition":{"requires":{"within":"document","anyOf":["\ude00--"]}}},{"text":"\n> \n * un","kind":"alternative","lang":"en","condition":{"requires":{"within":"sentence","anyOf":["é\""]}}},{"text":"ʼ𐐨-","kind":"hidden","lang":"de","condition":{"refuses":{"within":"sentence","anyOf":["~aéch","йx𝐀"]}}},{"text":"❤️ch\n * \n *   o","kind":"preferred","lang":"ru","condition":{"case":"initial"}}] as any[];
for (const labels of [all, all.slice(1,3), all.slice(2), [all[2]]]){
const es=[{id:'e',labels}];
console.log(createReferenceMatcher(es).index.findAll(text).length, createTermIndex([buildTermPack(es).pack]).findAll(text).length);}
const { sentenceAt, paragraphAt } = await import('../../../src/core/terms/conditions');
console.log(JSON.stringify(sentenceAt(text,{start:5,end:13})), JSON.stringify(sentenceAt(text,{start:13,end:16})), JSON.stringify(paragraphAt(text,5)));
