import { entryTexts } from './entryTexts';
import { createTermIndex } from '../terms/compactTermIndex';
import { findSmallWords } from '../terms/smallWords';
import type { TermIndex } from '../terms/termIndex';
import { toEntryType, toPackId } from './entryId';
import { overviewsOf } from './overviews';
import type { Entry, EntryId, Pack, TermKind } from './pack';

/** Everything that can be looked up: all packs as one. Immutable; a change of a pack makes a new library. */
export interface Library {
  readonly packs: readonly Pack[];
  readonly terms: TermIndex;
  /** Undefined if no pack has such an entry. */
  entry(id: EntryId): Entry | undefined;
  /** The entries of `ids` that exist, in the same order. */
  entries(ids: readonly EntryId[]): readonly Entry[];
  /** The kind of a term or an event, as its pack names it. */
  kindOf(entryId: EntryId, kind: string): TermKind | undefined;
  /** The words that the packs' texts have with a small letter. Made when first asked for. */
  smallWords(): ReadonlySet<string>;
  /** Title of the pack that an entry belongs to. */
  packTitle(id: EntryId): string;
}

/**
 * Makes one library of several packs.
 *
 * @param packs In order of precedence, no two with the same id.
 * @param terms The index over the terms of all of them.
 */
export function createLibrary(packs: readonly Pack[], terms: TermIndex): Library {
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const entries = new Map<EntryId, Entry>();
  for (const pack of packs) {
    const all: readonly Entry[] = [
      ...[...pack.topics, ...pack.terms, ...pack.events, ...pack.sources],
      ...overviewsOf(pack),
    ];
    for (const entry of all) entries.set(entry.id, entry);
  }
  let smallWords: ReadonlySet<string> | undefined;
  return {
    packs,
    terms,
    entry: (id) => entries.get(id),
    entries: (ids) => ids.flatMap((id) => entries.get(id) ?? []),
    kindOf: (entryId, kind) => {
      const pack = byId.get(toPackId(entryId));
      const kinds = toEntryType(entryId) === 'event' ? pack?.eventKinds : pack?.kinds;
      return kinds?.find((each) => each.id === kind);
    },
    smallWords: () => (smallWords ??= findSmallWords([...entries.values()].flatMap(entryTexts))),
    packTitle: (id) => byId.get(toPackId(id))?.title ?? '',
  };
}

/** The library before any pack is loaded. */
export const emptyLibrary: Library = createLibrary([], createTermIndex([]));
