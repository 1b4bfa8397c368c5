import type { MarkdownIt } from 'markdown-it';
import type { Library } from '../../core/packs/library';
import type { EntrySearch } from '../../core/search/searchEntries';
import type { LazyModules } from '../base/lazyModules';
import { inSlices } from '../base/slices';
import type { PackStore } from '../packs/packStore';

/** The search over the newest library, made when it is first asked for. */
export function librarySearch(
  store: PackStore,
  modules: LazyModules,
  markdown: () => Promise<MarkdownIt>,
): () => Promise<EntrySearch> {
  let made: { readonly library: Library; readonly search: Promise<EntrySearch> } | undefined;
  return () => {
    const { library } = store;
    if (made?.library !== library)
      made = { library, search: makeSearch(library, modules, markdown) };
    return made.search;
  };
}

async function makeSearch(
  library: Library,
  modules: LazyModules,
  markdown: () => Promise<MarkdownIt>,
): Promise<EntrySearch> {
  const { createEntrySearch } = await modules.reading();
  const search = await inSlices(createEntrySearch(library, await markdown()));
  if (search === undefined) throw new Error('The search was given up.');
  return search;
}
