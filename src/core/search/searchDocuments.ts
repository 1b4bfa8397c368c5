import * as l10n from '@vscode/l10n';
import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import { overviewsOf } from '../packs/overviews';
import type { Entry, EntryId, LabelKind, Term } from '../packs/pack';
import { entryKind, sourceOrigin } from '../render/entryText';
import { displayDate } from '../render/formatDate';
import { plainText } from '../render/packTokens';

/** A name of something that can be found. */
export interface SearchName {
  readonly text: string;
  /** `title`: what it is called first of all. `description`: a line on it, never matched whole. */
  readonly kind: 'title' | 'name' | 'description';
}

/** Something that can be found: an entry, or a section of a topic. */
export interface SearchDocument {
  readonly entryId: EntryId;
  readonly anchor?: string;
  readonly type: Entry['type'] | 'section';
  /** Whether it is a person or an organisation. */
  readonly isAgent: boolean;
  readonly title: string;
  /** What it is, in a word or two. */
  readonly kind: string;
  readonly names: readonly SearchName[];
  /** Its words, made when they are asked for. */
  text(): string;
}

/** Everything that can be found, in the order of the packs. */
export function searchDocuments(library: Library, markdown: MarkdownIt): readonly SearchDocument[] {
  return library.packs.flatMap((pack) => {
    const agents = new Set(pack.kinds.flatMap(({ id, agent }) => (agent === true ? [id] : [])));
    return [
      ...[...pack.topics, ...pack.terms, ...pack.events, ...pack.sources],
      ...overviewsOf(pack),
    ].flatMap((entry) => documentsOf(library, markdown, agents, entry));
  });
}

function documentsOf(
  library: Library,
  markdown: MarkdownIt,
  agents: ReadonlySet<string>,
  entry: Entry,
): readonly SearchDocument[] {
  const title = { text: entry.title, kind: 'title' } as const;
  const common = {
    ...{ entryId: entry.id, type: entry.type, title: entry.title, isAgent: false },
    kind: entryKind(library, entry),
  };
  const plain = (text: string): string => words(markdown, text);
  switch (entry.type) {
    case 'topic': {
      const names = [title, { text: entry.question, kind: 'description' } as const];
      const sections = entry.sections.map((section) => ({
        ...({
          entryId: entry.id,
          anchor: section.anchor,
          type: 'section',
          isAgent: false,
        } as const),
        ...{ title: section.title, kind: l10n.t('Section of {0}', entry.title) },
        names: [{ text: section.title, kind: 'title' } as const],
        text: () => plain(section.body),
      }));
      const text = () =>
        [entry.shortAnswer, ...entry.sections.map(({ body }) => body)].map(plain).join('\n');
      return [{ ...common, names, text }, ...sections];
    }
    case 'term':
      return [
        {
          ...common,
          isAgent: agents.has(entry.kind),
          names: [title, ...otherNames(entry)],
          text: () => plain(entry.definition),
        },
      ];
    case 'event': {
      const date = {
        text: `${entry.date} ${displayDate(entry.date)}`,
        kind: 'description',
      } as const;
      const names = [{ text: entry.title, kind: 'description' } as const, date];
      return [
        { ...common, kind: `${common.kind}, ${displayDate(entry.date)}`, names, text: () => '' },
      ];
    }
    case 'source': {
      const origin = sourceOrigin(entry);
      const names = [title, { text: origin, kind: 'description' } as const];
      const kind = [common.kind, origin].filter((part) => part !== '').join(' · ');
      return [{ ...common, kind, names, text: () => entry.note ?? '' }];
    }
    case 'overview':
      return [{ ...common, names: [title], text: () => '' }];
  }
}

function otherNames(term: Term): readonly SearchName[] {
  const order: readonly LabelKind[] = ['preferred', 'alternative', 'discouraged', 'hidden'];
  return [...term.labels]
    .filter(({ text }) => text !== term.title)
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map(({ text }) => ({ text, kind: 'name' }));
}

/** The words of a text. One without a sign of Markdown's is read as it is: of 100,000, to parse each would take seconds. */
function words(markdown: MarkdownIt, text: string): string {
  return /[[\]*_`\\#&|>]/.test(text) ? plainText(markdown, text) : text;
}
