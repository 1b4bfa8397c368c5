import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import { titleInDocument } from '../packs/overviews';
import type { Entry, Source } from '../packs/pack';
import { entryDate, entrySources } from './entryText';
import { formatDate } from './formatDate';

/**
 * An entry as a plain-text citation: a source by publisher, title, date and address; any other entry by its title and
 * date, then its sources, a line each.
 */
export function citationText(library: Library, markdown: MarkdownIt, entry: Entry): string {
  if (entry.type === 'source') return sourceCitation(entry);
  const date = entryDate(entry);
  const dated =
    date === undefined ? '' : `, ${entry.type === 'event' ? '' : 'as of '}${formatDate(date)}`;
  const sources = entrySources(library, markdown, entry).map(
    (source) => `- ${sourceCitation(source)}`,
  );
  const head = `${titleInDocument(entry)} (${library.packTitle(entry.id)}${dated}).`;
  return sources.length === 0 ? head : [`${head} Sources:`, ...sources].join('\n');
}

/** A source as a line of plain text: publisher, title, date, address. */
export function sourceCitation(source: Source): string {
  const { publisher, issued, accessed, url } = source;
  const parts = [
    publisher,
    `“${source.title}”`,
    issued === undefined ? undefined : formatDate(issued),
    url,
    accessed === undefined ? undefined : `accessed ${formatDate(accessed)}`,
  ];
  return `${parts.filter((part) => part !== undefined).join(', ')}.`;
}
