import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import type { EntryId } from '../packs/pack';
import type { Steps } from '../terms/steps';
import { foldPhrase, foldText, wordsOf } from './foldWords';
import { searchDocuments, type SearchDocument, type SearchName } from './searchDocuments';
import { parseQuery, type SearchScope } from './searchQuery';
import { buildWordIndex, type WordIndex, type WordMatch } from './wordIndex';

/** Something that a query found. */
export interface SearchHit {
  readonly entryId: EntryId;
  /** Set if the hit is a section of a topic. */
  readonly anchor?: string;
  readonly title: string;
  /** What it is, and the name that matched if that is not its title. */
  readonly detail: string;
  /** Set if it was found by its text: the words around those that matched. */
  readonly excerpt?: string;
}

/** Finds entries by words. Immutable. */
export interface EntrySearch {
  /**
   * @param query What a person types; unfinished and misspelt words count. `parseQuery` says what narrows it.
   * @returns Best first, at most `limit`. Every entry's place depends on the query alone.
   * Cost: below a millisecond for 600 documents, some ten for 100,000.
   */
  search(query: string, limit: number): readonly SearchHit[];
}

/** What matching a name whole is worth, beside words: nothing outweighs a better kind of match. */
const WHOLE = { title: 40, name: 30, start: 20, startOfName: 16 } as const;
/** What all words found in one name are worth. */
const COMPLETE = 8;
/** What the words of a name and of a text are worth. */
const NAMES = 6;
const TEXT = 3;

/** How likely a sort of entry is meant when several match alike. */
const likely: Readonly<Record<SearchDocument['type'], number>> = {
  ...{ topic: 1.25, term: 1.2, overview: 1.15, section: 0.9, event: 0.8, source: 0.7 },
};

/** Words of a query beyond these are not looked at. */
const mostWords = 24;

/**
 * Indexes everything that has a title: topics and their sections, terms by every name, events, sources.
 *
 * Names and texts have an index each. A query's words find words of the index that are the same, that they begin, or, if
 * names do not explain the query, that they misspell. An entry counts by its best name (how much of the query it
 * explains, and how much of it the query), by its text, and far above both by a name that is, or begins with, the query.
 */
export function* createEntrySearch(library: Library, markdown: MarkdownIt): Steps<EntrySearch> {
  const documents = searchDocuments(library, markdown);
  const names: SearchName[] = [];
  const owners: number[] = [];
  documents.forEach((document, number) => {
    for (const name of document.names) {
      names.push(name);
      owners.push(number);
    }
  });
  yield;
  const nameIndex = yield* buildWordIndex(names.map(({ text }) => text));
  const texts: string[] = [];
  for (const document of documents) {
    texts.push(document.text());
    if (texts.length % 200 === 0) yield;
  }
  const textIndex = yield* buildWordIndex(texts);
  return new Search(documents, names, Uint32Array.from(owners), nameIndex, textIndex);
}

/** How well the words of a query are found in the texts of an index. */
class Scores {
  /** The share of the query's weight that each text explains; times ten million where every word is found. */
  readonly #sums: Float32Array;
  readonly #found: Uint32Array;
  readonly #touched: number[] = [];

  constructor(size: number) {
    this.#sums = new Float32Array(size);
    this.#found = new Uint32Array(size);
  }

  /** Adds what a word of the query, the one with number `bit`, is worth where it is found. Best matches first. */
  add(index: WordIndex, matches: readonly WordMatch[], bit: number, worth: number): void {
    for (const { word, likeness } of matches) {
      for (const text of index.textsOf(word)) {
        const found = this.#found[text] ?? 0;
        if ((found & (1 << bit)) !== 0) continue;
        if (found === 0) this.#touched.push(text);
        this.#found[text] = found | (1 << bit);
        this.#sums[text] = (this.#sums[text] ?? 0) + worth * likeness;
      }
    }
  }

  get touched(): readonly number[] {
    return this.#touched;
  }

  sum(text: number): number {
    return this.#sums[text] ?? 0;
  }

  /** How many of the query's words are found. */
  count(text: number): number {
    let bits = this.#found[text] ?? 0;
    let count = 0;
    for (; bits !== 0; bits &= bits - 1) count++;
    return count;
  }

  clear(): void {
    for (const text of this.#touched) {
      this.#found[text] = 0;
      this.#sums[text] = 0;
    }
    this.#touched.length = 0;
  }
}

interface Best {
  score: number;
  /** Number of the name that explains it best. */
  name: number;
  nameScore: number;
  /** Whether its text explains it. */
  byText: boolean;
}

class Search implements EntrySearch {
  readonly #documents: readonly SearchDocument[];
  readonly #names: readonly SearchName[];
  /** Number of the document of each name. */
  readonly #owners: Uint32Array;
  readonly #nameIndex: WordIndex;
  readonly #textIndex: WordIndex;
  readonly #nameScores: Scores;
  readonly #textScores: Scores;

  constructor(
    documents: readonly SearchDocument[],
    names: readonly SearchName[],
    owners: Uint32Array,
    nameIndex: WordIndex,
    textIndex: WordIndex,
  ) {
    this.#documents = documents;
    this.#names = names;
    this.#owners = owners;
    this.#nameIndex = nameIndex;
    this.#textIndex = textIndex;
    this.#nameScores = new Scores(names.length);
    this.#textScores = new Scores(documents.length);
  }

  search(query: string, limit: number): readonly SearchHit[] {
    const { scope, text } = parseQuery(query);
    const folded = foldText(text);
    const words = wordsOf(folded).slice(0, mostWords);
    if (words.length === 0) return [];
    const phrase = words.join(' ');
    const isUnfinished = !/[\s\p{P}]$/u.test(folded);
    let found = this.#rank(words, phrase, scope, isUnfinished, false);
    if (scope !== 'exact' && !this.#isExplained(found, words)) {
      found = this.#rank(words, phrase, scope, isUnfinished, true);
    }
    return best(found, limit).map(([number, why]) => this.#toHit(number, why, words));
  }

  /** Whether some name explains the whole query, so that nobody has misspelt it. */
  #isExplained(found: ReadonlyMap<number, Best>, words: readonly string[]): boolean {
    const enough = NAMES + (words.length > 1 ? COMPLETE : 0);
    for (const { nameScore } of found.values()) if (nameScore >= 0.8 * enough) return true;
    return false;
  }

  #rank(
    words: readonly string[],
    phrase: string,
    scope: SearchScope,
    isUnfinished: boolean,
    isMisspelt: boolean,
  ): ReadonlyMap<number, Best> {
    const last = words.length - 1;
    const inNames = words.map((word, n) =>
      matchesOf(this.#nameIndex, word, isUnfinished && n === last, isMisspelt),
    );
    const inTexts = words.map((word, n) =>
      matchesOf(this.#textIndex, word, isUnfinished && n === last, isMisspelt),
    );
    const worths = words.map((_, n) =>
      Math.max(
        worthOf(this.#nameIndex, inNames[n] ?? []),
        worthOf(this.#textIndex, inTexts[n] ?? []),
        // A word that nothing has speaks against whatever is found without it, but not much.
        1,
      ),
    );
    const whole = worths.reduce((sum, worth) => sum + worth, 0);
    const found = new Map<number, Best>();
    try {
      words.forEach((_, n) => {
        const worth = (worths[n] ?? 0) / whole;
        this.#nameScores.add(this.#nameIndex, inNames[n] ?? [], n, worth);
        this.#textScores.add(this.#textIndex, inTexts[n] ?? [], n, worth);
      });
      for (const name of this.#nameScores.touched) {
        const document = this.#owners[name] ?? 0;
        if (!this.#isIn(scope, document)) continue;
        const nameScore = this.#scoreOf(name, words.length, phrase);
        if (scope === 'exact' && nameScore < WHOLE.name) continue;
        const other = found.get(document);
        if (other === undefined) {
          found.set(document, { score: nameScore, name, nameScore, byText: false });
        } else if (nameScore > other.nameScore) {
          found.set(document, { score: nameScore, name, nameScore, byText: false });
        }
      }
      if (scope === 'exact') return found;
      for (const document of this.#textScores.touched) {
        if (!this.#isIn(scope, document)) continue;
        const sum = this.#textScores.sum(document);
        const textScore = TEXT * sum * sum * (this.#textScores.count(document) / words.length);
        const other = found.get(document);
        if (other === undefined) {
          found.set(document, { score: textScore, name: -1, nameScore: 0, byText: true });
        } else {
          other.score += textScore;
          other.byText = textScore > other.nameScore;
        }
      }
    } finally {
      this.#nameScores.clear();
      this.#textScores.clear();
    }
    for (const [document, why] of found) {
      why.score *= likely[this.#documents[document]?.type ?? 'term'];
    }
    return found;
  }

  #scoreOf(name: number, wordCount: number, phrase: string): number {
    const { text, kind } = this.#names[name] ?? { text: '', kind: 'name' };
    const sum = this.#nameScores.sum(name);
    const count = this.#nameScores.count(name);
    const length = Math.max(1, this.#nameIndex.lengths[name] ?? 1);
    const covered = Math.min(1, count / length);
    let score = NAMES * sum * (0.55 + 0.45 * covered);
    if (kind === 'description') return score;
    if (count === wordCount) score += COMPLETE * sum * (0.5 + 0.5 * covered);
    const folded = foldPhrase(text);
    if (folded === phrase) return score + (kind === 'title' ? WHOLE.title : WHOLE.name);
    if (folded.startsWith(phrase)) {
      return score + (kind === 'title' ? WHOLE.start : WHOLE.startOfName);
    }
    return score;
  }

  #isIn(scope: SearchScope, number: number): boolean {
    const document = this.#documents[number];
    switch (scope) {
      case 'all':
      case 'exact':
        return true;
      case 'topics':
        return document?.type === 'topic' || document?.type === 'section';
      case 'agents':
        return document?.isAgent === true;
      case 'events':
        return document?.type === 'event';
    }
  }

  #toHit(number: number, why: Best, words: readonly string[]): SearchHit {
    const document = this.#documents[number];
    if (document === undefined) throw new Error(`There is no document ${String(number)}.`);
    const { entryId, anchor, title, kind } = document;
    const name = this.#names[why.name];
    const isAlias = name !== undefined && name.kind === 'name' && !why.byText;
    const excerpt = why.byText ? excerptOf(document.text(), words) : undefined;
    return {
      ...{ entryId, title, detail: isAlias ? `${kind} · ${name.text}` : kind },
      ...(anchor === undefined ? {} : { anchor }),
      ...(excerpt === undefined ? {} : { excerpt }),
    };
  }
}

/** The words of an index that a word of a query may mean, the likest first. */
function matchesOf(
  index: WordIndex,
  word: string,
  isLast: boolean,
  isMisspelt: boolean,
): readonly WordMatch[] {
  // A letter or two begin too many words, but as the last, which is still being typed.
  const same = isLast || word.length > 2 ? index.beginning(word) : index.exactly(word);
  if (!isMisspelt || word.length < 4 || /\d/.test(word)) return sorted(same);
  const known = new Set(same.map((match) => match.word));
  const misspelt = index
    .misspelt(word, word.length < 7 ? 1 : 2, isLast)
    .filter((match) => !known.has(match.word));
  return sorted([...same, ...misspelt]);
}

function sorted(matches: readonly WordMatch[]): readonly WordMatch[] {
  return [...matches].sort((a, b) => b.likeness - a.likeness);
}

/** What a word of a query says: as much as the word of the index that it most likely means. */
function worthOf(index: WordIndex, [first]: readonly WordMatch[]): number {
  return first === undefined ? 0 : index.weightOf(first.word);
}

/** The best by score; of two alike the one that comes first in the packs. */
function best(
  found: ReadonlyMap<number, Best>,
  limit: number,
): readonly (readonly [number, Best])[] {
  let entries = [...found];
  if (entries.length > 20 * limit) {
    // Only the best are sorted: a single letter finds most of a large pack.
    const scores = Float64Array.from(entries, ([, { score }]) => score).sort();
    const least = scores[scores.length - limit] ?? 0;
    entries = entries.filter(([, { score }]) => score >= least);
  }
  return entries.sort(([a, one], [b, other]) => other.score - one.score || a - b).slice(0, limit);
}

const excerptLength = 110;

/** The stretch of a text around the first of some words that stands in it. */
function excerptOf(text: string, words: readonly string[]): string | undefined {
  const folded = foldText(text);
  const longest = [...words].sort((a, b) => b.length - a.length);
  const at = longest.map((word) => folded.indexOf(word)).find((place) => place >= 0);
  if (at === undefined) return undefined;
  // Folding hardly changes lengths, so that the place is about right in the text too.
  const from = text.lastIndexOf(' ', Math.max(0, at - 30)) + 1;
  const line = text.slice(from, from + excerptLength).replace(/\s+/g, ' ');
  const to = from + excerptLength < text.length ? line.lastIndexOf(' ') : line.length;
  return `${from > 0 ? '… ' : ''}${line.slice(0, to)}${to < line.length ? ' …' : ''}`;
}
