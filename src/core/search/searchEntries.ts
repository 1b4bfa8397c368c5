import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import type { Entry, EntryId } from '../packs/pack';
import { sortInSteps, type Steps } from '../terms/steps';
import { askedWords } from './askedWords';
import { foldPhrase, foldText, wordsOf } from './foldWords';
import {
  isAgent,
  kindOf,
  namesOf,
  searchDocuments,
  textOf,
  titleOf,
  type NameKind,
  type SearchDocument,
} from './searchDocuments';
import { entriesInTree, listEntries } from './listEntries';
import { parseQuery, type SearchScope } from './searchQuery';
import { buildWordIndex, type WordIndex, type WordMatch } from './wordIndex';
import { Ranking } from './ranking';
import { WordScores } from './wordScores';

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
   * @param query What a person types; unfinished and misspelt words count. `parseQuery` says what narrows it. A sign that
   * narrows finds all of its sort if there is no word behind it, in the order of the sidebar's tree.
   * @returns Best first, at most `limit`. Every entry's place depends on the query alone.
   * Cost: below a millisecond for 600 documents, some for 100,000.
   */
  search(query: string, limit: number): readonly SearchHit[];
}

/** What it is worth that a name is the query, or begins with it: no number of words outweighs a better kind. */
const WHOLE = { title: 40, name: 30, startOfTitle: 20, startOfName: 16 } as const;
/** What it is worth that one name has all words. */
const COMPLETE = 8;
/** What it is worth that a query has all words of a name: hardly anything if they are but half of what it asks. */
const WITHIN = 2;
/** What the words of a name and of a text are worth. */
const NAME = 6;
const TEXT = 3;
/** How much more a number says than a word that is as rare: it tells things of one name apart. */
const NUMBER = 1.5;
/** What is left of the worth of a name that has other numbers than the query, and of one that has none. */
const OTHER_NUMBER = 0.3;
const NO_NUMBER = 0.7;
/** A query is explained by a name that reaches so much of the worth of its words. */
const EXPLAINED = 0.8 * NAME;

/** How likely a sort of entry is meant when several match alike. */
const likely: Readonly<Record<Entry['type'] | 'section', number>> = {
  ...{ topic: 1.25, term: 1.2, overview: 1.15, section: 0.9, event: 0.8, source: 0.7 },
};

/** Words of a query beyond these are not looked at. */
const mostWords = 24;

/**
 * Indexes everything that has a title: topics and their sections, terms by every name, events, sources.
 *
 * Names and texts have an index each. A word of a query finds the words that are the same, that it begins, or, if there
 * are none, that it misspells; where only texts have it, names that have it with another ending count too. A number finds
 * itself, and others that it begins only if nothing has it. A question after a name is looked for as that name. An entry counts by its best name (how much of the query it explains, and how much of it
 * the query), by its text, and far above both by a name that is, or begins with, the query.
 */
export function* createEntrySearch(library: Library, markdown: MarkdownIt): Steps<EntrySearch> {
  const documents = searchDocuments(library);
  const names: string[] = [];
  const phrases: string[] = [];
  const kinds: NameKind[] = [];
  const owners: number[] = [];
  const texts: string[] = [];
  for (const [number, document] of documents.entries()) {
    for (const [name, kind] of namesOf(document)) {
      const phrase = foldPhrase(name);
      names.push(name);
      // The same words twice would be kept twice.
      phrases.push(phrase === name ? name : phrase);
      kinds.push(kind);
      owners.push(number);
    }
    texts.push(textOf(markdown, document));
    if (number % 100 === 0) yield;
  }
  const nameIndex = yield* buildWordIndex(phrases);
  const textIndex = yield* buildWordIndex(texts);
  const byPhrase = yield* sortInSteps(phrases);
  return new Search(library, documents, {
    ...{ names, phrases, byPhrase, kinds, owners: Uint32Array.from(owners), texts },
    ...{ nameIndex, textIndex },
  });
}

/** What is searched in. Names and documents go by their numbers. */
interface Indexed {
  readonly names: readonly string[];
  /** The names, folded. */
  readonly phrases: readonly string[];
  /** The names' numbers, by phrase. */
  readonly byPhrase: Uint32Array;
  readonly kinds: readonly NameKind[];
  /** The document of each name. */
  readonly owners: Uint32Array;
  readonly texts: readonly string[];
  readonly nameIndex: WordIndex;
  readonly textIndex: WordIndex;
}

class Search implements EntrySearch {
  readonly #library: Library;
  readonly #documents: readonly SearchDocument[];
  readonly #indexed: Indexed;
  // Kept from query to query, and empty between two.
  readonly #nameScores: WordScores;
  readonly #textScores: WordScores;
  readonly #wholes: Float32Array;
  readonly #ranking: Ranking;

  constructor(library: Library, documents: readonly SearchDocument[], indexed: Indexed) {
    this.#library = library;
    this.#documents = documents;
    this.#indexed = indexed;
    this.#nameScores = new WordScores(indexed.names.length);
    this.#textScores = new WordScores(documents.length);
    this.#wholes = new Float32Array(indexed.names.length);
    this.#ranking = new Ranking(
      Float32Array.from(
        documents,
        ({ entry, section }) => likely[section === undefined ? entry.type : 'section'],
      ),
    );
  }

  search(query: string, limit: number): readonly SearchHit[] {
    const { scope, text } = parseQuery(query);
    const folded = foldText(text);
    const typed = wordsOf(folded).slice(0, mostWords);
    if (typed.length === 0) return text === '' ? this.#allIn(scope).slice(0, limit) : [];
    const words = isQuoted(scope)
      ? typed
      : askedWords(typed, (phrase) => this.#namesFrom(phrase).length > 0);
    const isUnfinished = !/[\s\p{P}]$/u.test(folded);
    const ranking = this.#ranking;
    try {
      this.#rank(words, scope, isUnfinished);
      return ranking.best(limit).map((document) => this.#toHit(document, words));
    } finally {
      ranking.clear();
    }
  }

  #allIn(scope: SearchScope): readonly SearchHit[] {
    if (scope === 'all' || isQuoted(scope)) return [];
    const isWanted = (entry: Entry): boolean => this.#isOfScope(scope, entry);
    return listEntries(this.#library, entriesInTree(this.#library, isWanted));
  }

  #rank(words: readonly string[], scope: SearchScope, isUnfinished: boolean): void {
    const { nameIndex, textIndex, owners } = this.#indexed;
    const meant = words.map((word, n) =>
      meantBy(word, nameIndex, textIndex, isUnfinished && n === words.length - 1),
    );
    const whole = meant.reduce((sum, { worth }) => sum + worth, 0);
    const numbers = words.reduce((bits, word, n) => (hasDigit(word) ? bits | (1 << n) : bits), 0);
    const phrase = words.join(' ');
    const ranking = this.#ranking;
    const starting = this.#namesFrom(phrase);
    try {
      meant.forEach(({ inNames, inTexts, worth }, n) => {
        this.#nameScores.add(nameIndex, inNames, n, worth / whole);
        this.#textScores.add(textIndex, inTexts, n, worth / whole);
      });
      for (const name of starting) this.#wholes[name] = this.#wholeOf(name, phrase);
      for (const name of this.#nameScores.touched) {
        const document = owners[name] ?? 0;
        if (!this.#isIn(scope, document)) continue;
        if (isQuoted(scope) && !this.#isQuoted(name, scope)) continue;
        ranking.addName(document, name, this.#scoreOf(name, words.length, numbers));
      }
      if (isQuoted(scope)) return;
      for (const document of this.#textScores.touched) {
        if (!this.#isIn(scope, document)) continue;
        const sum = this.#textScores.sum(document);
        const share = this.#textScores.count(document) / words.length;
        ranking.addText(document, TEXT * sum * sum * share);
      }
    } finally {
      this.#nameScores.clear();
      this.#textScores.clear();
      for (const name of starting) this.#wholes[name] = 0;
    }
  }

  /** The names that begin with a phrase. */
  #namesFrom(phrase: string): Uint32Array {
    const { phrases, byPhrase } = this.#indexed;
    const firstFrom = (wanted: string): number => {
      let low = 0;
      let high = byPhrase.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((phrases[byPhrase[middle] ?? 0] ?? '') < wanted) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    return byPhrase.subarray(firstFrom(phrase), firstFrom(`${phrase}\uffff`));
  }

  #wholeOf(name: number, phrase: string): number {
    const { phrases, kinds } = this.#indexed;
    const kind = kinds[name];
    if (kind === 'description') return 0;
    if (phrases[name] === phrase) return kind === 'title' ? WHOLE.title : WHOLE.name;
    return kind === 'title' ? WHOLE.startOfTitle : WHOLE.startOfName;
  }

  /** @param numbers Bits of the query's words that are numbers. */
  #scoreOf(name: number, wordCount: number, numbers: number): number {
    const { kinds, nameIndex, phrases } = this.#indexed;
    const sum = this.#nameScores.sum(name);
    const count = this.#nameScores.count(name);
    const covered = Math.min(1, count / Math.max(1, nameIndex.lengths[name] ?? 1));
    const score = NAME * sum * (0.55 + 0.45 * covered);
    if (kinds[name] === 'description') return score;
    const complete = count === wordCount ? COMPLETE * sum * (0.5 + 0.5 * covered) : 0;
    const within = covered === 1 ? WITHIN * sum ** 3 : 0;
    const whole = score + complete + within + (this.#wholes[name] ?? 0);
    // A name all of whose words are asked for is meant, with what else is asked: “budapest memorandum 1994”.
    if (numbers === 0 || covered === 1 || this.#nameScores.hasAny(name, numbers)) return whole;
    return whole * (hasDigit(phrases[name] ?? '') ? OTHER_NUMBER : NO_NUMBER);
  }

  #isQuoted(name: number, scope: 'exact' | 'start'): boolean {
    const whole = this.#wholes[name] ?? 0;
    return scope === 'start' ? whole > 0 : whole >= WHOLE.name;
  }

  #isIn(scope: SearchScope, number: number): boolean {
    if (scope === 'all' || isQuoted(scope)) return true;
    const document = this.#documents[number];
    return document !== undefined && this.#isOfScope(scope, document.entry);
  }

  #isOfScope(scope: 'topics' | 'agents' | 'events', entry: Entry): boolean {
    switch (scope) {
      case 'topics':
        return entry.type === 'topic';
      case 'agents':
        return isAgent(this.#library, { entry });
      case 'events':
        return entry.type === 'event';
    }
  }

  #toHit(number: number, words: readonly string[]): SearchHit {
    const document = this.#documents[number];
    if (document === undefined) throw new Error(`There is no document ${String(number)}.`);
    const { names, kinds, texts } = this.#indexed;
    const { name, nameScore, textScore } = this.#ranking.at(number);
    const isByText = nameScore < EXPLAINED && textScore > 0;
    const kind = kindOf(this.#library, document);
    const isAlias = kinds[name] === 'name' && !isByText;
    const excerpt = isByText ? excerptOf(texts[number] ?? '', words) : undefined;
    return {
      ...{ entryId: document.entry.id, title: titleOf(document) },
      detail: isAlias ? `${kind} · ${names[name] ?? ''}` : kind,
      ...(document.section === undefined ? {} : { anchor: document.section.anchor }),
      ...(excerpt === undefined ? {} : { excerpt }),
    };
  }
}

function isQuoted(scope: SearchScope): scope is 'exact' | 'start' {
  return scope === 'exact' || scope === 'start';
}

/** The words of the indexes that one of a query may mean, the likest first, and how much it says. */
interface Meant {
  readonly inNames: readonly WordMatch[];
  readonly inTexts: readonly WordMatch[];
  readonly worth: number;
}

function meantBy(word: string, names: WordIndex, texts: WordIndex, isLast: boolean): Meant {
  // A letter or two begin too many words, but as the last, which is still being typed.
  const begins = isLast || word.length > 2;
  const inNames = begins ? names.beginning(word) : names.exactly(word);
  const inTexts = begins ? texts.beginning(word) : texts.exactly(word);
  if (hasDigit(word)) {
    const { worth, ...found } = meantAs(names, texts, ...wholeIfAny(inNames, inTexts));
    return { ...found, worth: NUMBER * worth };
  }
  if (inNames.length + inTexts.length > 0 || word.length < 4) {
    const related = inNames.length > 0 ? inNames : names.related(word);
    return meantAs(names, texts, related, inTexts);
  }
  const mistakes = word.length < 7 ? 1 : 2;
  const misspelt = (index: WordIndex): readonly WordMatch[] =>
    [...index.misspelt(word, mistakes, isLast)].sort((a, b) => b.likeness - a.likeness);
  return meantAs(names, texts, misspelt(names), misspelt(texts));
}

/** Of the words that a number is or begins, those that it is, if it is any: 5 does not mean 51. */
function wholeIfAny(
  inNames: readonly WordMatch[],
  inTexts: readonly WordMatch[],
): readonly [inNames: readonly WordMatch[], inTexts: readonly WordMatch[]] {
  const whole = (matches: readonly WordMatch[]): readonly WordMatch[] =>
    matches.filter(({ likeness }) => likeness === 1);
  const isAny = whole(inNames).length + whole(inTexts).length > 0;
  return isAny ? [whole(inNames), whole(inTexts)] : [inNames, inTexts];
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}

/** A word says as much as the one that it most likely means; one that is nowhere speaks a little against the rest. */
function meantAs(
  names: WordIndex,
  texts: WordIndex,
  inNames: readonly WordMatch[],
  inTexts: readonly WordMatch[],
): Meant {
  const worth = (index: WordIndex, [first]: readonly WordMatch[]): number =>
    first === undefined ? 1 : index.weightOf(first.word);
  return { inNames, inTexts, worth: Math.max(worth(names, inNames), worth(texts, inTexts)) };
}

const excerptLength = 110;

/** The stretch of a text around the first of some words that stands in it. */
function excerptOf(text: string, words: readonly string[]): string | undefined {
  const longest = [...words].sort((a, b) => b.length - a.length);
  const firstIn = (folded: string): number | undefined =>
    longest.map((word) => folded.indexOf(word)).find((place) => place >= 0);
  // To fold a long text takes longer than to rank all.
  const at = firstIn(text.toLowerCase()) ?? firstIn(foldText(text));
  if (at === undefined) return undefined;
  // Folding hardly changes lengths, so that the place is about right in the text too.
  const from = text.lastIndexOf(' ', Math.max(0, at - 30)) + 1;
  const line = text.slice(from, from + excerptLength).replace(/\s+/g, ' ');
  const to = from + excerptLength < text.length ? line.lastIndexOf(' ') : line.length;
  return `${from > 0 ? '… ' : ''}${line.slice(0, to)}${to < line.length ? ' …' : ''}`;
}
