import { outline, type OutlineNode } from '../outline/outline';
import type { Library } from '../packs/library';
import type { Entry } from '../packs/pack';
import { kindOf } from './searchDocuments';
import type { SearchHit } from './searchEntries';

/** Entries as the search shows them when no words chose them: a topic with its question, any other with what it is. */
export function listEntries(library: Library, entries: readonly Entry[]): readonly SearchHit[] {
  return entries.map((entry) => ({
    ...{ entryId: entry.id, title: entry.title },
    detail: entry.type === 'topic' ? entry.question : kindOf(library, { entry }),
  }));
}

/** All entries that are wanted, in the order of the sidebar's tree. */
export function entriesInTree(
  library: Library,
  isWanted: (entry: Entry) => boolean,
): readonly Entry[] {
  // An entry's own node has the entry's id; where it stands below another, the node has one more.
  const idsOf = ({ id, entryId, children }: OutlineNode): readonly string[] => [
    ...(id === entryId ? [entryId] : []),
    ...children.flatMap(idsOf),
  ];
  return library.entries(outline(library, '').flatMap(idsOf)).filter(isWanted);
}
