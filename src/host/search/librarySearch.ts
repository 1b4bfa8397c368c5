import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../../core/packs/library';
import type { EntrySearch } from '../../core/search/searchEntries';
import type { PackStore } from '../packs/packStore';

/** The search over the newest library, made when it is first asked for. */
export function librarySearch(
  store: PackStore,
  markdown: () => Promise<MarkdownIt>,
): () => Promise<EntrySearch> {
  let made: { readonly library: Library; readonly search: Promise<EntrySearch> } | undefined;
  return () => {
    const { library } = store;
    if (made?.library !== library) made = { library, search: makeSearch(library, markdown) };
    return made.search;
  };
}

async function makeSearch(
  library: Library,
  markdown: () => Promise<MarkdownIt>,
): Promise<EntrySearch> {
  const { createEntrySearch } = await import('../../core/search/searchEntries');
  return createEntrySearch(library, await markdown());
}
