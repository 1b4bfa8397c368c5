import type { EntryId, EntryType } from './pack';

const localIdPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const entryIdPattern = /^[a-z0-9-]+\/(?:topic|term|event|source|overview)\/[a-z0-9-]+$/;

/** True for lower-case letters and digits with single hyphens between them. */
export function isLocalId(text: string): boolean {
  return localIdPattern.test(text);
}

/** True if `value` has the form of an entry's id. It says nothing about whether there is such an entry. */
export function isEntryId(value: unknown): value is EntryId {
  return typeof value === 'string' && entryIdPattern.test(value);
}

/** The id of an entry over all packs. */
export function toEntryId(packId: string, type: EntryType, localId: string): EntryId {
  return `${packId}/${type}/${localId}`;
}

/** The last part of an entry's id: what its pack calls it. */
export function toLocalId(entryId: EntryId): string {
  return entryId.slice(entryId.lastIndexOf('/') + 1);
}

/** The pack that an entry belongs to. */
export function toPackId(entryId: EntryId): string {
  return entryId.slice(0, entryId.indexOf('/'));
}

/** What an entry is, by its id. */
export function toEntryType(entryId: EntryId): EntryType {
  return entryId.split('/')[1] as EntryType;
}

/** Where a link in a pack leads. */
export interface LinkTarget {
  readonly entryId: EntryId;
  readonly anchor?: string;
}

/**
 * Reads the target of a link in a pack's Markdown: `term/nato`, `topic/international-law#consent`.
 *
 * @returns Undefined if `href` does not have the form of a link to an entry.
 */
export function parseEntryLink(packId: string, href: string): LinkTarget | undefined {
  const parts = /^(topic|term|event|source|overview)\/([a-z0-9-]+)(?:#([^#\s]+))?$/.exec(href);
  const [, type, localId, anchor] = parts ?? [];
  if (type === undefined || localId === undefined) return undefined;
  const entryId = toEntryId(packId, type as EntryType, localId);
  return anchor === undefined ? { entryId } : { entryId, anchor };
}
