import type { TermIndex } from '../terms/termIndex';
import { toPackId } from './entryId';
import type { Entry, EntryId, Pack, TermKind } from './pack';

/** Everything that can be looked up: all packs as one. Immutable; a change of a pack makes a new library. */
export interface Library {
  readonly packs: readonly Pack[];
  readonly terms: TermIndex;
  /** Undefined if no pack has such an entry. */
  entry(id: EntryId): Entry | undefined;
  /** The entries of `ids` that exist, in the same order. */
  entries(ids: readonly EntryId[]): readonly Entry[];
  /** The kind of a term, as its pack names it. */
  kindOf(termId: EntryId, kind: string): TermKind | undefined;
  /** Title of the pack that an entry belongs to. */
  packTitle(id: EntryId): string;
}

/**
 * Makes one library of several packs.
 *
 * @param packs In order of precedence: of two packs with the same id the first counts.
 * @param toTermIndex Builds the index over the labels of all terms.
 */
export function createLibrary(
  packs: readonly Pack[],
  toTermIndex: (packs: readonly Pack[]) => TermIndex,
): Library {
  const byId = new Map<string, Pack>();
  for (const pack of packs) if (!byId.has(pack.id)) byId.set(pack.id, pack);
  const unique = [...byId.values()];
  const entries = new Map<EntryId, Entry>();
  for (const pack of unique) {
    const all: readonly Entry[] = [...pack.topics, ...pack.terms, ...pack.events, ...pack.sources];
    for (const entry of all) entries.set(entry.id, entry);
  }
  return {
    packs: unique,
    terms: toTermIndex(unique),
    entry: (id) => entries.get(id),
    entries: (ids) => ids.flatMap((id) => entries.get(id) ?? []),
    kindOf: (termId, kind) => byId.get(toPackId(termId))?.kinds.find((each) => each.id === kind),
    packTitle: (id) => byId.get(toPackId(id))?.title ?? '',
  };
}

/** The library before any pack is loaded. */
export const emptyLibrary: Library = createLibrary([], () => ({
  at: () => undefined,
  findAll: () => [],
}));
