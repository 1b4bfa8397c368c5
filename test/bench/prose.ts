import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toLocalId } from '../../src/core/packs/entryId';
import type { Pack } from '../../src/core/packs/pack';
import { createTermIndex } from '../../src/core/terms/compactTermIndex';
import { buildTermPack } from '../../src/core/terms/termPackBuilder';

/** A passage whose term mentions were marked by a reader: `{{NATO's|nato}}`. */
interface Passage {
  readonly name: string;
  readonly text: string;
  /** `start-end id` of every mention. */
  readonly mentions: ReadonlyMap<string, string>;
}

/** Reads a labelled passage: its text without the marks, and the mentions by their place in it. */
export function parsePassage(name: string, labelled: string): Passage {
  const mentions = new Map<string, string>();
  let text = '';
  let end = 0;
  for (const match of labelled.matchAll(/\{\{([^|}]*)\|([a-z0-9-]+)\}\}/g)) {
    const [all, surface = '', id = ''] = match;
    text += labelled.slice(end, match.index);
    mentions.set(`${String(text.length)}-${String(text.length + surface.length)}`, id);
    text += surface;
    end = match.index + all.length;
  }
  return { name, text: text + labelled.slice(end), mentions };
}

/** Prints precision and recall of the pack's labels on the labelled passages, and every place where the two differ. */
export function benchProse(pack: Pack, folder: string): void {
  const index = createTermIndex([buildTermPack(pack.terms).pack]);
  const passages = readdirSync(folder).map((name) =>
    parsePassage(name, readFileSync(join(folder, name), 'utf8')),
  );
  let [right, found, wanted, words] = [0, 0, 0, 0];
  const differences: string[] = [];
  for (const { name, text, mentions } of passages) {
    words += text.split(/\s+/).length;
    wanted += mentions.size;
    const seen = new Set<string>();
    for (const { start, end, entryId } of index.findAll(text)) {
      found++;
      const place = `${String(start)}-${String(end)}`;
      seen.add(place);
      if (mentions.get(place) === toLocalId(entryId)) right++;
      else
        differences.push(
          `  ${name}: found “${text.slice(start, end)}” as ${toLocalId(entryId)}, which no reader marked`,
        );
    }
    for (const [place, id] of mentions) {
      const [start = 0, end = 0] = place.split('-').map(Number);
      if (!seen.has(place))
        differences.push(`  ${name}: missed “${text.slice(start, end)}” as ${id}`);
    }
  }
  console.log(
    `Labelled prose: ${String(passages.length)} passages, ${String(words)} words, ${String(wanted)} mentions: precision ${(right / found).toFixed(3)} (at least 0.99), recall ${(right / wanted).toFixed(3)} (at least 0.97)`,
  );
  for (const difference of differences) console.log(difference);
}
