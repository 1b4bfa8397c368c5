import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinEdits, readDraft, toTextEdit, updateDraft } from '../../src/core/drafts/draft';
import type { Pack } from '../../src/core/packs/pack';
import { markdownProse } from '../../src/core/prose/markdownProse';
import { createTermIndex } from '../../src/core/terms/compactTermIndex';
import { mentionsToMark } from '../../src/core/terms/mentions';
import { runToEnd } from '../../src/core/terms/steps';
import { loadTermPack } from '../../src/core/terms/termPackBuffer';
import { keep, percentile, printFigures, timeOf } from './measure';
import { recordedEdits, megabyteOfMarkdown } from './typedMarkdown';

// What marks cost while somebody types in a megabyte of Markdown: noting a key, and after a pause bringing the draft up
// to date and choosing what to mark. Here a pause follows each key, which is the worst case.

const packs = join(process.cwd(), 'dist', 'packs');
const [pack] = JSON.parse(readFileSync(join(packs, 'packs.json'), 'utf8')) as readonly Pack[];
if (pack === undefined) throw new Error('Build first: dist/packs holds no pack.');
const saved = Uint8Array.from(readFileSync(join(packs, `${pack.id}.terms`))).buffer;
const termPack = loadTermPack(saved, pack.terms);
if (termPack === undefined) throw new Error('Build first: the saved index is another version’s.');
const terms = createTermIndex([termPack]);
const reader = { terms, prose: markdownProse() };

const first: number[] = [];
for (let run = 0; run < 7; run++)
  first.push(timeOf(() => void runToEnd(readDraft(reader, megabyteOfMarkdown))));

let draft = runToEnd(readDraft(reader, megabyteOfMarkdown));
let { text } = draft;
const [keys, pauses]: [number[], number[]] = [[], []];
for (const { start, end, inserted } of recordedEdits(text)) {
  let pending = joinEdits(undefined, { start: 0, end: 0, newLength: 0 });
  keys.push(
    timeOf(() => {
      pending = joinEdits(undefined, { start, end, newLength: inserted.length });
      text = text.slice(0, start) + inserted + text.slice(end);
    }),
  );
  pauses.push(
    timeOf(() => {
      draft = updateDraft(reader, draft, text, toTextEdit(pending, text));
      const seen = { start: Math.max(0, start - 4000), end: start + 4000 };
      keep(mentionsToMark(draft.matches, 'first', seen).length);
    }),
  );
}
const both = keys.map((key, index) => key + (pauses[index] ?? 0));
printFigures('Typing in a megabyte of Markdown, 500 edits', [
  { name: 'a key alone, 99th percentile', value: percentile(keys, 0.99), unit: 'ms' },
  { name: 'a key and a pause, median', value: percentile(both, 0.5), unit: 'ms' },
  {
    ...{ name: 'a key and a pause, 99th percentile', value: percentile(both, 0.99), unit: 'ms' },
    aim: ['at most', 2],
  },
  { name: 'reading all of it, median (in slices)', value: percentile(first, 0.5), unit: 'ms' },
]);
