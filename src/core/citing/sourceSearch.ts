import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import type { Entry, EntryId, Source } from '../packs/pack';
import { entrySources } from '../render/entryText';
import { displayDate, formatDate } from '../render/formatDate';
import { foldPhrase } from '../search/foldWords';
import type { Steps } from '../terms/steps';
import { citationKey } from './citation';

/** Finds sources by what they are, and by what they are cited for. Immutable. */
export interface SourceSearch {
  /**
   * @param query What a person types: the beginnings of words, in any order.
   * @param sources What to choose from.
   * @returns Those that have all words, first those that have most of them in their own title, publisher, date or
   *   authors; alike ones, and all if nothing is typed, in the order of `sources`.
   */
  find(query: string, sources: readonly Source[]): readonly Source[];
}

/** The folded words of a source, a space before each. */
interface SourceWords {
  readonly own: string;
  /** Names of the entries that cite it. */
  readonly others: string;
}

/** Reads what sources are called and what cites them. Cost: a pass over all texts; a step for each entry. */
export function* createSourceSearch(library: Library, markdown: MarkdownIt): Steps<SourceSearch> {
  const names = new Map<EntryId, string[]>();
  for (const { topics, terms, events } of library.packs) {
    for (const entry of [...topics, ...terms, ...events]) {
      for (const { id } of entrySources(library, markdown, entry)) {
        const known = names.get(id);
        if (known === undefined) names.set(id, namesOf(entry));
        else known.push(...namesOf(entry));
      }
      yield;
    }
  }
  const words = new Map<EntryId, SourceWords>();
  for (const source of library.packs.flatMap(({ sources }) => sources)) {
    words.set(source.id, {
      own: ` ${foldPhrase(ownWords(source))}`,
      others: ` ${foldPhrase((names.get(source.id) ?? []).join(' '))}`,
    });
  }
  return {
    find(query, sources) {
      const asked = foldPhrase(query)
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => ` ${word}`);
      return sources
        .flatMap((source) => {
          const { own, others } = words.get(source.id) ?? { own: '', others: '' };
          const ofItself = asked.filter((word) => own.includes(word));
          const isFound = asked.every((word) => ofItself.includes(word) || others.includes(word));
          return isFound ? [{ source, worth: ofItself.length }] : [];
        })
        .sort((a, b) => b.worth - a.worth)
        .map(({ source }) => source);
    },
  };
}

function namesOf(entry: Entry): string[] {
  if (entry.type === 'term') return [entry.title, ...entry.labels.map(({ text }) => text)];
  return entry.type === 'topic' ? [entry.title, entry.question] : [entry.title];
}

function ownWords(source: Source): string {
  const { title, publisher = '', issued, csl } = source;
  const authors: unknown = csl['author'];
  const dates = issued === undefined ? [] : [issued, formatDate(issued), displayDate(issued)];
  const people = (Array.isArray(authors) ? (authors as readonly unknown[]) : []).flatMap((each) =>
    typeof each === 'object' && each !== null ? Object.values(each) : [],
  );
  return [title, publisher, csl['container-title'], citationKey(source), ...dates, ...people]
    .filter((each) => typeof each === 'string')
    .join(' ');
}
