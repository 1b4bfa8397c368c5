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

const pathPrefix = '/entry/';

/** The path of an entry's address in this product. `parseEntryAddress` reads it. */
export function entryPath(entryId: EntryId): string {
  return pathPrefix + entryId;
}

/**
 * Reads an entry's address. Programs through which one passes may put a slash behind it, or write the `#` before a
 * section as `%23`, so that the section is in the path.
 *
 * @param path Decoded, as is `fragment`.
 * @returns Undefined if it does not have the form of an entry's address.
 */
export function parseEntryAddress(path: string, fragment: string): LinkTarget | undefined {
  if (!path.startsWith(pathPrefix)) return undefined;
  const [id = '', section = ''] = path.slice(pathPrefix.length).split('#');
  const entryId = withoutSlash(id);
  if (!isEntryId(entryId)) return undefined;
  const anchor = withoutSlash(fragment === '' ? section : fragment);
  return anchor === '' ? { entryId } : { entryId, anchor };
}

/** The words to search for where an address leads to nothing: those of what would be the entry's id in its pack. */
export function wordsOfAddress(path: string): string {
  const [id = ''] = path.split('#');
  return toLocalId(withoutSlash(id)).replace(/-+/g, ' ').trim();
}

function withoutSlash(text: string): string {
  return text.replace(/\/+$/, '');
}
