import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../packs/library';
import { entryDocument } from '../render/entryDocument';
import type { EntrySearch } from './searchEntries';

/** So many entries answer a question at most. */
const mostEntries = 3;

/**
 * What the reference says on a term or question, for an assistant: the best entries as plain text, each with its date
 * and sources.
 *
 * @returns A sentence that says so if there is nothing.
 */
export function lookUp(
  library: Library,
  search: EntrySearch,
  markdown: MarkdownIt,
  query: string,
): string {
  const ids = search.search(query, 4 * mostEntries).map(({ entryId }) => entryId);
  const entries = library.entries([...new Set(ids)].slice(0, mostEntries));
  if (entries.length === 0) return `The reference has nothing on “${query}”.\n`;
  return entries.map((entry) => entryDocument(library, markdown, entry)).join('\n---\n\n');
}
