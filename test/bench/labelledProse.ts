import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TermIndex } from '../../src/core/terms/termIndex';
import { root } from './vocabularies';

// How well the index does on prose whose terms were labelled by hand, before any run, by what the words mean.

/** A term that stands in a passage. */
interface Mention {
  readonly start: number;
  readonly end: number;
  readonly entryId: string;
}

interface Passage {
  /** File and number of the passage in it. */
  readonly name: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

export interface ProseFigures {
  readonly passages: number;
  readonly words: number;
  readonly mentions: number;
  /** The share of what is found that was labelled, with the same words and entry. */
  readonly precision: number;
  /** The share of what was labelled that is found. */
  readonly recall: number;
  /** Each difference in a line. */
  readonly differences: readonly string[];
}

const MARK = /\{\{([^|{}]*)\|([^}]*)\}\}/g;

/** Takes the marks, `{{words|entry}}`, out of a passage. */
function readPassage(name: string, marked: string, packId: string): Passage {
  const mentions: Mention[] = [];
  let text = '';
  let at = 0;
  for (const { 0: whole, 1: words = '', 2: id = '', index } of marked.matchAll(MARK)) {
    text += marked.slice(at, index);
    mentions.push({
      start: text.length,
      end: text.length + words.length,
      entryId: `${packId}/term/${id}`,
    });
    text += words;
    at = index + whole.length;
  }
  return { name, text: text + marked.slice(at), mentions };
}

function readPassages(folder: string, packId: string): Passage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split(/^=====\n/m)
        .map((marked, index) => readPassage(`${file} ${String(index + 1)}`, marked, packId)),
    );
}

/** Compares what the index finds in the passages of `prose/` with what was labelled there. */
export function measureProse(index: TermIndex, packId: string): ProseFigures {
  const passages = readPassages(join(root, 'test', 'bench', 'prose'), packId);
  const differences: string[] = [];
  let labelled = 0;
  let found = 0;
  let right = 0;
  for (const { name, text, mentions } of passages) {
    const matches = index.findAll(text);
    const keyOf = ({ start, end, entryId }: Mention) =>
      `${String(start)} ${String(end)} ${entryId}`;
    const wanted = new Set(mentions.map(keyOf));
    const got = new Set(matches.map(keyOf));
    labelled += wanted.size;
    found += got.size;
    right += [...got].filter((key) => wanted.has(key)).length;
    const tell = (verdict: string, { start, end, entryId }: Mention) => {
      const around = `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`;
      differences.push(`${name}: ${verdict} ${entryId}: ${around.replace(/\s+/g, ' ')}`);
    };
    for (const mention of mentions) if (!got.has(keyOf(mention))) tell('missed', mention);
    for (const match of matches) if (!wanted.has(keyOf(match))) tell('wrong', match);
  }
  return {
    passages: passages.length,
    words: passages.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0),
    mentions: labelled,
    precision: right / found,
    recall: right / labelled,
    differences,
  };
}
