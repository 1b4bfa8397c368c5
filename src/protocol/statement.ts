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
  readonly sources: readonly EntryId[];
}

/** Longer words than these are no statement of a pack. */
const longest = 20_000;

/** Reads what the panel says of a statement. Undefined if it is none. */
export function parseStatement(value: unknown): Statement | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { entryId, text, sources } = value as Readonly<Record<string, unknown>>;
  if (!isEntryId(entryId) || typeof text !== 'string' || text.length > longest) return undefined;
  return { entryId, text, sources: Array.isArray(sources) ? sources.filter(isEntryId) : [] };
}
