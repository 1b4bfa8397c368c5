import type { MarkdownIt } from 'markdown-it';
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Library } from '../packs/library';
import { overviewsOf } from '../packs/overviews';
import type { Entry, EntryId } from '../packs/pack';
import { entryKind, sourceOrigin } from '../render/entryText';
import { formatDate } from '../render/formatDate';
import { plainText } from '../render/packTokens';

/** Something that a query found. */
export interface SearchHit {
  readonly entryId: EntryId;
  /** Set if the hit is a section of a topic. */
  readonly anchor?: string;
  readonly title: string;
  /** What it is, and the name that matched if that is not its title. */
  readonly detail: string;
}

/** Finds entries by words. Immutable. */
export interface EntrySearch {
  /**
   * @param query What a person types; unfinished and misspelt words count.
   * @returns Best first, at most `limit`. Every entry's place depends on the query alone.
   * Cost: about a millisecond for 600 documents.
   */
  search(query: string, limit: number): readonly SearchHit[];
}

interface SearchDocument {
  readonly id: string;
  readonly entryId: EntryId;
  readonly anchor?: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly kind: string;
  readonly text: string;
  /** How likely this sort of entry is meant when several match alike. */
  readonly weight: number;
}

/** Indexes everything that has a title: topics and their sections, terms by every name, events, sources. */
export function createEntrySearch(library: Library, markdown: MarkdownIt): EntrySearch {
  const documents = library.packs.flatMap((pack) =>
    [
      ...[...pack.topics, ...pack.terms, ...pack.events, ...pack.sources],
      ...overviewsOf(pack),
    ].flatMap((entry) => toDocuments(library, markdown, entry)),
  );
  const byId = new Map(documents.map((document) => [document.id, document]));
  const index = new MiniSearch<SearchDocument>({
    fields: ['title', 'names', 'text'],
    extractField: (document, field) =>
      field === 'names'
        ? document.names.join(' \n')
        : (document[field as 'id' | 'title' | 'text'] as string),
    processTerm: foldWord,
    searchOptions: {
      boost: { title: 4, names: 3, text: 0.5 },
      prefix: true,
      // Two letters that changed places count as two mistakes.
      fuzzy: (word) => (word.length < 4 ? false : word.length < 5 ? 1 : 2),
      weights: { fuzzy: 0.35, prefix: 0.7 },
      combineWith: 'AND',
      boostDocument: (id) => byId.get(id as string)?.weight ?? 1,
    },
  });
  index.addAll(documents);
  return {
    search: (query, limit) => {
      const all = index.search(query);
      // A question holds words that no entry has; then whatever has most of them is the answer.
      const found = all.length > 0 ? all : index.search(query, { combineWith: 'OR' });
      return rank(found, query, byId)
        .slice(0, limit)
        .map((document) => toHit(document, query));
    },
  };
}

/** Exact names first, then as MiniSearch ranks. */
function rank(
  found: readonly SearchResult[],
  query: string,
  byId: ReadonlyMap<string, SearchDocument>,
): readonly SearchDocument[] {
  const wanted = foldPhrase(query);
  const exact = (document: SearchDocument): number => {
    if (foldPhrase(document.title) === wanted) return 2;
    return document.names.some((name) => foldPhrase(name) === wanted) ? 1 : 0;
  };
  return found
    .flatMap((result) => byId.get(result.id as string) ?? [])
    .map((document, place) => ({ document, place, exact: exact(document) }))
    .sort((a, b) => b.exact - a.exact || a.place - b.place)
    .map(({ document }) => document);
}

function toHit(document: SearchDocument, query: string): SearchHit {
  const alias = matchingName(document, query);
  const { entryId, anchor, title, kind } = document;
  return {
    entryId,
    title,
    detail: alias === undefined ? kind : `${kind} · ${alias}`,
    ...(anchor === undefined ? {} : { anchor }),
  };
}

/** The name that explains why an entry was found, if its title does not. */
function matchingName(document: SearchDocument, query: string): string | undefined {
  const wanted = foldPhrase(query);
  if (wanted === '' || foldPhrase(document.title).includes(wanted)) return undefined;
  return document.names.find((name) => foldPhrase(name).includes(wanted));
}

function toDocuments(
  library: Library,
  markdown: MarkdownIt,
  entry: Entry,
): readonly SearchDocument[] {
  const kind = entryKind(library, entry);
  const common = { id: entry.id, entryId: entry.id, title: entry.title };
  switch (entry.type) {
    case 'topic': {
      const text = plainText(markdown, entry.shortAnswer);
      const sections = entry.sections.map((section) => ({
        ...{ id: `${entry.id}#${section.anchor}`, entryId: entry.id, anchor: section.anchor },
        ...{ title: section.title, names: [], kind: `Section of ${entry.title}` },
        ...{ text: plainText(markdown, section.body), weight: 0.8 },
      }));
      return [{ ...common, kind, names: [entry.question], text, weight: 1.6 }, ...sections];
    }
    case 'term': {
      const names = entry.labels.map((label) => label.text).filter((name) => name !== entry.title);
      return [{ ...common, kind, names, text: plainText(markdown, entry.definition), weight: 1.5 }];
    }
    case 'event':
      return [
        {
          ...common,
          kind: `Event, ${formatDate(entry.date)}`,
          names: [entry.date],
          text: '',
          weight: 0.7,
        },
      ];
    case 'overview':
      return [{ ...common, kind, names: [], text: '', weight: 1.2 }];
    case 'source': {
      const origin = sourceOrigin(entry);
      return [
        {
          ...common,
          kind: `${kind} · ${origin}`,
          names: [origin],
          text: entry.note ?? '',
          weight: 0.5,
        },
      ];
    }
  }
}

function foldPhrase(text: string): string {
  return text
    .split(/[\s\p{P}]+/u)
    .map(foldWord)
    .join(' ')
    .trim();
}

/** A word without case, diacritics and apostrophes. */
function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’ʼ]/g, '')
    .normalize('NFC');
}
