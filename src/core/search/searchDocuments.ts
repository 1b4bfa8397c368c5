import * as l10n from '@vscode/l10n';
import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import { overviewsOf, titleInDocument } from '../packs/overviews';
import type { Entry, LabelKind, Section, Term } from '../packs/pack';
import { entryKind, sourceOrigin } from '../render/entryText';
import { displayDate } from '../render/formatDate';
import { plainText } from '../render/packTokens';

/** What a name of something is: its first name, another, or a line on it, which is never matched whole. */
export type NameKind = 'title' | 'name' | 'description';

export type SearchName = readonly [text: string, kind: NameKind];

/** Something that can be found: an entry, or a section of a topic. */
export interface SearchDocument {
  readonly entry: Entry;
  readonly section?: Section;
}

/** Everything that can be found, in the order of the packs. */
export function searchDocuments(library: Library): readonly SearchDocument[] {
  return library.packs.flatMap((pack) => [
    ...pack.topics.flatMap((entry) => [
      { entry },
      ...entry.sections.map((section) => ({ entry, section })),
    ]),
    ...[...pack.terms, ...pack.events, ...pack.sources, ...overviewsOf(pack)].map((entry) => ({
      entry,
    })),
  ]);
}

/** What it is found by, the first name first. */
export function namesOf({ entry, section }: SearchDocument): readonly SearchName[] {
  if (section !== undefined) return [[section.title, 'title']];
  switch (entry.type) {
    case 'topic':
      return [
        [entry.title, 'title'],
        [entry.question, 'description'],
      ];
    case 'term':
      return [[entry.title, 'title'], ...otherNames(entry)];
    case 'event':
      return [
        [entry.title, 'description'],
        [`${entry.date} ${displayDate(entry.date)}`, 'description'],
      ];
    case 'source':
      return [
        [entry.title, 'title'],
        [sourceOrigin(entry), 'description'],
      ];
    case 'overview': {
      const other = titleInDocument(entry);
      return [[entry.title, 'title'], ...(other === entry.title ? [] : [[other, 'name'] as const])];
    }
  }
}

/** Its words beside its names. */
export function textOf(markdown: MarkdownIt, { entry, section }: SearchDocument): string {
  if (section !== undefined) return words(markdown, section.body);
  switch (entry.type) {
    case 'topic':
      return [entry.shortAnswer, ...entry.sections.map(({ body }) => body)]
        .map((text) => words(markdown, text))
        .join('\n');
    case 'term':
      return words(markdown, entry.definition);
    case 'source':
      return entry.note ?? '';
    case 'event':
    case 'overview':
      return '';
  }
}

export function titleOf({ entry, section }: SearchDocument): string {
  return section?.title ?? entry.title;
}

/** What it is, in a few words. */
export function kindOf(library: Library, { entry, section }: SearchDocument): string {
  if (section !== undefined) return l10n.t('Section of {0}', entry.title);
  const kind = entryKind(library, entry);
  if (entry.type === 'event') return `${kind}, ${displayDate(entry.date)}`;
  if (entry.type !== 'source') return kind;
  return [kind, sourceOrigin(entry)].filter((part) => part !== '').join(' · ');
}

/** Whether it is a person or an organisation. */
export function isAgent(library: Library, { entry }: SearchDocument): boolean {
  return entry.type === 'term' && library.kindOf(entry.id, entry.kind)?.agent === true;
}

function otherNames(term: Term): readonly SearchName[] {
  const order: readonly LabelKind[] = ['preferred', 'alternative', 'discouraged', 'hidden'];
  return [...term.labels]
    .filter(({ text }) => text !== term.title)
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map(({ text }) => [text, 'name']);
}

/** The words of a text. One without a sign of Markdown's is read as it is: of 100,000, to parse each would take seconds. */
function words(markdown: MarkdownIt, text: string): string {
  return /[[\]*_`\\#&|>]/.test(text) ? plainText(markdown, text) : text;
}
