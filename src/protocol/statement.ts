import { isEntryId } from '../core/packs/entryId';
import type { EntryId } from '../core/packs/pack';

/** What a statement is dragged as, beside its words. */
export const statementMimeType = 'application/vnd.aide-memoire.statement';

/** What an entry of the sidebar is dragged as. */
export const entryMimeType = 'application/vnd.aide-memoire.entry';

/** A statement of an entry, with the sources that it cites. */
export interface Statement {
  readonly entryId: EntryId;
  readonly text: string;
  /** Where in `text` it cites what, ascending, in UTF-16 code units: at its end if nothing else is known. */
  readonly citations: readonly CitationPlace[];
}

export interface CitationPlace {
  readonly at: number;
  readonly sources: readonly EntryId[];
}

/** Longer words than these are no statement of a pack. */
const longest = 20_000;

/** Reads what the panel says of a statement. Undefined if it is none. */
export function parseStatement(value: unknown): Statement | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { entryId, text, sources, citations } = value as Readonly<Record<string, unknown>>;
  if (!isEntryId(entryId) || typeof text !== 'string' || text.length > longest) return undefined;
  const ids = entryIds(sources);
  const places = Array.isArray(citations) ? citations.flatMap(parsePlace) : [];
  const isInText = places.every(
    ({ at }, index) => at >= (places[index - 1]?.at ?? 0) && at <= text.length,
  );
  const atEnd = [{ at: text.length, sources: ids }];
  return { entryId, text, citations: places.length > 0 && isInText ? places : atEnd };
}

function parsePlace(value: unknown): readonly CitationPlace[] {
  if (typeof value !== 'object' || value === null) return [];
  const { at, sources } = value as Readonly<Record<string, unknown>>;
  return typeof at === 'number' && Number.isInteger(at) ? [{ at, sources: entryIds(sources) }] : [];
}

function entryIds(value: unknown): readonly EntryId[] {
  return Array.isArray(value) ? value.filter(isEntryId) : [];
}
